import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../src/link/context';

/** The context of what stands between brackets. */
const around = (marked: string) => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return contextOf(marked.replace(/[[\]]/g, ''), { start, end });
};

describe('the longer name around an occurrence', () => {
  it.each([
    ['He met Philip [Glass] there.', 'Philip Glass'],
    ['He saw [Glass] Onion there.', 'Glass Onion'],
    ['Lieutenant [John] J. Brody, 24 April', 'John J. Brody'],
    ['It was Ferdinand von [Mueller] there.', 'Ferdinand von Mueller'],
    ['She lives in [Frankfurt] am Main now.', 'Frankfurt am Main'],
    ['the University of [California] campus', 'University of California'],
    ['the Army of the [Potomac] then', 'Army of the Potomac'],
    ['They like the A-[League] more.', 'A-League'],
    ['at [Glass] & Sons today', 'Glass & Sons'],
    ['John D’[Earth] played.', 'John D’Earth'],
    ['The [Washington] Post said.', 'Washington Post'],
  ])('%s', (text, inside) => {
    expect(around(text).inside).toBe(inside);
  });

  it.each([
    'Prime Minister [Ishiba] said so.',
    'President of [France] and others',
    'Vienna’s [Glass] museum is closed.',
    'On Monday [Glass] said so.',
    'Yesterday [Glass] said so.',
    '[Glass], Onion and others',
    '[Glass] Corp. fell.',
    'The pro-[Beijing] camp won.',
    'Tom Nakata of the [Herald] wrote it.',
    'Plans [Glass] Says Will Fail In Court',
  ])('none: %s', (text) => {
    expect(around(text).inside).toBeNull();
  });

  it('is verbatim what stands around it, in any text, and nothing throws', () => {
    const piece = fc.constantFrom(
      ...['Glass', 'of', 'the', 'Philip', 'J.', 'said', ' ', ' ', ' ', '-', '&', '’s', "'", ',', '.', '\n'],
      ...['\u00ad', '\u00a0', '\u001f', 'ÉÉ', '石', '$', '\ud83d', 'von', 'Mr.', 'Post', '7'],
    );
    const side = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(side, fc.constantFrom('Glass', 'New York', '石破'), side, (before, surface, after) => {
        const text = before + surface + after;
        const span = { start: before.length, end: before.length + surface.length };
        const { inside, reach, joins, rival } = contextOf(text, span);
        expect(reach.before > 0).toBe(joins.before !== null);
        expect(reach.after > 0).toBe(joins.after !== null);
        if (rival) expect(reach).toMatchObject({ after: 0 });
        if (joins.before !== null || joins.after !== null)
          expect(inside).toBe(text.slice(span.start - reach.before, span.end + reach.after));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what else stands beside it', () => {
  it('a title stands in the name’s own sentence', () => {
    expect(around('a beer with the driver. PM [Glass] left')).toMatchObject({ title: 'PM' });
    expect(around('they asked the driver. [Glass] left')).toMatchObject({ title: null });
    expect(around('they asked Sen. [Glass] twice')).toMatchObject({ title: 'Sen.' });
  });

  it('titles, offices and acts are told verbatim', () => {
    expect(around('said Ambassador-Designate [Glass] today')).toMatchObject({
      title: 'Ambassador-Designate',
    });
    expect(around('then [Glass], the new ambassador, left')).toMatchObject({ office: 'the new ambassador' });
    expect(around('then [Glass] reportedly told them')).toMatchObject({ act: 'told' });
    expect(around('グラス駐日大使'.replace('グラス', '[グラス]'))).toMatchObject({ office: '駐日大使' });
  });

  it.each([
    'glass@[Glass].org',
    'http://a.example/[Glass]',
    'x=[Glass]&y',
    '[Glass].com is down',
    'a_[Glass]',
  ])('an address is one: %s', (text) => {
    expect(around(text).address).toBe(true);
  });

  it.each(['the Obama/[Glass] years', '([Glass])', 'He met [Glass].', '“[Glass]”', '#[Glass] won'])(
    'this is none: %s',
    (text) => {
      expect(around(text).address).toBe(false);
    },
  );
});
