/** Classes of function words, as bits: a word may have several ("that"). */
export const DETERMINER = 1;
export const POSSESSIVE = 2;
export const PRONOUN = 4; // may be a subject
export const OBJECT_PRONOUN = 8;
export const PREPOSITION = 16;
export const COORDINATOR = 32;
export const SUBORDINATOR = 64;
export const RELATIVE = 128;
export const MODAL = 256;
export const BE = 512;
export const HAVE = 1024;
export const DO = 2048;
export const NEGATION = 4096;
export const ADVERB = 8192;
export const TIME = 16384; // "Tuesday", "yesterday": adverbial without a preposition
export const QUESTION = 32768; // opens an indirect question
export const VERB = 65536; // a full verb's finite form, seldom anything else
export const AUXILIARY = MODAL | BE | HAVE | DO;

const CLASSES: readonly (readonly [number, string])[] = [
  [
    DETERMINER,
    'the a an this that these those some any no every each either neither another all both many several few most much such more other certain numerous one',
  ],
  [POSSESSIVE, 'my your his her its our their'],
  [
    PRONOUN,
    'i you he she it we they who everyone everybody someone somebody anyone anybody nobody none one others another many some several few most both all neither those this that these',
  ],
  [OBJECT_PRONOUN, 'me you him her it us them himself herself itself themselves myself yourself ourselves'],
  [
    PREPOSITION,
    'of in on at by for with from to into about against between among amongst during before after under over through throughout without within toward towards upon across behind beyond despite including like near off onto out outside inside per since than until till up via versus vs amid amidst around above below along as regarding concerning given following alongside',
  ],
  [COORDINATOR, 'and or but nor yet & plus'],
  [
    SUBORDINATOR,
    'that because although though while whilst whereas if unless when whenever where wherever since after before as until once whether lest',
  ],
  [RELATIVE, 'who whom whose which that where'],
  [QUESTION, 'whether if how what why when where who which whom'],
  [
    MODAL,
    "will would can could shall should may might must ought cannot won't wouldn't can't couldn't shouldn't mightn't mustn't 'll 'd i'll you'll he'll she'll we'll they'll it'll i'd he'd she'd we'd they'd",
  ],
  [BE, "is are was were be been being am isn't aren't wasn't weren't 're 'm i'm you're we're they're"],
  [HAVE, "has have had having hasn't haven't hadn't 've i've we've they've you've"],
  [DO, "do does did don't doesn't didn't"],
  [NEGATION, 'not never'],
  [
    ADVERB,
    'also then now later earlier again still already even just only often once twice soon ever too further furthermore moreover however therefore thus meanwhile instead rather perhaps maybe quite very so far always sometimes almost nearly today yesterday tonight here there early late first last next finally recently subsequently reportedly repeatedly previously famously apparently once long publicly privately flatly indeed nevertheless nonetheless else simply ago abroad',
  ],
  [
    TIME,
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow mon. tue. wed. thu. fri. sat. sun.',
  ],
  [
    VERB,
    'met made took gave went came got saw held left ran won lost began became brought built bought caught chose fell kept led sent shot spent spoke struck taught threw flew drew drove broke grew rose stood sat paid put goes comes takes makes gives gets sees holds runs wins loses begins becomes brings keeps leads sends spends speaks stands pays seems seemed appears appeared remains remained continues continued includes included wants wanted needs needed tried tries used lives lived works worked joined joins serves served helped helps visited visits arrived arrives followed follows happened happens faces faced want need make take get go come give keep know see try seem remain continue live',
  ],
];

const WORDS = new Map<string, number>();
for (const [bit, words] of CLASSES) {
  for (const word of words.split(' ')) WORDS.set(word, (WORDS.get(word) ?? 0) | bit);
}

const ADVERBS_NOT = new Set(
  'family rally reply supply ally assembly monopoly italy july billy kelly emily sally holly molly daily weekly monthly quarterly early likely only friendly deadly lonely costly elderly lovely ugly holy belly bully jelly fly ally imply apply comply rely multiply'.split(
    ' ',
  ),
);

/** The classes of a lower-case word; adverbs in "-ly" count by their form. */
export function wordClass(lower: string): number {
  const known = WORDS.get(lower);
  if (known !== undefined) return known;
  return lower.length > 4 && lower.endsWith('ly') && !ADVERBS_NOT.has(lower) ? ADVERB : 0;
}

/** Nouns of time that make an adverbial of their own: "last week", "this month", "Monday night", "two days later". */
export const TIME_NOUNS = new Set(
  'day days week weeks weekend month months year years morning afternoon evening night hour hours minute minutes summer winter spring autumn fall decade decades january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);
