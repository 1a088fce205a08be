const list = (text: string): string[] => text.trim().split(/\s+/);

// Nouns that say what a person is: offices, ranks, occupations, kinship. Folded, singular.
const HEADS = new Set(
  list(`
president premier chancellor minister secretary undersecretary ambassador envoy consul attache diplomat negotiator senator
representative congressman congresswoman lawmaker legislator governor mayor councillor councilor councilman councilwoman
alderman judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel advocate general admiral colonel
major captain commander lieutenant sergeant corporal officer detective inspector constable sheriff marshal chief chairman
chairwoman chairperson chair ceo cfo coo cto president-elect founder cofounder co-founder owner manager director executive
treasurer trustee partner head leader boss coach trainer captain goalkeeper striker defender midfielder quarterback pitcher
player editor publisher columnist correspondent reporter journalist broadcaster presenter anchor host speaker spokesman
spokeswoman spokesperson commissioner deputy adviser advisor aide consultant analyst economist strategist expert scientist
researcher professor lecturer teacher scholar historian academic fellow dean rector principal provost physicist chemist
biologist astronomer doctor physician surgeon nurse psychologist psychiatrist engineer architect designer developer
programmer entrepreneur businessman businesswoman investor banker trader billionaire magnate tycoon philanthropist
activist campaigner organizer organiser dissident critic politician candidate nominee mp pm mep foreign-minister
actor actress singer musician composer conductor pianist violinist guitarist drummer rapper songwriter comedian dancer
filmmaker producer screenwriter writer author novelist poet playwright artist painter sculptor photographer model
athlete champion swimmer runner cyclist boxer wrestler golfer racer driver pilot astronaut cosmonaut king queen prince
princess duke duchess emperor empress sultan emir sheikh pope cardinal archbishop bishop priest pastor rabbi imam cleric
ayatollah monk nun soldier veteran guard agent spy whistleblower informant witness victim suspect defendant gunman hacker
mother father brother sister son daughter wife husband widow widower uncle aunt nephew niece cousin grandfather grandmother
farmer fisherman resident student pupil graduate worker employee volunteer firefighter policeman policewoman paramedic
superintendent administrator coordinator official regulator auditor curator librarian ombudsman whip envoy delegate
lobbyist pollster pundit blogger mayor-elect successor predecessor incumbent defector member co-owner co-chair
vice-president vice-chairman chairman-designate ambassador-designate premier-designate prime-minister-designate
`),
);
const SUFFIXES = ['-designate', '-elect', '-general'];
const MODIFIERS = new Set(
  list(
    'former ex then then- acting interim deputy vice assistant associate senior junior chief late outgoing incoming retired new current first lead special',
  ),
);

/** Words of address that tell no role ("Mr", "Dame"). */
const ADDRESS = new Set(
  list(
    'mr mrs ms miss mister sir lord lady dame madam madame mme monsieur herr frau senor senora dr rev reverend fr st saint mother father brother sister',
  ),
);

const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['pm', 'minister'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['premier', 'minister'],
  ['adm', 'admiral'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['prof', 'professor'],
  ['maj', 'major'],
]);

/** The office that a folded word names as the head of a role ("PM" → minister), or null. */
export function roleHead(folded: string): string | null {
  const abbreviated = ABBREVIATED.get(folded);
  if (abbreviated) return abbreviated;
  if (HEADS.has(folded)) return folded;
  for (const prefix of ['ex-', 'then-', 'vice-', 'co-'])
    if (folded.startsWith(prefix) && HEADS.has(folded.slice(prefix.length)))
      return folded.slice(prefix.length);
  for (const suffix of SUFFIXES)
    if (folded.endsWith(suffix) && HEADS.has(folded.slice(0, -suffix.length)))
      return folded.slice(0, -suffix.length);
  return null;
}

export const isAddress = (folded: string): boolean => ADDRESS.has(folded);
export const isRoleModifier = (folded: string): boolean => MODIFIERS.has(folded) || folded.startsWith('ex-');
