/** Grammatical gender of a person as English pronouns show it. */
export type Gender = 'masculine' | 'feminine';

/** What forms of address and kinship words before or after a name say of its bearer's gender. */
const TITLES: ReadonlyMap<string, Gender> = new Map([
  ...words(
    'mr mister sir lord king prince duke baron father fr brother pope monsieur herr senor don count emperor sultan sheikh emir rabbi master actor businessman chairman congressman spokesman statesman policeman fisherman salesman gentleman craftsman sportsman cameraman anchorman showman frontman widower husband son grandfather grandson uncle nephew boyfriend dad stepfather stepson hero heir imam bishop archbishop cardinal priest monk landlord fireman assemblyman councilman alderman boy man guy sultan duke earl viscount marquess baronet knight',
  ).map((word) => [word, 'masculine'] as const),
  ...words(
    'mrs ms miss madam madame mme lady queen princess duchess baroness mother sister countess empress dame senora senorita frau nun actress businesswoman chairwoman congresswoman spokeswoman stateswoman policewoman heroine heiress goddess priestess hostess waitress wife widow daughter grandmother granddaughter aunt niece girlfriend mom mum stepmother stepdaughter girl woman ballerina soprano landlady assemblywoman councilwoman sportswoman housewife midwife mistress fiancee comedienne supermodel nurse',
  ).map((word) => [word, 'feminine'] as const),
]);

function words(list: string): string[] {
  return list.split(' ');
}

/** The gender that a title, occupation or kinship word ("Mrs", "actress", "son") tells of the person it is said of. */
export function genderOfTitle(folded: string): Gender | null {
  return TITLES.get(folded) ?? null;
}
