import { useFocusAfterLoss } from '../parts/focus';
import { Told } from '../parts/told';
import { counted, t } from '../text';
import { ArticleRow } from './article';
import { Filters, isNarrowed } from './filters';
import type { LibraryProps, ListView } from './state';

type Props = Pick<
  LibraryProps,
  | 'query'
  | 'selected'
  | 'news'
  | 'busy'
  | 'onQuery'
  | 'onMore'
  | 'onSelect'
  | 'onDelete'
  | 'onEdit'
  | 'onExport'
> & { list: ListView; outlets: string[] };

/** The articles, found, sorted and filtered by the database, a page of the list at a time. */
export const ArticleList = (props: Props) => {
  const { list, outlets, query, selected, news, busy } = props;
  const { articles, more } = list;
  const heading = useFocusAfterLoss<HTMLHeadingElement>(articles.length);
  const own = articles.filter(({ origin }) => origin !== 'bundled').map(({ articleId }) => articleId);
  const ticked = articles.filter(({ articleId }) => selected.has(articleId));
  return (
    <section aria-labelledby="articles">
      <h2 id="articles" ref={heading} tabIndex={-1}>
        {t('library.articles')}
      </h2>
      <Filters query={query} outlets={outlets} onQuery={props.onQuery} />
      {ticked.length > 0 && (
        <div class="ticked">
          <span>{counted('library.ticked', ticked.length)}</span>
          <button type="button" disabled={busy} onClick={() => props.onExport([...selected])}>
            {t('library.export')}
          </button>
          <button type="button" disabled={busy} onClick={() => props.onDelete(ticked)}>
            {t('options.delete')}
          </button>
          {ticked.length < own.length && (
            <button type="button" class="np-plain" onClick={() => props.onSelect(own, true)}>
              {counted('library.tickShown', own.length)}
            </button>
          )}
          <button type="button" class="np-plain" onClick={() => props.onSelect([...selected], false)}>
            {t('library.untick')}
          </button>
        </div>
      )}
      <Told news={news} place="list" />
      {articles.length === 0 ? (
        <p class="np-soft none">{t(isNarrowed(query) ? 'library.noneFits' : 'library.none')}</p>
      ) : (
        <ul class="entries">
          {articles.map((article) => (
            <ArticleRow
              key={article.articleId}
              article={article}
              selected={selected.has(article.articleId)}
              busy={busy}
              onSelect={(on) => props.onSelect([article.articleId], on)}
              onEdit={(edit) => props.onEdit(article.articleId, edit)}
              onDelete={() => props.onDelete([article])}
            />
          ))}
        </ul>
      )}
      {more && (
        <button type="button" class="np-plain" disabled={busy} onClick={props.onMore}>
          {t('library.more')}
        </button>
      )}
    </section>
  );
};
