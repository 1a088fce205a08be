import type { ReadArticle } from '../../src/corpus/compile';
import type { Entity, Kind, Mention } from '../../src/extract/types';

/** Names in a made article, each "kind:Name" or "kind:Full Name=Short"; every one is mentioned once by each of its forms. */
export type Named = `${Kind}:${string}`;

/** An article with its Reading, made for tests: a sentence for each entity, and what the words around it are. */
export function madeArticle(
  id: string,
  about: string,
  named: readonly Named[],
  date: string | null = null,
): ReadArticle {
  let text = '';
  const mentions: Mention[] = [];
  const sentences: { start: number; end: number }[] = [];
  const entities = named.map((given, i): Entity => {
    const [kind, forms] = given.split(':') as [Kind, string];
    const [name, ...aliases] = forms.split('=') as [string, ...string[]];
    const start = text.length;
    for (const form of [name, ...aliases]) {
      mentions.push({
        start: text.length,
        end: text.length + form.length,
        surface: form,
        form: 'name',
        kind,
        entity: `e${i}`,
      });
      text += `${form} `;
    }
    text += `${about}.\n`;
    sentences.push({ start, end: text.length - 1 });
    return { id: `e${i}`, kind, name, aliases };
  });
  const published = { date, basis: date ? ('stated' as const) : ('none' as const) };
  const reading = {
    id,
    published,
    sentences,
    entities,
    mentions,
    roles: [],
    quotes: [],
    dates: [],
    events: [],
    figures: [],
    summary: sentences.slice(0, 1),
  };
  return { article: { id, text, published, origin: 'imported' }, reading };
}
