import { useEffect, useMemo, useRef } from 'preact/hooks';
import { webHref } from '../links';
import { Runs } from '../parts/line';
import { basisText, dayText, scriptLang, t } from '../text';
import { paragraphsOf } from './paragraphs';
import type { Opened } from './state';

const ORIGIN = {
  bundled: 'dossier.bundled',
  saved: 'dossier.ownSaved',
  imported: 'dossier.ownImported',
  feed: 'dossier.ownFeed',
} as const;

/** One article whole, verbatim, its names open on, the passage marked and brought into view. */
export const ArticlePage = ({ opened }: { opened: Opened }) => {
  const { article, runs, passage } = opened;
  const paragraphs = useMemo(() => paragraphsOf(runs, passage), [runs, passage]);
  const first = paragraphs.flatMap(({ stretches }) => stretches).find(({ inPassage }) => inPassage);
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: 'center' });
    mark.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article class="reading">
      <h1 lang={article.title ? scriptLang(article.title) : undefined}>
        {article.title ?? headingOf(opened)}
      </h1>
      <Facts opened={opened} />
      <div class="text" lang={scriptLang(article.text.slice(0, 2000))}>
        {paragraphs.map(({ start, stretches }) => (
          <p key={start}>
            {stretches.map((stretch) =>
              stretch.inPassage ? (
                <mark key={stretch.start} ref={stretch === first ? mark : undefined} tabIndex={-1}>
                  {stretch === first && <span class="np-hidden">{t('dossier.passage')}: </span>}
                  <Runs runs={stretch.runs} />
                </mark>
              ) : (
                <Runs key={stretch.start} runs={stretch.runs} />
              ),
            )}
          </p>
        ))}
      </div>
    </article>
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
