import { describe, expect, it } from 'vitest';
import { readMarked } from './named';

const entitiesOf = (marked: string) =>
  readMarked(marked).entities.map(({ name, aliases }) => [name, ...aliases].join(' | '));

describe('name clusters: people', () => {
  it('lets a full name anywhere teach the short form', () => {
    expect(
      entitiesOf('PM [p:Okada] spoke first. [p:Hanae Okada] then left. Mr [p:Brandt] and [p:Okada] met.'),
    ).toEqual(['Hanae Okada | Okada', 'Brandt']);
  });

  it('takes a surname that stands first, in capitals or not', () => {
    expect(entitiesOf('Minister [p:Morita Kenji] came. [p:Morita] spoke.')).toEqual([
      'Morita Kenji | Morita',
    ]);
    expect(entitiesOf('[p:MORITA Kenji] and [p:Kenji Doi] came. [p:Morita] spoke to [p:Doi].')).toEqual([
      'MORITA Kenji | Morita',
      'Kenji Doi | Doi',
    ]);
    expect(entitiesOf('[p:Kenji Morita] came. [p:Morita Kenji] spoke.')).toEqual([
      'Kenji Morita | Morita Kenji',
    ]);
  });

  it('knows initials, middle names, nicknames, suffixes and particles', () => {
    expect(entitiesOf('[p:William Harlow] won. [p:Bill Harlow] smiled.')).toHaveLength(1);
    expect(entitiesOf('[p:J. T. Harlow] won. [p:James Harlow] smiled.')).toHaveLength(1);
    expect(entitiesOf('[p:Anna Maria Lindt] won. [p:Anna Lindt] smiled.')).toHaveLength(1);
    expect(entitiesOf('[p:Peter Moss Jr.] met [p:Peter Moss Sr.] again.')).toHaveLength(2);
    expect(entitiesOf('[p:Greta von der Aue] won. [p:von der Aue] smiled.')).toHaveLength(1);
    expect(entitiesOf('[p:Karl Harlow] met [p:Anna Harlow].')).toHaveLength(2);
  });

  it('gives a surname of two people to the one of the title, or named last', () => {
    const { whose } = readMarked(
      '[p:Karl Harlow] met [p:Anna Harlow]. [p:Harlow] smiled. Mr [p:Harlow] left. Mrs [p:Harlow] stayed.',
    );
    expect(whose('Harlow', 0)).toBe('Anna Harlow');
    expect(whose('Harlow', 1)).toBe('Karl Harlow');
    expect(whose('Harlow', 2)).toBe('Anna Harlow');
  });

  it('repairs a surname that was taken for something else, but no place', () => {
    const read = readMarked(
      '[p:Ada Preston] won. [o:Preston] smiled. She lives in [g:Preston] and works in [g:Preston].',
    );
    expect(read.whose('Preston', 0)).toBe('Ada Preston');
    expect(read.whose('Preston', 1)).toBe('Preston');
  });
});

describe('name clusters: organisations and places', () => {
  it('joins acronyms, designators and front parts', () => {
    expect(
      entitiesOf(
        'The [o:Bureau of Fair Weights] ([o:BFW]) sued [o:Tallow Systems Inc]. [o:Tallow Systems] and [o:BFW] agreed. [o:Tallow] fell.',
      ),
    ).toEqual(['Bureau of Fair Weights | BFW', 'Tallow Systems Inc | Tallow Systems | Tallow']);
  });

  it('joins a ministry however it is put, but not two of them', () => {
    expect(
      entitiesOf(
        'The [o:Norwegian Ministry of Foreign Affairs] spoke. The [o:Foreign Ministry] added. The [o:Norwegian Foreign Ministry] left.',
      ),
    ).toHaveLength(1);
    expect(entitiesOf('The [o:Ministry of Defence] and the [o:Ministry of Health] met.')).toHaveLength(2);
    expect(
      entitiesOf('The [o:Norwegian Foreign Ministry] met the [o:Danish Foreign Ministry].'),
    ).toHaveLength(2);
  });

  it('joins the names of well-known places, not a demonym', () => {
    expect(
      entitiesOf('The [g:US] and [g:Japan] met. The [g:United States] and a [x:Japanese] guest left.'),
    ).toEqual(['United States | US', 'Japan', 'Japanese']);
  });
});
