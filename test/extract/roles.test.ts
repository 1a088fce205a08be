import { describe, expect, it } from 'vitest';
import { findRoles } from '../../src/extract/roles';
import { readMarked } from './named';

const told = (marked: string) => readMarked(marked).told;

describe('roles', () => {
  it('reads titles before a name', () => {
    expect(told('[x:Danish] Prime Minister [p:Ida Holm] met President [p:Paul Reyes] on Monday.')).toEqual([
      'Ida Holm: Danish Prime Minister',
      'Paul Reyes: President',
    ]);
    expect(told("On Tuesday [g:Denmark]'s acting foreign minister [p:Ida Holm] spoke.")).toEqual([
      "Ida Holm: Denmark's acting foreign minister",
    ]);
    expect(told('He thanked Ambassador-Designate [p:Reyes] and ex-minister [p:Ida Holm].')).toEqual([
      'Reyes: Ambassador-Designate',
      'Ida Holm: ex-minister',
    ]);
    expect(told("The ministry's spokesperson [p:Bo Lund] agreed.")).toEqual([
      "Bo Lund: ministry's spokesperson",
    ]);
  });

  it('reads appositions with what belongs to them', () => {
    expect(told('[p:Paul Reyes], the [g:US] Ambassador to [g:Denmark], smiled.')).toEqual([
      'Paul Reyes: US Ambassador to Denmark',
    ]);
    expect(told("[p:Ida Holm], [g:Denmark]'s economic recovery minister, left.")).toEqual([
      "Ida Holm: Denmark's economic recovery minister",
    ]);
    expect(told('[p:Reyes], a former ambassador to [g:Chile], left.')).toEqual([
      'Reyes: former ambassador to Chile',
    ]);
    expect(told('[p:Bo Lund], 54, a teacher, left.')).toEqual(['Bo Lund: teacher']);
    expect(told('The chairman of the bank, [p:Bo Lund], left.')).toHaveLength(1);
  });

  it('reads predicates and places of work', () => {
    expect(told('[p:Bo Lund], who is the mayor of [g:Aarhus], left.')).toEqual(['Bo Lund: mayor of Aarhus']);
    expect(told('[p:Bo Lund] was named ambassador to [g:Chile] in May.')).toEqual([
      'Bo Lund: ambassador to Chile',
    ]);
    expect(told('[p:Bo Lund] at [o:Tallow Systems] said: "No."')).toEqual(['Bo Lund: at Tallow Systems']);
  });

  it("gives nobody another's apposition", () => {
    expect(told('The envoy of [g:Chile], a major exporter, met [p:Bo Lund] and left.')).toEqual([]);
    expect(told('In the case of [p:Bo Lund], the president said nothing new.')).toEqual([]);
    expect(told('[p:Bo Lund], the town and the sea were in the painting.')).toEqual([]);
  });

  it('joins a role told before its bearer is named', () => {
    const read = readMarked(
      "Talks went on after [g:Oslo]'s fisheries envoy flew to [g:London]. [p:Sigrid Moe] met the king there.",
    );
    expect(read.told).toEqual(["Sigrid Moe: Oslo's fisheries envoy"]);
    expect(read.whose("Oslo's fisheries envoy")).toBe('Sigrid Moe');
  });

  it("holds as of the article's day, in the article's words", () => {
    const read = readMarked('Mayor [p:Bo Lund] left.', '2024-03-05');
    const [role] = findRoles(read.doc, read);
    expect(role).toMatchObject({ text: 'Mayor', asOf: '2024-03-05', start: 0, end: 5 });
    const undated = readMarked('Mayor [p:Bo Lund] left.');
    expect(findRoles(undated.doc, undated)[0]!.asOf).toBeNull();
  });
});
