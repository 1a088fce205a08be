import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Span } from '../../text/span';
import { entityHref } from '../links';
import { scriptLang, t } from '../text';
import { citationOf } from './cite';
import { CiteButton } from './cite-button';
import { type Piece, paragraphsOf } from './paragraphs';
import type { Opened } from './state';

/** A name alone is not cited. */
const SEVERAL = /\S\s+\S+\s+\S|[\p{Script=Hiragana}]{2}/u;

/** An article's text, verbatim: names, quotations and dates marked, the passage asked for in view. */
export const ArticleText = ({ opened }: { opened: Opened }) => {
  const { article, runs, passage, read } = opened;
  const paragraphs = useMemo(
    () =>
      paragraphsOf(runs, passage, {
        quotes: read.quotes.flatMap(({ content }) => content),
        dates: read.dates,
      }),
    [runs, passage],
  );
  const stretches = paragraphs
    .flatMap((paragraph) => paragraph.stretches)
    .filter(({ inPassage }) => inPassage);
  const [first, last] = [stretches[0], stretches.at(-1)];
  const words = passage && SEVERAL.test(article.text.slice(passage.start, passage.end)) ? passage : null;
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
    mark.current?.focus({ preventScroll: true });
  }, [passage]);
  return (
    <>
      <Legend opened={opened} />
      <div class="text" lang={scriptLang(article.text.slice(0, 2000))}>
        {paragraphs.map(({ start, stretches: parts }) => (
          <p key={start}>
            {parts.map((stretch) =>
              stretch.inPassage ? (
                <>
                  <mark key={stretch.start} ref={stretch === first ? mark : undefined} tabIndex={-1}>
                    {stretch === first && <span class="np-hidden">{t('dossier.passage')}: </span>}
                    <Pieces pieces={stretch.pieces} />
                  </mark>
                  {stretch === last && words && <CiteButton citation={citationOf(cited(opened, words))} />}
                </>
              ) : (
                <Pieces key={stretch.start} pieces={stretch.pieces} />
              ),
            )}
          </p>
        ))}
      </div>
    </>
  );
};

/** A passage as a line that can be cited. */
const cited = ({ article, source }: Opened, { start, end }: Span) => ({
  runs: [{ text: article.text.slice(start, end) }],
  publisher: source.publisher,
  published: source.published,
});

const Pieces = ({ pieces }: { pieces: Piece[] }) => (
  <>
    {pieces.map((piece, i) => {
      const kinds = [piece.entity && 'np-name', piece.quoted && 'quoted', piece.when && 'when']
        .filter(Boolean)
        .join(' ');
      if (piece.entity)
        return (
          <a key={i} class={kinds} href={entityHref(piece.entity)}>
            {piece.text}
          </a>
        );
      return kinds ? (
        <span key={i} class={kinds}>
          {piece.text}
        </span>
      ) : (
        piece.text
      );
    })}
  </>
);

/** How each kind of mark looks. */
const Legend = ({ opened: { read } }: { opened: Opened }) => {
  const kinds = [
    read.named.length > 0 && (['np-name', 'reading.name'] as const),
    read.quotes.length > 0 && (['quoted', 'reading.quote'] as const),
    read.dates.length > 0 && (['when', 'reading.date'] as const),
  ].filter((kind) => kind !== false);
  if (kinds.length === 0) return null;
  return (
    <p class="np-soft key">
      {t('reading.legend')}
      {kinds.map(([kind, words]) => (
        <span key={kind} class={kind}>
          {t(words)}
        </span>
      ))}
    </p>
  );
};
