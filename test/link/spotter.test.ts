import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import { Spotter } from '../../src/link/spotter';

let spotter: Spotter;
beforeAll(() => {
  spotter = new Spotter(corpusOfSeeds());
});

/** What is marked in a text, as "surface → entity". */
const marks = (text: string): string[] =>
  spotter
    .spot(text)
    .filter(({ marked }) => marked)
    .map(({ surface, entity }) => `${surface} → ${entity}`);

const people = (text: string): string[] =>
  marks(text).filter((mark) => /glass|trump|ishiba|akazawa|iwaya|bessent|washington/.test(mark));

describe('a common word or a namesake is not marked', () => {
  it.each([
    'She set down a glass of water. Glass is made of sand.',
    'Philip Glass wrote an opera about the voyage.',
    'Google Glass was shown to developers in April.',
    'He watched Glass Onion on the flight.',
    'The envoy played his trump card last. A trump card wins.',
    'George Washington crossed the Delaware in December 1776.',
    'Denzel Washington won an award on Sunday.',
    'Ivanka Trump opened a shop, and Trump Tower closed.',
    'The Washington Post reported it first.',
    'The Glass family owns it & Glass & Sons made the windows.',
    'Write to glass@example.com or see example.com/Trump for more.',
    'Dr. Harold Glass teaches chemistry. Glass said the flask broke.',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });
});

describe('with evidence it is', () => {
  it.each([
    [
      'Glass said in Tokyo that his talks with Ryosei Akazawa went well.',
      ['Glass → george-glass', 'Ryosei Akazawa → ryosei-akazawa'],
    ],
    ['Ambassador Glass arrived at the ministry.', ['Glass → george-glass']],
    [
      'George Glass landed at Haneda. Mr Glass smiled.',
      ['George Glass → george-glass', 'Glass → george-glass'],
    ],
    [
      '“I am sure,” said Ishiba’s aide. Shigeru Ishiba was not there.',
      ['Ishiba → shigeru-ishiba', 'Shigeru Ishiba → shigeru-ishiba'],
    ],
    ['Takeshi Iwaya met Akazawa in Tokyo.', ['Takeshi Iwaya → takeshi-iwaya', 'Akazawa → ryosei-akazawa']],
    [
      'But Trump told reporters in Washington that Japan should pay.',
      ['Trump → donald-trump', 'Washington → washington'],
    ],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it('says why', () => {
    const [mention] = spotter.spot('Ambassador Glass arrived in Tokyo.');
    expect(mention!.because.join(' ')).toMatch(/Ambassador/);
    expect(mention!.score).toBeGreaterThan(0.5);
  });
});

describe('two bearers on one page', () => {
  it('the short form is the one named before it', () => {
    const text = 'Philip Glass played in Vienna. Glass bowed. Later George Glass met Ishiba. Glass said so.';
    expect(people(text).filter((mark) => mark.startsWith('Glass'))).toEqual(['Glass → george-glass']);
    expect(spotter.spot(text).filter((m) => m.surface === 'Glass' && m.marked)[0]!.start).toBe(
      text.lastIndexOf('Glass'),
    );
  });
});

describe('a title that is a role in the corpus', () => {
  it('is as good as a full name beside a namesake', () => {
    const text =
      'Ambassador Glass arrived. Glass smiled. They heard Philip Glass play. Google Glass lay there.';
    const marked = spotter.spot(text).filter((m) => m.marked);
    expect(marked.map(({ start }) => start)).toEqual([text.indexOf('Glass'), text.indexOf('Glass smiled')]);
  });
});

describe('Japanese text', () => {
  it('marks full names, and short ones with an honorific or an office', () => {
    expect(people('石破茂首相は22日、グラス駐日大使と会談した。赤沢氏も同席した。')).toEqual([
      '石破茂 → shigeru-ishiba',
      'グラス → george-glass',
      '赤沢 → ryosei-akazawa',
    ]);
  });

  it('does not mark a glass of wine, or a part of a longer name', () => {
    expect(people('赤ワインのグラスを二つ並べた。サングラスも買った。大石破壊という技もある。')).toEqual([]);
  });
});

describe('a page in chunks', () => {
  it('shares evidence, and tells earlier chunks that it changed', () => {
    const page = spotter.page();
    expect(page.add(0, 'Glass bowed.')).toMatchObject([
      { chunk: 0, mentions: [{ surface: 'Glass', marked: false }] },
    ]);
    const answers = page.add(1, 'George Glass is the ambassador.');
    expect(answers.map(({ chunk }) => chunk)).toEqual([1, 0]);
    expect(answers[1]!.mentions[0]).toMatchObject({ surface: 'Glass', marked: true, entity: 'george-glass' });
    expect(page.add(2, 'Nothing here.').map(({ chunk }) => chunk)).toEqual([2]);
  });

  it('marks nothing that the reader has rejected on the host', () => {
    const rejected = [{ entity: 'george-glass', surface: 'glass', host: 'a.example' }];
    const text = 'George Glass spoke. Glass left.';
    const marked = (host: string) =>
      spotter.spot(text, { host, rejected }).flatMap((m) => (m.marked ? [m.surface] : []));
    expect(marked('a.example')).toEqual(['George Glass']);
    expect(marked('b.example')).toEqual(['George Glass', 'Glass']);
  });
});

describe('any text', () => {
  it('is spotted without a throw, with offsets that hold the surface', () => {
    for (const text of ['', '\ud83d', '\u0000\u001f', 'Glass'.repeat(3000), `${'Trump '.repeat(500)}`])
      for (const { start, end, surface } of spotter.spot(text)) expect(text.slice(start, end)).toBe(surface);
  });
});
