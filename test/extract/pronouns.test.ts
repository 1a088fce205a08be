import { describe, expect, it } from 'vitest';
import { readMarked } from './named';

describe('pronouns', () => {
  it('go to the one of their gender, told by name, title or an earlier pronoun', () => {
    const read = readMarked('[p:Karl Moe] met [p:Anna Lind]. She smiled and he left with her.');
    expect([read.whose('She'), read.whose('he'), read.whose('her')]).toEqual([
      'Anna Lind',
      'Karl Moe',
      'Anna Lind',
    ]);
    expect(readMarked('Mr [p:Lind] met Mrs [p:Moe]. She smiled.').whose('She')).toBe('Moe');
  });

  it('prefer the subject, and the subject for a subject', () => {
    expect(readMarked('[p:Lind] met [p:Moe] in [g:Oslo]. He was late.').whose('He')).toBe('Lind');
  });

  it('as objects never stand for the subject of their own clause', () => {
    expect(readMarked('[p:Lind] came with [p:Moe]. [p:Lind] thanked him.').whose('him')).toBe('Moe');
    expect(readMarked('[p:Lind] beat [p:Moe] again, eliminating him from the cup.').whose('him')).toBe('Moe');
  });

  it('belong to the name beside them', () => {
    expect(readMarked('[p:Lind] greeted [p:Moe] and his brother.').whose('his')).toBe('Moe');
  });

  it('belong to the subject of verbs that are joined', () => {
    const welcome =
      'The chairman, Ambassador [p:Moe], spoke. [p:Moe] smiled. [p:Moe] sat down. Minister [p:Karl Lind] welcomed Ambassador [p:Moe] and expressed his intention to help.';
    expect(readMarked(welcome).whose('his')).toBe('Karl Lind');
    const concern = '[p:Anna Lind] met [p:Ida Holm] in [g:Oslo] and later voiced her concern.';
    expect(readMarked(concern).whose('her')).toBe('Anna Lind');
  });

  it('are nobody whose relative is being told', () => {
    const read = readMarked(
      '[p:Ida Holm] taught and [p:Ida Holm] wrote. In [g:Oslo] [p:Lind] was born to [p:Karl Moe] and [p:Ida Holm]. Her school was near.',
    );
    expect(read.whose('Her')).toBe('Lind');
  });

  it('inside quotation marks are not the one who speaks', () => {
    const read = readMarked(
      '[p:Moe] told reporters about [p:Lind]: "He was late," [p:Moe] said. [p:Moe] left.',
    );
    expect(read.whose('He')).toBe('Lind');
  });

  it('may come before the name in an opening phrase', () => {
    expect(readMarked('[p:Lind] spoke first. In his answer, [p:Moe] disagreed.').whose('his')).toBe('Moe');
  });

  it('in quotation marks are the speaker when they are of the first person', () => {
    const read = readMarked('"I have met [p:Moe] and I like him," [p:Anna Lind] said.');
    expect(read.whose('I', 0)).toBe('Anna Lind');
    expect(read.whose('I', 1)).toBe('Anna Lind');
  });

  it('stand for nobody where nobody is named', () => {
    expect(readMarked('He left, and she stayed.').whose('He')).toBeNull();
  });

  it('leave the country "US" alone', () => {
    expect(readMarked('The US and [g:Japan] talked.').mentions.map((m) => m.surface)).toEqual(['Japan']);
  });
});

describe('nominals', () => {
  it('stand for the one who bears the role', () => {
    const read = readMarked(
      '[x:Danish] Prime Minister [p:Ida Holm] met President [p:Paul Reyes]. The prime minister smiled. The president left.',
    );
    expect(read.whose('The prime minister')).toBe('Ida Holm');
    expect(read.whose('The president')).toBe('Paul Reyes');
  });

  it("do not cross nations: another country's minister is somebody else", () => {
    const read = readMarked(
      '[x:Danish] Foreign Minister [p:Ida Holm] spoke. The [x:Norwegian] foreign minister left.',
    );
    expect(read.mentions.filter((m) => m.form === 'nominal')).toEqual([]);
  });

  it('stand for the organisation with the head in its name, and its statement for it', () => {
    const read = readMarked(
      'The [o:Ministry of Trade] was asked. "We agree," the ministry said in a statement. "Talks go on," the statement added.',
    );
    expect(read.whose('the ministry')).toBe('Ministry of Trade');
    expect(read.whose('the statement')).toBe('Ministry of Trade');
  });

  it('stand for the country spoken of', () => {
    expect(readMarked('[g:Chile] is a partner. The country sells copper.').whose('The country')).toBe(
      'Chile',
    );
  });
});

describe('people whom name recognition left out', () => {
  it('are found where they act and a "he" or "she" follows', () => {
    const read = readMarked('In March 2010, Vandrel joined the band. She left it a year later.');
    expect(read.whose('She')).toBe('Vandrel');
  });

  it('are not invented where nobody is spoken of, nor from everyday words', () => {
    expect(readMarked('In March 2010, Vandrel joined the index.').mentions).toEqual([]);
    expect(readMarked('The Great Hall fell. He left.').mentions.filter((m) => m.form === 'name')).toEqual([]);
  });
});
