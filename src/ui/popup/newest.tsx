import type { EventLine } from '../../brief/types';
import { Said, SourceLink } from '../parts/line';
import { t } from '../text';

/** The newest stories of the library, for a page that has none of its names. */
export const Newest = ({ newest }: { newest: EventLine[] }) => (
  <section aria-labelledby="newest">
    <h2 id="newest">{t('popup.newest')}</h2>
    {newest.length === 0 ? (
      <p class="np-soft">{t('popup.libraryEmpty')}</p>
    ) : (
      <ul class="lines">
        {newest.map((line) => (
          <li key={`${line.provenance.articleId}:${line.provenance.span.start}`}>
            <Said line={line} target="_blank" />
            <SourceLink line={line} target="_blank" />
          </li>
        ))}
      </ul>
    )}
  </section>
);
