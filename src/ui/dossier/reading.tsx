import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { NamedHere, ReadHere } from '../../brief/types';
import type { Kind } from '../../extract/types';
import type { Span } from '../../text/span';
import { articleHref, entityHref } from '../links';
import { Icon } from '../parts/icon';
import { locale, scriptLang, t } from '../text';
import { type Period, periodsOf } from './days';
import { unitText } from './timeline/words';

interface Props {
  articleId: string;
  text: string;
  read: ReadHere;
  /** A passage of the text is to be shown. */
  onPassage(span: Span): void;
}

type Kinds = readonly (readonly [
  Kind,
  'kind.people' | 'kind.organisations' | 'kind.places' | 'kind.others',
])[];
/** Who acts comes first, where they do it last. */
const FIRST: Kinds = [
  ['person', 'kind.people'],
  ['organisation', 'kind.organisations'],
];
const LAST: Kinds = [
  ['place', 'kind.places'],
  ['other', 'kind.others'],
];

/** What was read in an article, each line a way to its place in the text. */
export const Reading = ({ articleId, text, read, onPassage }: Props) => {
  const at = { articleId, onPassage };
  const wordsOf = ({ start, end }: Span) => text.slice(start, end);
  const named = (kinds: Kinds) =>
    kinds.map(([kind, heading]) => (
      <Part key={kind} heading={t(heading)} items={read.named.filter((one) => one.kind === kind)}>
        {(one) => <Named {...at} one={one} />}
      </Part>
    ));
  return (
    <aside class="read" aria-labelledby="read">
      <h2 id="read">{t('reading.title')}</h2>
      <Part heading={t('reading.summary')} items={read.summary}>
        {(span) => <Go {...at} places={[span]} words={wordsOf(span)} long />}
      </Part>
      {named(FIRST)}
      <Part heading={t('reading.said')} items={read.quotes}>
        {({ content, speaker }) => (
          <>
            <p class="who">{speaker ? speaker.name : t('reading.noSpeaker')}</p>
            <Go {...at} places={[hull(content)]} words={wordsOf(hull(content))} long />
          </>
        )}
      </Part>
      <Part heading={t('reading.dates')} items={periodsOf(read.dates)}>
        {(period) => <Spoken {...at} period={period} words={wordsOf(period.places[0]!)} />}
      </Part>
      <Part heading={t('reading.figures')} items={read.figures}>
        {(figure) => (
          <>
            <Go {...at} places={[figure]} words={wordsOf(figure)} />
            {figure.of && <span class="np-soft"> {wordsOf(figure.of)}</span>}
          </>
        )}
      </Part>
      {named(LAST)}
    </aside>
  );
};

interface PartProps<Item> {
  heading: string;
  items: readonly Item[];
  children(item: Item): ComponentChildren;
}

/** A part of the Reading; not there where nothing of its kind was read. */
function Part<Item>({ heading, items, children }: PartProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul>
        {items.map((item, i) => (
          <li key={i}>{children(item)}</li>
        ))}
      </ul>
    </section>
  );
}

interface At {
  articleId: string;
  onPassage(span: Span): void;
}

const Named = ({ one: { entity, name, places }, ...at }: At & { one: NamedHere }) => (
  <>
    <Go {...at} places={places} words={name} />
    <a class="np-open" href={entityHref(entity)} title={t('reading.dossier', name)}>
      <Icon name="out" />
      <span class="np-hidden">{t('reading.dossier', name)}</span>
    </a>
  </>
);

/** A period in the calendar's words and in the article's. */
const Spoken = ({ period: { days, places }, words, ...at }: At & { period: Period; words: string }) => (
  <>
    <Go {...at} places={places} words={days ? unitText(days.from, days.unit, days.to) : words} />
    {days && <span class="np-soft"> {words}</span>}
  </>
);

interface GoProps extends At {
  /** Gone to one after another. */
  places: Span[];
  words: string;
  /** Whole sentences, cut after a few lines. */
  long?: boolean;
}

/** A way to a place in the text; to the next one each time it is pressed. */
const Go = ({ articleId, places, words, long, onPassage }: GoProps) => {
  const [next, setNext] = useState(0);
  const place = places[next]!;
  const count = places.length;
  const number = (n: number) => n.toLocaleString(locale());
  return (
    <>
      <a
        class={long ? 'go long' : 'go'}
        href={articleHref(articleId, place)}
        lang={scriptLang(words)}
        title={count > 1 ? t('reading.goNext', words, number(next + 1), number(count)) : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          setNext((next + 1) % count);
          onPassage({ ...place });
        }}
      >
        {words}
      </a>
      {count > 1 && <span class="np-soft times">{` ${number(count)}×`}</span>}
    </>
  );
};

const hull = (content: readonly Span[]): Span => ({ start: content[0]!.start, end: content.at(-1)!.end });
