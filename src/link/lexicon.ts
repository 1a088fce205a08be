import { COMMON_WORDS } from '../corpus/common-words';

const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean));

/** Forms of address and offices that stand before a person's name, folded, full stops off. */
export const TITLES = set(`
  mr mrs ms miss mx dr prof professor sir dame lord lady madam president minister premier chancellor senator sen
  representative rep congressman congresswoman governor gov mayor judge justice ambassador envoy secretary general gen
  colonel col captain capt major maj lieutenant lt sergeant sgt commander cmdr admiral adm corporal cpl private pvt
  officer detective inspector constable sheriff superintendent marshal king queen prince princess emperor empress pope
  cardinal archbishop bishop rabbi imam ayatollah sheikh reverend rev father sister brother saint pm mp coach manager
  actor actress singer rapper star comedian director ceo cfo coo cto chairman chairwoman chairperson chair chief
  spokesman spokeswoman spokesperson economist analyst lawyer attorney barrister prosecutor republican democrat
  quarterback qb linebacker receiver goalkeeper striker midfielder defender pitcher outfielder guard forward driver
  agent publicist owner founder co-founder leader lawmaker legislator councilman councilwoman commissioner treasurer
  designate ambassador-designate elect president-elect vice deputy ex former author writer novelist poet journalist
  reporter anchor editor historian scientist researcher physicist engineer doctor nurse teacher student suspect
  defendant victim counsel speaker whip delegate diplomat candidate rival champion boss head executive
`);

/** Of these the ones that are written with a full stop; after any other a full stop ends the sentence. */
export const ABBREVIATED_TITLES = set(
  `mr mrs ms mx dr prof sen rep gov gen col capt maj lt sgt cmdr adm cpl pvt rev`,
);

/** Of these the ones that stand before nothing but a person's name. */
const HONORIFICS = set(
  `mr mrs ms miss mx dr prof professor sir dame madam sen rep congressman congresswoman gov judge sgt`,
);

/** Whether a title is one that stands before nothing but a person's name, so that what follows is no place. */
export const isHonorific = (title: string): boolean =>
  HONORIFICS.has(title.toLowerCase().replace(/\.$/, '').split(/\s+/).at(-1)!);

const RANKS = set(
  'lord lady sir dame king queen prince princess emperor empress pope saint duke duchess earl count',
);

/** Whether a title goes with one bearer of a name: who is called otherwise in the corpus is not meant. */
export const isRank = (title: string): boolean => RANKS.has(title.toLowerCase());

/** Verbs by which people speak, meet and act in news; what does them is mostly a person or an institution. */
export const ACTS = set(`
  said says say told tells added adds warned warns stated states announced announces denied denies asked asks met meets
  meet welcomed welcomes visited visits argued argues claimed claims confirmed confirms insisted insists noted notes
  wrote writes explained replied responded suggested urged vowed pledged promised acknowledged admitted agreed believes
  believed called calls declined expressed reiterated concurred conveyed proposed signed praised criticised criticized
  accused accepted resigned testified spoke speaks talked tweeted posted thinks thought wants wanted hopes hoped
  expects expected plans planned
`);

/** Words that stand after people and things alike, and yet mostly after people. */
const AUXILIARIES = set('is was has had will would who whose');

/** Whether a word beside a name tells that somebody acts. */
export const isAct = (folded: string): boolean => ACTS.has(folded) || AUXILIARIES.has(folded);

/** Words that may begin a sentence with a capital before a name without being part of it. */
export const OPENERS = set(`
  a an the this that these those in on at by for from to of with without within after before since until during while
  when where why how what who which if as but and or so yet nor though although because once both either neither not
  no yes all some many most few several one two three he she it they we you i his her its their our my your
  according asked meanwhile however earlier later yesterday today tomorrow also even still then there here like unlike
  under over between among against despite about above across amid around near per via versus vs plus is was are were
  will would should could can did does do has have had let mr said says former despite although only just perhaps
  maybe now again further furthermore moreover instead thus hence therefore indeed besides nevertheless
`);

/** Nouns that head the name of an institution or a state ("Bank of England", "Republic of Korea"). */
export const INSTITUTIONS = set(`
  academy agency archdiocese army assembly association bank bishop board bureau chamber church city college commission
  committee commonwealth community confederation conference congress council county court department diocese emirate
  federation foundation house institute isle kingdom league library ministry museum office organisation organization
  parliament party province republic school senate society state union university
`);

/** Nouns that names of papers, companies, places and teams end with, beside those above ("Washington Post"). */
const ENDS = set(`
  post times herald journal news tribune star sun globe gazette chronicle observer guardian telegraph review press
  magazine radio tv television channel network records pictures studios entertainment street avenue road lane square
  park garden gardens tower towers building hall center centre stadium arena field plaza bridge tunnel station airport
  port harbour harbor bay beach lake river creek island islands mount mountain mountains hill hills valley canyon desert
  forest ocean sea coast district region territory town village hospital clinic gallery theatre theater cathedral temple
  mosque fund trust group holdings partners airlines airways motors foods energy steel industries insurance
  technologies systems software alliance coalition movement authority police force forces guard navy corps brigade
  regiment cup open championship championships tournament games festival prize award medal club fc united
`);

/** Whether a capitalised word after a name makes a longer name of both, in a headline too. */
export const isNameEnd = (folded: string): boolean => ENDS.has(folded) || INSTITUTIONS.has(folded);

/** Given names that are common words too, so that a capital at the start of a sentence is no excuse. */
const WORDY_GIVEN_NAMES = set(`
  will mark rose grant bill bob jack frank art grace hope faith joy dawn april may june drew chase pat sue gene ray
  rich rob nick don dick lily daisy amber ruby pearl crystal summer autumn christian dean duke earl miles guy chip
  sandy randy rusty harry hunter mason tucker carter cooper parker max sunny chad cliff clay dale glen heath brook
  brooks lance rex roman victor wade ward woody josh jay jean jimmy johnny kitty penny polly robin rusty sandy stormy
  tom tony van violet wally dolly candy ginger holly ivy jade jasmine mercy patience prudence charity angel destiny
`);

const COMMON = new Set(COMMON_WORDS.split(' '));

/** Whether a capitalised word at the start of a sentence, or in a headline, is likely no part of the name beside it. */
export const isOrdinary = (folded: string): boolean => isPlain(folded.replace(/'.*$/, ''));

const isPlain = (folded: string): boolean =>
  OPENERS.has(folded) || (!WORDY_GIVEN_NAMES.has(folded) && (COMMON.has(folded) || isInflected(folded)));

/** "launches", "rushes", "tries", "flipped": a form of a common word. */
function isInflected(folded: string): boolean {
  const [, stem, ending] = /^(.{3,}?)(e?s|i?ed|ies|ing)$/.exec(folded) ?? [];
  if (!stem || !ending) return false;
  const stems = ending.startsWith('i') && ending !== 'ing' ? [`${stem}y`] : [stem, `${stem}e`];
  return stems.some((word) => COMMON.has(word)) || (/(.)\1$/.test(stem) && COMMON.has(stem.slice(0, -1)));
}

export const DAYS_AND_MONTHS = set(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february
  march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** What follows a person's name in Japanese text, with up to six ideographs of an office's field before it. */
export const CJK_HONORIFIC =
  /^(?:氏|さん|様|君|ちゃん|先生|首相|総理|総裁|大統領|副大統領|大臣|[外財法農国防経]相|長官|大使|公使|知事|市長|議員|議長|幹事長|党首|代表|会長|社長|教授|博士|監督|選手|容疑者|被告|元|前|[\p{Script=Han}・]{1,7}?(?:大使|大臣|相|長官|大統領|首相|知事|議員|会長|社長|教授|氏|代表|報道官|補佐官|総裁))/u;
