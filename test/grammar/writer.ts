import { DAYS, type Story, speaker } from './cast';
import { type Draw, drawOf } from './draw';
import { MONTHS, SHARED, WEEKDAYS } from './words';
import type { Person, World } from './world';

const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;
const dateOf = (day: number): Date => new Date(FIRST_DAY + day * DAY);

/** The ISO 8601 day so many days after the first. */
export const isoDay = (day: number): string => dateOf(day).toISOString().slice(0, 10);

const PRONOUNS = {
  he: { he: 'he', his: 'his', He: 'He' },
  she: { he: 'she', his: 'her', He: 'She' },
} as const;

/** Writes one article: expands templates, and calls people and bodies by their short names once they are introduced. */
export class Writer {
  private readonly draw: Draw;
  private readonly introduced = new Set<string>();
  private readonly used = new Set<string>();
  private witnesses = 0;
  private talking = 'A';

  constructor(
    private readonly world: World,
    private readonly story: Story,
    private readonly day: number,
    private readonly number: number,
  ) {
    this.draw = drawOf(world.seed, 'article', number);
  }

  /** A headline; everybody in it by the surname. */
  title(): string {
    return capital(this.expand(this.draw.pick(this.story.topic.lists.title)));
  }

  /** The whole text: 300 to 700 words in paragraphs of one to three sentences. */
  text(): string {
    const target = 290 + this.draw.below(370);
    const [town = ''] = this.story.towns;
    const dateline = this.draw.oneIn(3) ? `${town.toUpperCase()}, ${this.date(this.day)} — ` : '';
    const paragraphs = [dateline + this.sentence('lead')];
    let words = paragraphs[0]!.split(' ').length;
    while (words < target) {
      const paragraph = this.paragraph();
      words += paragraph.split(' ').length;
      paragraphs.push(paragraph);
    }
    paragraphs.push(this.sentence('closing'));
    return paragraphs.join('\n\n');
  }

  private paragraph(): string {
    this.talking = speaker(this.draw);
    const kinds = this.draw.pick([
      ['direct'],
      ['indirect', 'direct'],
      ['fact', 'indirect'],
      ['fact', 'fact'],
      ['general', 'fact'],
      ['general'],
      ['colour'],
      ['indirect', 'fact', 'general'],
    ]);
    return kinds.map((kind) => this.sentence(kind)).join(' ');
  }

  /** A sentence of a kind; no template twice in one article while there are others. */
  private sentence(kind: string): string {
    const all = this.entries(kind);
    const fresh = all.filter((template) => !this.used.has(template));
    const template = this.draw.pick(fresh.length > 0 ? fresh : all);
    this.used.add(template);
    this.witnesses++;
    return capital(this.expand(template)).replace(/,(?=[,.])/g, '');
  }

  private expand(template: string): string {
    return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form?: string) =>
      this.slot(name, form),
    );
  }

  private slot(name: string, form?: string): string {
    const letter = name === 'S' ? this.talking : name;
    if (/^[A-Z]$/.test(letter)) return this.mention(letter, form);
    if (/^[abc]$/.test(letter)) {
      const person = this.person(letter.toUpperCase());
      return form ? PRONOUNS[person.he][form as 'he'] : person.surname;
    }
    const { story, draw } = this;
    switch (name) {
      case 'org':
      case 'firm':
      case 'firm2':
      case 'uni':
        return this.body(name);
      case 'country':
        return story.country.name;
      case 'demonym':
        return story.country.demonym;
      case 'capital':
        return story.country.capital;
      case 'other':
        return story.other.name;
      case 'town':
        return story.towns[draw.skewed(story.towns.length)]!;
      case 'goods':
        return draw.oneIn(3) ? draw.pick(SHARED.goods!) : draw.pick(story.goods);
      case 'weekday':
        return `on ${WEEKDAYS[dateOf(this.day - draw.below(5)).getUTCDay()]}`;
      case 'past':
        return `on ${this.date(this.day - 6 - draw.below(40))}`;
      case 'future':
        return draw.oneIn(2)
          ? `on ${this.date(this.day + 4 + draw.below(40))}`
          : draw.pick(['next week', 'next month']);
      case 'month':
        return MONTHS[dateOf(this.day - draw.below(200)).getUTCMonth()]!;
      case 'year':
        return String(1990 + draw.below(32));
      case 'pct':
        return `${(1 + draw.below(480) / 10).toFixed(draw.oneIn(2) ? 0 : 1)} percent`;
      case 'money':
        return `$${(1 + draw.below(990) / 10).toFixed(1)} ${draw.pick(['million', 'million', 'billion'])}`;
      case 'n':
        return String(3 + draw.below(180));
      case 'age':
        return String(19 + draw.below(65));
      case 'big':
        return `${2 + draw.below(88)},${String(100 + draw.below(899))}`;
      default:
        return this.listed(name);
    }
  }

  private listed(name: string): string {
    const list = this.entries(name);
    const fresh = list.filter((entry) => !this.used.has(entry));
    const entry = this.draw.pick(fresh.length > 0 ? fresh : list);
    // what is said whole is said once; the words of short lists come again and again
    if (name === 'line' || name === 'claim') this.used.add(entry);
    return this.expand(entry);
  }

  /** The topic's own entries and those of every story. */
  private entries(name: string): readonly string[] {
    const list = [...(this.story.topic.lists[name] ?? []), ...(SHARED[name] ?? [])];
    if (list.length === 0) throw new Error(`the grammar has no {${name}}`);
    return list;
  }

  private date(day: number): string {
    const date = dateOf(Math.max(-DAYS, day));
    return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
  }

  private person(letter: string): Person {
    return (
      this.story.people(letter, this.day) ??
      // somebody met for this one sentence
      this.world.person(`witness ${letter}`, this.number * 64 + this.witnesses)
    );
  }

  private mention(letter: string, form?: string): string {
    const person = this.person(letter);
    if (form) return PRONOUNS[person.he][form as 'he'];
    const full = `${person.given} ${person.surname}`;
    if (this.introduced.has(full)) return person.surname;
    this.introduced.add(full);
    if (person.title && (!person.role || !this.draw.oneIn(3))) return `${person.title} ${full}`;
    return person.role ? `${full}, ${person.role},` : full;
  }

  private body(which: 'org' | 'firm' | 'firm2' | 'uni'): string {
    const { name, acronym } = this.story.bodies[which];
    if (!acronym) return name;
    if (this.introduced.has(name)) return `the ${acronym}`;
    this.introduced.add(name);
    return `${name} (${acronym})`;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
