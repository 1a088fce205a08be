import type { Source } from '../../brief/types';
import { articleHref } from '../links';
import { basisText, dayText, t } from '../text';
import { Long } from './long';

/** Outlet, agency and date of a source, and how the date is known, on one line. */
export const SourceFacts = ({ source }: { source: Source }) => {
  const { publisher, agency, published } = source;
  const outlet = [publisher ?? t('dossier.unknownOutlet'), agency].filter(Boolean).join(' / ');
  return (
    <span class="np-soft facts">
      {outlet}
      {' · '}
      {published.date ? <time dateTime={published.date}>{dayText(published.date)}</time> : t('date.unknown')}
      {published.basis === 'editor' && ` (${basisText('editor')})`}
    </span>
  );
};

/** The articles that something is known from. */
export const Sources = ({ sources }: { sources: Source[] }) => (
  <section aria-labelledby="sources">
    <h2 id="sources">{t('dossier.sources')}</h2>
    <Long
      items={sources}
      first={6}
      render={(source) => (
        <li key={source.articleId} class="source">
          <a href={articleHref(source.articleId)}>{source.title}</a>
          <SourceFacts source={source} />
        </li>
      )}
    />
  </section>
);
