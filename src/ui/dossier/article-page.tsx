import type { Span } from '../../text/span';
import { webHref } from '../links';
import { basisText, dayText, scriptLang, t } from '../text';
import { ArticleText } from './article-text';
import { Reading } from './reading';
import type { Opened } from './state';

const ORIGIN = {
  bundled: 'dossier.bundled',
  saved: 'dossier.ownSaved',
  imported: 'dossier.ownImported',
  feed: 'dossier.ownFeed',
} as const;

interface Props {
  opened: Opened;
  /** A passage of the article is to be shown. */
  onPassage(span: Span): void;
}

/** One article whole, what was read in it beside it. */
export const ArticlePage = ({ opened, onPassage }: Props) => {
  const { article, read } = opened;
  const isRead = Object.values(read).some((list) => list.length > 0);
  return (
    <div class={isRead ? 'reading beside' : 'reading'}>
      <article>
        <h1 lang={article.title ? scriptLang(article.title) : undefined}>
          {article.title ?? headingOf(opened)}
        </h1>
        <Facts opened={opened} />
        <ArticleText opened={opened} />
      </article>
      {isRead && <Reading articleId={article.id} text={article.text} read={read} onPassage={onPassage} />}
    </div>
  );
};

/** Outlet and day, for an article without a title of its own. */
const headingOf = ({ source: { publisher, agency, published } }: Opened): string =>
  [
    publisher ?? agency ?? t('dossier.unknownOutlet'),
    published.date ? dayText(published.date) : t('date.unknown'),
  ].join(', ');

/** What is known of the article, and how. */
const Facts = ({ opened: { source } }: { opened: Opened }) => {
  const { publisher, agency, published, licence, origin } = source;
  const link = webHref(source.url);
  return (
    <dl class="facts" aria-label={t('dossier.about')}>
      <Fact name={t('dossier.outlet')}>{publisher ?? t('dossier.unknownOutlet')}</Fact>
      {agency && <Fact name={t('dossier.agency')}>{agency}</Fact>}
      <Fact name={t('dossier.date')}>
        {published.date ? (
          <>
            <time dateTime={published.date}>{dayText(published.date)}</time>{' '}
            <span class="np-soft">({basisText(published.basis)})</span>
          </>
        ) : (
          basisText('none')
        )}
      </Fact>
      <Fact name={t('dossier.licence')}>{licence ?? t('dossier.unknownLicence')}</Fact>
      <Fact name={t('dossier.origin')}>{t(ORIGIN[origin])}</Fact>
      {link && (
        <Fact name={t('dossier.link')}>
          <a href={link} target="_blank" rel="noreferrer noopener">
            {new URL(link).host}
            <span class="np-hidden">: {t('dossier.openOriginal')}</span>
          </a>
        </Fact>
      )}
    </dl>
  );
};

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
