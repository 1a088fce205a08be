const PAIRS = `
bill:william will:william billy:william bob:robert bobby:robert rob:robert dick:richard rick:richard rich:richard
jim:james jimmy:james jamie:james joe:joseph joey:joseph john:jonathan jon:jonathan jack:john johnny:john mike:michael
mick:michael mickey:michael tom:thomas tommy:thomas tony:anthony dan:daniel danny:daniel dave:david ed:edward
eddie:edward ted:edward ned:edward fred:frederick freddie:frederick greg:gregory jeff:jeffrey geoff:geoffrey
jerry:gerald ken:kenneth larry:lawrence len:leonard matt:matthew nick:nicholas pat:patrick pete:peter phil:philip
ray:raymond ron:ronald ronnie:ronald sam:samuel steve:steven steve:stephen stu:stuart tim:timothy vince:vincent
walt:walter andy:andrew al:albert al:alan alex:alexander ben:benjamin charlie:charles chuck:charles chris:christopher
don:donald doug:douglas gabe:gabriel hank:henry harry:henry harry:harold jake:jacob josh:joshua max:maximilian
nate:nathaniel zach:zachary abe:abraham bernie:bernard bert:herbert cliff:clifford frank:francis gus:augustus
liz:elizabeth beth:elizabeth betty:elizabeth lizzie:elizabeth eliza:elizabeth kate:katherine kate:catherine
kathy:katherine cathy:catherine katie:katherine maggie:margaret meg:margaret peggy:margaret molly:mary polly:mary
sue:susan susie:susan suzy:susan jen:jennifer jenny:jennifer jess:jessica becky:rebecca debbie:deborah barb:barbara
cindy:cynthia chrissy:christine connie:constance dot:dorothy ellie:eleanor nell:eleanor fran:frances ginny:virginia
jackie:jacqueline jo:joanne judy:judith kim:kimberly mandy:amanda mel:melanie nan:nancy pam:patricia patty:patricia
sally:sarah sandy:sandra steph:stephanie tess:theresa terri:theresa tina:christina trish:patricia val:valerie vicky:victoria
`;

const FULL = new Map<string, string[]>();
for (const pair of PAIRS.trim().split(/\s+/)) {
  const [short, full] = pair.split(':') as [string, string];
  FULL.set(short, [...(FULL.get(short) ?? []), full]);
}

/** May two folded given names be one person's: equal, an initial of the other ("J"), or a nickname ("Bill", "William")? */
export function givenNamesMatch(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 || (short.length === 2 && isInitials(short))) return long[0] === short[0];
  if (FULL.get(a)?.includes(b) || FULL.get(b)?.includes(a)) return true;
  return Boolean(FULL.get(a)?.some((full) => FULL.get(b)?.includes(full)));
}

/** Two letters no given name has together ("jk", "gw"): written initials. */
const isInitials = (word: string): boolean => !/[aeiouy]/.test(word);
