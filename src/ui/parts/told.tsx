import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text';

/** Something that has just been done or has failed, told in the part of the page where it was asked for. */
export interface News<Place extends string> {
  place: Place;
  good: boolean;
  lines: string[];
  /** Takes it back; null where there is nothing to take back. */
  undo: (() => void) | null;
}

/**
 * What has just been done in this part of the page, with the way back. It is there before there is anything to tell, so
 * that assistive technology hears of it; the focus goes to the undo where the pressed button went away.
 */
export const Told = <Place extends string>({ news, place }: { news: News<Place> | null; place: Place }) => {
  const here = news?.place === place ? news : null;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here && document.activeElement === document.body) undo.current?.focus();
  }, [here]);
  return (
    <div role="status" class={here ? `news ${here.good ? 'good' : 'bad'}` : 'news-none'}>
      {here && (
        <>
          <div class="lines">
            {here.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {here.undo && (
            <button ref={undo} type="button" class="np-plain" onClick={here.undo}>
              {t('options.undo')}
            </button>
          )}
        </>
      )}
    </div>
  );
};
