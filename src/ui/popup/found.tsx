import type { SearchResult } from '../../brief/types';
import { entityHref } from '../links';
import { Said, SourceLink } from '../parts/line';
import { textOfRuns } from '../parts/runs';
import { counted, dayText, scriptLang, t } from '../text';

/** What the search has found: names first, then passages with the hit marked. */
export const Found = ({ query, found }: { query: string; found: SearchResult | null }) => {
  const any = found !== null && found.passages.length + found.entities.length > 0;
  const told =
    found === null
      ? t('popup.searching')
      : !any
        ? t('popup.foundNothing', query.trim())
        : counted('popup.found', found.passages.length);
  return (
    <div class="found">
      <p role="status" class={found === null ? 'none np-late' : any ? 'np-hidden' : 'none'}>
        {told}
      </p>
      {found && found.entities.length > 0 && (
        <section aria-labelledby="found-names">
          <h2 id="found-names">{t('popup.names')}</h2>
          <ul class="people">
            {found.entities.map(({ entity, name, kind, role }) => (
              <li key={entity}>
                <p class="who">
                  <a
                    class="name"
                    lang={scriptLang(name)}
                    href={entityHref(entity)}
                    target="_blank"
                    rel="noopener"
                  >
                    {name}
                  </a>
                  <span class="role">
                    {role ? textOfRuns(role.runs) : t(`kind.${kind}`)}
                    {role?.asOf && <span class="np-soft">, {t('date.asOf', dayText(role.asOf))}</span>}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && found.passages.length > 0 && (
        <section aria-labelledby="found-passages">
          <h2 id="found-passages">{t('popup.passages')}</h2>
          <ul class="lines">
            {found.passages.map(({ line, marks }) => (
              <li key={`${line.provenance.articleId}:${line.provenance.span.start}`}>
                <Said line={line} marks={marks} target="_blank" />
                <SourceLink line={line} target="_blank" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
