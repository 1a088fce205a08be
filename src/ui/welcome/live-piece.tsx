import { articleHref } from '../links';
import { SourceFacts } from '../parts/sources';
import { scriptLang, t } from '../text';
import type { WelcomeProps } from './state';

/** A stretch of a real article, plain text like any page's: what is marked in it is marked as on every page. */
export const LivePiece = ({ piece, onRetry }: Pick<WelcomeProps, 'piece' | 'onRetry'>) => {
  if (piece === 'loading') {
    return (
      <div class="piece waiting" role="status">
        <p class="np-soft np-late">{t('options.loading')}</p>
      </div>
    );
  }
  if (piece === 'failed') {
    return (
      <div class="piece" role="alert">
        <p>{t('welcome.failed')}</p>
        <button type="button" onClick={onRetry}>
          {t('options.retry')}
        </button>
      </div>
    );
  }
  const { source, paragraphs } = piece;
  return (
    <article class="piece" aria-label={t('welcome.piece')}>
      <div class="words" lang={scriptLang(paragraphs.join(' '))}>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <p class="from">
        <a href={articleHref(source.articleId)}>{t('welcome.whole')}</a>
        <SourceFacts source={source} />
      </p>
    </article>
  );
};
