import { useRef } from 'preact/hooks';
import type { Source } from '../../brief/types';
import type { LibraryView } from '../../browser/messages';
import { articleHref } from '../links';
import { Long } from '../parts/long';
import { SourceFacts } from '../parts/sources';
import { Told } from '../parts/told';
import { counted, coversText, t } from '../text';
import type { OptionsProps } from './state';

type Props = Pick<OptionsProps, 'news' | 'busy' | 'onImport' | 'onExport' | 'onDelete'> & {
  library: LibraryView;
};

/** The articles at hand: the reader's own first, with import and export, then those that came along. */
export const Library = ({ library, news, busy, onImport, onExport, onDelete }: Props) => {
  const picker = useRef<HTMLInputElement>(null);
  const own = library.articles.filter(({ origin }) => origin !== 'bundled');
  const bundled = library.articles.filter(({ origin }) => origin === 'bundled');
  const covers = coversText(library.covers, 'card.covers') ?? t('popup.coversNone');
  return (
    <section aria-labelledby="library">
      <h2 id="library">{t('options.library')}</h2>
      <p>
        {counted('options.articles', library.articles.length)} ·{' '}
        {counted('options.entities', library.entities)} · {covers}
      </p>
      <div class="acts">
        <button type="button" class="np-main" disabled={busy} onClick={() => picker.current?.click()}>
          {busy ? t('options.importing') : t('options.import')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".txt,.text,.md,.html,.htm,.xhtml,.json,.jsonl,.ndjson,text/plain,text/html,application/json"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            onImport([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <button type="button" disabled={busy || own.length === 0} onClick={onExport}>
          {t('options.export')}
        </button>
      </div>
      <p class="np-soft note">{own.length === 0 ? t('options.exportNone') : t('options.importNote')}</p>
      <Told news={news} place="library" />
      <h3>{t('options.own')}</h3>
      {own.length === 0 ? (
        <p class="np-soft">{t('options.ownNone')}</p>
      ) : (
        <Long
          items={own}
          first={20}
          render={(source) => (
            <li key={source.articleId} class="row">
              <Article source={source} />
              <button
                type="button"
                disabled={busy}
                aria-label={t('options.deleteFor', source.title)}
                onClick={() => onDelete(source.articleId, source.title)}
              >
                {t('options.delete')}
              </button>
            </li>
          )}
        />
      )}
      {bundled.length > 0 && (
        <>
          <h3>{t('options.bundled')}</h3>
          <Long
            items={bundled}
            first={10}
            render={(source) => (
              <li key={source.articleId} class="row">
                <Article source={source} />
              </li>
            )}
          />
        </>
      )}
    </section>
  );
};

const Article = ({ source }: { source: Source }) => (
  <div class="source">
    <a href={articleHref(source.articleId)}>{source.title}</a>
    <SourceFacts source={source} />
  </div>
);
