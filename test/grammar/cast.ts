import { type Draw, drawOf } from './draw';
import { TOPICS, type Topic } from './topics';
import type { Body, Country, Person, World } from './world';

/** A thing that happens over some days, and who and what every article about it has in common. */
export interface Story {
  topic: Topic;
  /** First day, counted from the first of the three years. */
  from: number;
  articles: number;
  home: number;
  country: Country;
  other: Country;
  towns: readonly string[];
  goods: readonly string[];
  bodies: Readonly<Record<'org' | 'firm' | 'firm2' | 'uni', Body>>;
  /** Who speaks in it, by the letter of the templates; G stands above all countries, P at the head of this one. */
  people(letter: string, day: number): Person | null;
}

/** The days that articles are of: three years of them. */
export const DAYS = 1095;
const TOPMOST = [
  'the World Grain Council',
  'the League of Rivers',
  'the Continental Bank',
  'the Ocean Health Office',
];
const EXPERTS =
  'economist,historian,hydrologist,lawyer,engineer,sociologist,geologist,agronomist,statistician'.split(',');
const LOCALS =
  'mayor of {},union leader in {},opposition leader in {},governor of {},police chief of {},editor in {}'.split(
    ',',
  );

/** Story number `n` of a world. */
export function storyOf(world: World, n: number, goods: readonly string[]): Story {
  const draw = drawOf(world.seed, 'story', n);
  const topic = draw.pick(TOPICS);
  // a few countries make most of the news
  const home = Math.min(draw.skewed(24), draw.skewed(24));
  const abroad = (home + 1 + Math.min(draw.skewed(23), draw.skewed(23))) % 24;
  const towns = [0, 1, 2].map(() => world.town(home, draw.skewed(120)));
  const firm = draw.skewed(600);
  const top = draw.skewed(4);
  const expert = draw.skewed(900);
  const uni = world.university(draw.skewed(80));
  const cast: Record<string, (day: number) => Person> = {
    A: (day) => world.minister(home, topic.field, day),
    B: (day) => world.minister(abroad, topic.field, day),
    P: () => world.minister(home, 'Prime', 0),
    G: () => world.person('topmost', top, 'Secretary-General', `the head of ${TOPMOST[top]}`),
    C: () => world.person('local', n, null, `the ${drawOf(n).pick(LOCALS).replace('{}', towns[0]!)}`),
    D: () => world.person('expert', expert, null, `${article(drawOf(expert).pick(EXPERTS))} at ${uni.name}`),
    E: () => world.person('chief', firm, null, `the chief executive of ${world.firm(firm).name}`),
    J: () => world.person('judge', draw.skewed(200)),
  };
  const story: Story = {
    topic,
    from: draw.below(DAYS),
    articles: 1 + draw.skewed(24),
    home,
    country: world.country(home),
    other: world.country(abroad),
    towns,
    goods: [0, 1, 2].map(() => draw.pick(goods)),
    bodies: {
      org: world.body(home, draw.skewed(40)),
      firm: world.firm(firm),
      firm2: world.firm(draw.below(4000)),
      uni,
    },
    people: (letter, day) => cast[letter]?.(day) ?? null,
  };
  return story;
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Who speaks in an article of the story: those it is about most often. */
export const speaker = (draw: Draw): string => draw.pick(['A', 'A', 'A', 'B', 'C', 'C', 'D', 'E', 'P']);
