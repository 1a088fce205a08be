import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text';

/** Deletes only after a second, other press; the focus goes along. */
export const DeleteButton = ({ title, onDelete }: { title: string; onDelete(): void }) => {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const touched = useRef(false);
  useEffect(() => {
    if (touched.current) (asking ? keep : ask).current?.focus();
  }, [asking]);
  const turn = (to: boolean) => {
    touched.current = true;
    setAsking(to);
  };
  if (!asking) {
    return (
      <button ref={ask} type="button" aria-label={t('options.deleteFor', title)} onClick={() => turn(true)}>
        {t('options.delete')}
      </button>
    );
  }
  return (
    <span class="sure">
      <button type="button" class="danger" onClick={onDelete}>
        {t('options.deleteSure')}
      </button>
      <button ref={keep} type="button" onClick={() => turn(false)}>
        {t('options.keep')}
      </button>
    </span>
  );
};
