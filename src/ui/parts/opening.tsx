import { t } from '../text';

interface Props {
  /** What went wrong; null where nothing has. */
  error: string | null;
  /** Whether there is something to show. */
  open: boolean;
  onRetry(): void;
}

/** What stands on a page of ours until it can be shown: that it is being opened, or why it cannot be, with a way to try again. */
export const Opening = ({ error, open, onRetry }: Props) => (
  <>
    {error && (
      <div class="news bad" role="alert">
        <p>{t('options.failed', error)}</p>
        <button type="button" onClick={onRetry}>
          {t('options.retry')}
        </button>
      </div>
    )}
    {!error && !open && (
      <p class="opening np-late" role="status">
        {t('options.loading')}
      </p>
    )}
  </>
);
