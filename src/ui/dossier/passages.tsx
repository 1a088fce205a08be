import { useEffect, useRef, useState } from 'preact/hooks';
import type { Line, PassagePage, Source } from '../../brief/types';
import { articleHref, passageHref } from '../links';
import { Icon } from '../parts/icon';
import { Said } from '../parts/line';
import { textOfRuns } from '../parts/runs';
import { SourceFacts } from '../parts/sources';
import { t } from '../text';
import { citationOf } from './cite';
import { CiteButton } from './cite-button';
import { keyOf, LineFoot } from './line-item';

/** Gets the passages that speak of all these entities, from the article after `skip` on. */
export type LoadPassages = (entities: string[], skip: number) => Promise<PassagePage>;

interface Props {
  entities: string[];
  load: LoadPassages;
  /** Under a heading for each article, or each with its own source. */
  byArticle?: boolean;
}

/** Passages of the library, a page at a time. */
export const Passages = ({ entities, load, byArticle }: Props) => {
  const [articles, setArticles] = useState<PassagePage['articles']>([]);
  const [next, setNext] = useState<number | null>(0);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('loading');
  const wanted = entities.join(' ');
  const current = useRef(wanted);
  const more = (skip: number) => {
    setState('loading');
    load(entities, skip).then(
      (page) => {
        if (current.current !== wanted) return;
        setArticles((before) => (skip === 0 ? page.articles : [...before, ...page.articles]));
        setNext(page.next);
        setState('idle');
      },
      () => current.current === wanted && setState('failed'),
    );
  };
  useEffect(() => {
    current.current = wanted;
    setArticles([]);
    more(0);
    return () => {
      current.current = '';
    };
  }, [wanted]);
  return (
    <>
      {byArticle ? (
        articles.map((one) => <ArticlePassages key={one.source.articleId} {...one} />)
      ) : (
        <ul class="np-list">
          {articles
            .flatMap(({ lines }) => lines)
            .map((line) => (
              <li key={keyOf(line)}>
                <Said line={line} />
                <LineFoot line={line} />
              </li>
            ))}
        </ul>
      )}
      {state === 'loading' && (
        <p class="np-soft" role="status">
          {t('dossier.loading')}
        </p>
      )}
      {state === 'failed' && <p role="alert">{t('passages.failed')}</p>}
      {state !== 'loading' && next !== null && (
        <button type="button" class="np-plain" onClick={() => more(next)}>
          {t(state === 'failed' ? 'passages.retry' : 'passages.more')}
        </button>
      )}
    </>
  );
};

/** What one article says of somebody. An article without a title has its outlet for one: its words follow anyway. */
const ArticlePassages = ({ source, lines }: { source: Source; lines: Line[] }) => {
  const isTitled = !lines.some(({ runs }) => textOfRuns(runs) === source.title);
  const href = articleHref(source.articleId);
  return (
    <section class="told">
      <h3>
        {isTitled ? (
          <a href={href}>{source.title}</a>
        ) : (
          <a href={href}>
            <SourceFacts source={source} />
          </a>
        )}
      </h3>
      {isTitled && <SourceFacts source={source} />}
      <ul>
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <Said line={line} />
            <span class="tools">
              <a class="np-open" href={passageHref(line.provenance)} title={t('dossier.openPassage')}>
                <Icon name="out" />
                <span class="np-hidden">{t('dossier.openPassage')}</span>
              </a>
              <CiteButton citation={citationOf(line)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
