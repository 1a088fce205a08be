import type { ComponentChildren } from 'preact';
import type { LibraryState } from '../../browser/library/messages';
import { Logo } from '../parts/icon';
import { Opening } from '../parts/opening';
import { problemText } from '../problems';
import { counted, coversText, type Key, t } from '../text';
import { Corrections } from './corrections';
import { ArticleList } from './list';
import type { LibraryProps } from './state';
import { Storage } from './storage';

interface Props extends LibraryProps {
  /** How articles come in and go out, and what is followed. */
  children?: ComponentChildren;
}

/** The reader's library: the articles that everything is known from, and all that can be done with them. */
export const LibraryPage = (props: Props) => {
  const { library, list, error, children } = props;
  return (
    <>
      <header class="np-top">
        <Logo />
        <span>Nameplate</span>
        <a href="/options.html">{t('library.settings')}</a>
      </header>
      <main>
        <h1>{t('library.title')}</h1>
        <Opening error={error} open={library !== null} onRetry={props.onRetry} />
        {library && (
          <>
            <Summary library={library} />
            <Contents />
            {list && <ArticleList {...props} list={list} outlets={library.outlets} />}
            {children}
            <Corrections {...props} />
            <Storage {...props} library={library} />
          </>
        )}
      </main>
    </>
  );
};

const PARTS: readonly [id: string, name: Key][] = [
  ['transfer', 'transfer.title'],
  ['feeds', 'feeds.heading'],
  ['corrections', 'library.corrections'],
  ['storage', 'library.storage'],
];

/** The parts of the page below the list: however long that is, they are a press away. */
const Contents = () => (
  <nav class="contents" aria-label={t('library.contents')}>
    <ul>
      {PARTS.map(([id, name]) => (
        <li key={id}>
          <a href={`#${id}`}>{t(name)}</a>
        </li>
      ))}
    </ul>
  </nav>
);

const Summary = ({ library }: { library: LibraryState }) => {
  const { own, bundled, entities, covers, incoming, problem } = library;
  const days = coversText(covers, 'card.covers') ?? t('popup.coversNone');
  return (
    <>
      <p class="summary">
        {[
          counted('library.own', own),
          counted('library.withIt', bundled),
          counted('options.entities', entities),
          days,
        ].join(' · ')}
      </p>
      <p class="np-soft note">{t('options.privacy')}</p>
      {problem && (
        <p class="news bad" role="alert">
          {problemText({ problem })}
        </p>
      )}
      {incoming > 0 && (
        <p class="news good" role="status">
          {counted('library.incoming', incoming)}
        </p>
      )}
    </>
  );
};
