import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { t } from '../text';

/** How long the button says that it has copied, in milliseconds. */
const SAYS = 2500;

/** Copies a citation, and says so. */
export const CiteButton = ({ citation }: { citation: string }) => {
  const [done, setDone] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), SAYS);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = () =>
    navigator.clipboard.writeText(citation).then(
      () => setDone('copied'),
      () => setDone('failed'),
    );
  return (
    <span class="cite">
      <button
        type="button"
        class="np-plain"
        title={t('cite.copy')}
        aria-label={t('cite.copy')}
        onClick={() => void copy()}
      >
        <Icon name={done === 'copied' ? 'saved' : 'copy'} />
      </button>
      <span class="np-soft" role="status">
        {done && t(`cite.${done}`)}
      </span>
    </span>
  );
};
