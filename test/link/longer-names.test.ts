import { describe, expect, it } from 'vitest';
import { marksIn, organisation, person, place, spotterOf } from './library';

const LIST = [
  person('Marta Kessler', 'Kessler'),
  person('Warren T. Oduya', 'Oduya'),
  person('Muhammad Farouq', 'Farouq'),
  person('Pierre Lantier', 'Pierre'),
  place('California'),
  place('England'),
  place('New York'),
  place('Kansas City'),
  place('Korea'),
  place('China'),
  place('Eastman'),
  organisation('State Department'),
  organisation('Navigo'),
  organisation('Council'),
];
const spotter = spotterOf(...LIST);

describe('a part of a longer name is no mark', () => {
  it.each([
    'He studied at the University of California before the war.',
    'The Bank of England raised its rate.',
    'It was in the New York Times on Monday.',
    'The Kansas City Chiefs lost at home.',
    'The talks with North Korea failed.',
    'She spoke for the People’s Republic of China.',
    'A spokesman of the Communist Party of China declined.',
    'The Council of Europe met in Strasbourg.',
    'They sell Navigo+ and the Navigo & Sons line.',
    'He bought a Navigo Touch for his son.',
    'Professor Eastman said that more work is needed.',
    'The Philippine State Department replied.',
    'Kessler Park is closed. The Kessler-Braun law passed.',
    'Anna Kessler paints. Kessler, 30, lives in Graz.',
    'Pierre de Marca wrote it in 1640.',
    'They met Pierre J. Valmont in Lyon.',
    'Write to kessler@example.org or http://example.org/Kessler today.',
    'It cost California$ 20.',
  ])('%s', (text) => {
    expect(marksIn(spotter, text)).toEqual([]);
  });
});

describe('a whole name is one, whatever stands beside it', () => {
  it.each([
    ['The Governor of California resigned.', ['California']],
    ['In Leeds, England, it rained.', ['England']],
    ['On Monday England lost; “England” was in every headline.', ['England', 'England']],
    ['Tom Nakata of the State Department agreed.', ['State Department']],
    ['Marta Kessler Pierre Lantier New York', ['Marta Kessler', 'Pierre Lantier', 'New York']],
    ['Navigo Corp. and Navigo’s rivals fell.', ['Navigo', 'Navigo']],
    ['Coroner Marta Kessler spoke.', ['Marta Kessler']],
    ['Marta Kessler of Graz University won.', ['Marta Kessler']],
    ['Marta Kessler Wins Second Prize At Graz Fair', ['Marta Kessler']],
  ])('%s', (text, expected) => {
    expect(marksIn(spotter, text)).toEqual(expected);
  });
});

describe('a longer form of the person’s own name is marked whole', () => {
  it.each([
    ['Warren Oduya gave most of it away.', ['Warren Oduya → Warren T. Oduya']],
    ['The prize went to W. T. Oduya of Lagos.', ['W. T. Oduya → Warren T. Oduya']],
    ['A contract with Muhammed Farouq was signed.', ['Muhammed Farouq → Muhammad Farouq']],
  ])('%s', (text, expected) => {
    expect(marksIn(spotter, text)).toEqual(expected);
  });

  it('and the short form after it is that person’s', () => {
    expect(marksIn(spotter, 'Warren Oduya came late. Oduya left early.')).toEqual([
      'Warren Oduya → Warren T. Oduya',
      'Oduya → Warren T. Oduya',
    ]);
  });

  it('two names of one person side by side are one mark', () => {
    const short = spotterOf(person('Maurice Banks', 'Mo', 'Banks'));
    expect(marksIn(short, 'They hired Mo Banks. Mo said yes.')).toEqual([
      'Mo Banks → Maurice Banks',
      'Mo → Maurice Banks',
    ]);
  });
});

describe('two who share a family name', () => {
  const two = spotterOf(person('Ines Mbeki-Roth', 'Roth'), person('Gregor Roth', 'Roth'), place('Vienna'));

  it('are left unmarked where nothing tells them apart', () => {
    expect(marksIn(two, 'Roth said no. Mr Roth left.')).toEqual([]);
  });

  it('are told apart by the full name on the page', () => {
    expect(marksIn(two, 'Gregor Roth spoke. Roth said no.')).toEqual(['Gregor Roth', 'Roth → Gregor Roth']);
  });

  it('a full name is not split between them', () => {
    expect(marksIn(two, 'Ines Mbeki-Roth spoke.')).toEqual(['Ines Mbeki-Roth']);
  });
});

describe('a common word where any word has a capital', () => {
  const common = spotterOf(organisation('Court'), place('Nice'), person('Sam Price', 'Price'));

  it.each(['Nice people, good food.', 'Price and quality matter.', 'Court is in session.'])('%s', (text) => {
    expect(marksIn(common, text)).toEqual([]);
  });

  it('is a name where the page says so', () => {
    expect(marksIn(common, 'Sam Price opened the shop. Price said it was late.')).toEqual([
      'Sam Price',
      'Price → Sam Price',
    ]);
  });
});

describe('the reasons', () => {
  const reasons = (text: string, surface: string): string[] =>
    spotter.spot(text).find((mention) => mention.surface === surface)!.because;

  it('of a full name say that it is one', () => {
    expect(reasons('A prize for Marta Kessler, who sang.', 'Marta Kessler')).toEqual(['the full name']);
  });

  it('are what the page holds, the weightiest first, and three at most', () => {
    const text = 'Marta Kessler came from Graz. Later Dr Kessler said no.';
    const told = reasons(text, 'Kessler');
    expect(told).toEqual(['“Marta Kessler” on this page', '“said” beside it', '“Dr” before it']);
  });

  it('against a mark say so', () => {
    expect(reasons('The Bank of England raised its rate.', 'England')).toContain(
      'but part of “Bank of England”',
    );
  });

  it('every phrase that they quote is on the page or a name of the library', () => {
    const names = new Set(LIST.map(({ name }) => name));
    const text =
      'Marta Kessler met Warren T. Oduya in California. “Fine,” Kessler said. Oduya, the governor, flew to New York. Anna Kessler sang.';
    const quoted = spotter
      .spot(text)
      .flatMap(({ because }) =>
        because.flatMap((reason) => [...reason.matchAll(/“([^”]+)”/g)].map(([, q]) => q!)),
      );
    expect(quoted.length).toBeGreaterThan(3);
    for (const phrase of quoted) expect(names.has(phrase) || text.includes(phrase)).toBe(true);
  });
});
