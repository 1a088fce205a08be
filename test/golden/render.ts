import type { Span } from '../../src/text/span';
import type { Read } from './seeds';

/** The whole Reading with the words that each span holds beside it, a claim a line, for a person to review. */
export function render({ article: { text }, reading }: Read): string {
  const names = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const at = (span: Span | null) => span && `${span.start}–${span.end} ${text.slice(span.start, span.end)}`;
  const who = (id: string | null) => id && `${id} ${names.get(id)}`;
  const rendered = {
    id: reading.id,
    published: reading.published,
    sentences: reading.sentences.map(at),
    entities: reading.entities.map(({ id, kind, name, aliases }) => [id, kind, name, ...aliases].join(' | ')),
    mentions: reading.mentions.map((m) => [at(m), m.form, m.kind, who(m.entity)].join(' | ')),
    roles: reading.roles.map((role) => [who(role.entity), role.asOf, at(role)].join(' | ')),
    quotes: reading.quotes.map(({ kind, content, cue, speaker, entity }) => ({
      kind,
      speaker: `${at(speaker)} | ${who(entity)}`,
      cue: at(cue),
      content: content.map(at),
    })),
    dates: reading.dates.map((date) => `${date.value} | ${at(date)}`),
    events: reading.events.map((event) => ({
      when: `${event.date} ${event.precision}`,
      who: event.entities.map(who).join(', '),
      told: at(event),
    })),
    figures: reading.figures.map(({ value, unit, of, ...span }) => ({
      figure: `${value} ${unit} | ${at(span)}`,
      of: at(of),
    })),
    summary: reading.summary.map(at),
  };
  return `${JSON.stringify(rendered, null, 2)}\n`;
}
