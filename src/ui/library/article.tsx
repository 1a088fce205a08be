import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedArticle } from '../../browser/library/messages';
import type { Day } from '../../extract/types';
import { articleHref } from '../links';
import { SourceFacts } from '../parts/sources';
import { counted, dayText, scriptLang, t } from '../text';
import type { Edit } from './state';

interface Props {
  article: ListedArticle;
  selected: boolean;
  busy: boolean;
  onSelect(on: boolean): void;
  onEdit(edit: Edit): void;
  onDelete(): void;
}

const ORIGIN = {
  bundled: 'library.cameWith',
  saved: 'library.savedOn',
  imported: 'library.importedOn',
  feed: 'library.cameOn',
} as const;

/** An article of the list: what it is, where and when it came from, and what can be put right. */
export const ArticleRow = ({ article, selected, busy, onSelect, onEdit, onDelete }: Props) => {
  const [editing, setEditing] = useState(false);
  const pen = useRef<HTMLButtonElement>(null);
  const own = article.origin !== 'bundled';
  const close = () => {
    setEditing(false);
    pen.current?.focus();
  };
  return (
    <li class="entry">
      {own ? (
        <input
          type="checkbox"
          checked={selected}
          aria-label={t('library.select', article.title)}
          onChange={({ currentTarget: { checked } }) => onSelect(checked)}
        />
      ) : (
        <span class="no-tick" />
      )}
      <div class="source">
        <a href={articleHref(article.articleId)} lang={scriptLang(article.title)}>
          {article.title}
        </a>
        <SourceFacts source={article} />
        <span class="np-soft facts">{factsOf(article)}</span>
      </div>
      {own && (
        <div class="entry-acts">
          <button
            ref={pen}
            type="button"
            class="np-plain"
            aria-expanded={editing}
            aria-label={t('library.editFor', article.title)}
            onClick={() => setEditing(!editing)}
          >
            {t('library.edit')}
          </button>
          <button
            type="button"
            class="np-plain"
            disabled={busy}
            aria-label={t('options.deleteFor', article.title)}
            onClick={onDelete}
          >
            {t('options.delete')}
          </button>
        </div>
      )}
      {editing && (
        <EditForm
          article={article}
          onCancel={close}
          onEdit={(edit) => {
            onEdit(edit);
            close();
          }}
        />
      )}
    </li>
  );
};

function factsOf({ origin, added, size, names }: ListedArticle): string {
  const day = added === null ? '' : dayText(new Date(added).toISOString().slice(0, 10));
  return [
    counted('library.names', names),
    counted('library.size', size),
    origin === 'bundled' ? t(ORIGIN.bundled) : t(ORIGIN[origin], day),
  ].join(' · ');
}

/** The outlet and the day of an article, as the reader knows them. */
const EditForm = ({
  article: { publisher, published },
  onEdit,
  onCancel,
}: {
  article: ListedArticle;
  onEdit(edit: Edit): void;
  onCancel(): void;
}) => {
  const [outlet, setOutlet] = useState(publisher ?? '');
  const [day, setDay] = useState<Day>(published.date ?? '');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="edit"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const edit: Edit = {};
        if (outlet.trim() !== (publisher ?? '')) edit.publisher = outlet.trim() || null;
        if (day !== (published.date ?? '')) edit.date = day || null;
        if (Object.keys(edit).length > 0) onEdit(edit);
        else onCancel();
      }}
    >
      <label>
        <span>{t('dossier.outlet')}</span>
        <input
          ref={first}
          type="text"
          maxLength={200}
          spellcheck={false}
          value={outlet}
          onInput={({ currentTarget: { value } }) => setOutlet(value)}
        />
      </label>
      <label>
        <span>{t('dossier.date')}</span>
        <input type="date" value={day} onInput={({ currentTarget: { value } }) => setDay(value)} />
      </label>
      <div class="acts">
        <button type="submit" class="np-main">
          {t('library.keep')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('library.cancel')}
        </button>
      </div>
      <p class="np-soft note">{t('library.editNote')}</p>
    </form>
  );
};
