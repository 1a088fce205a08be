import { describe, expect, it } from 'vitest';
import { buildDossier } from '../../src/brief/dossier';
import { textOf } from '../../src/brief/lines';
import { harbour } from './harbour';

const dossierOf = (id: string) => buildDossier(harbour, id)!;

describe('buildDossier', () => {
  it('tells roles in the article’s words, newest first, and leaves a short one to the fuller one', () => {
    const roles = dossierOf('mira').roles.map((role) => [textOf(role), role.asOf]);
    expect(roles).toEqual([
      ['Harbour Minister', '2024-05-10'],
      ['deputy harbour minister', '2024-03-05'],
      ['Deputy minister', '2024-03-05'],
    ]);
  });

  it('shows a direct quotation between its marks, any other as its sentence, on the day of the saying', () => {
    const quotes = dossierOf('mira').quotes.map((quote) => [textOf(quote), quote.kind, quote.date]);
    expect(quotes).toEqual([
      ['She warned that the tides "won\'t wait" for anyone.', 'mixed', '2024-05-10'],
      ['"The dock is open, and it stays open,"', 'direct', '2024-05-09'],
    ]);
  });

  it('opens a quotation at the whole sentence that holds content and cue', () => {
    const direct = dossierOf('mira').quotes.find((quote) => quote.kind === 'direct')!;
    const { articleId, span } = direct.provenance;
    const text = harbour.articles.find(({ id }) => id === articleId)!.text.slice(span.start, span.end);
    expect(text).toBe('"The dock is open, and it stays open," Okafor said Thursday.');
  });

  it('tells events newest first, and what is shown as a quotation not twice', () => {
    expect(dossierOf('mira').events.map((event) => [event.date, event.precision])).toEqual([
      ['2024-05-10', 'day'],
      ['2024-05-09', 'day'],
      ['2024-03-05', 'day'],
      ['2024-03-04', 'day'],
    ]);
    expect(dossierOf('mira').events.map(textOf)).not.toContain(
      'She warned that the tides "won\'t wait" for anyone.',
    );
  });

  it('reminds with a sentence that holds name and role, never with someone’s words alone', () => {
    expect(textOf(dossierOf('mira').reminder!)).toBe(
      'Harbour Minister Mira Okafor reopened the north dock on Friday.',
    );
    expect(textOf(dossierOf('zed').reminder!)).toBe('"Ask Quill about the cranes," Aramaki added.');
  });

  it('counts people and organisations of the same sentence', () => {
    expect(dossierOf('mira').around).toEqual([
      { entity: 'ken', name: 'Kenji Aramaki', kind: 'person', together: 1 },
      { entity: 'port', name: 'Port Authority', kind: 'organisation', together: 1 },
    ]);
  });

  it('knows a name in its own script, but katakana is none', () => {
    expect(dossierOf('ken').nativeName).toBe('荒巻健二');
    expect(dossierOf('mira').nativeName).toBeNull();
  });

  it('has a card for an entity that only the curated list names, and none for an unknown id', () => {
    const only = dossierOf('nobody');
    expect(only.name).toBe('Ines Faro');
    expect([only.roles, only.events, only.quotes, only.around, only.sources]).toEqual([[], [], [], [], []]);
    expect(only.reminder).toBeNull();
    expect(buildDossier(harbour, 'nothing')).toBeNull();
  });

  it('cuts lines at names that open on', () => {
    const met = dossierOf('mira').events.find((event) => event.date === '2024-03-05')!;
    expect(met.runs).toEqual([
      { text: 'Deputy minister ' },
      { text: 'Okafor', entity: 'mira' },
      { text: ' met ' },
      { text: 'Kenji Aramaki', entity: 'ken' },
      { text: ' of the ' },
      { text: 'Port Authority', entity: 'port' },
      { text: ' on Tuesday.' },
    ]);
  });

  it('tells nothing that its passage does not', () => {
    for (const { id } of harbour.entities) {
      const { roles, reminder, events, quotes } = dossierOf(id);
      for (const line of [...roles, ...(reminder ? [reminder] : []), ...events, ...quotes]) {
        const { articleId, span } = line.provenance;
        const article = harbour.articles.find((one) => one.id === articleId)!;
        expect(article.text.slice(span.start, span.end)).toContain(textOf(line));
      }
    }
  });

  it('gives the head of each list where a limit is asked for', () => {
    const whole = dossierOf('mira');
    const head = buildDossier(harbour, 'mira', { limit: 1 })!;
    expect(head.events).toEqual(whole.events.slice(0, 1));
    expect(head.quotes).toEqual(whole.quotes.slice(0, 1));
    expect(head.roles).toEqual(whole.roles.slice(0, 1));
  });
});
