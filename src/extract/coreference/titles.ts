const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that stand directly before a person's name and tell who that is. Folded. */
const TITLES = list(`
mr mrs ms miss mister sir lord lady dame madam madame mme monsieur herr frau senor senora dr doctor prof professor rev
reverend fr father sister brother rabbi imam sheikh sheik ayatollah mullah pope cardinal archbishop bishop saint st king queen
prince princess duke duchess emperor empress crown sultan emir baron baroness count countess earl viscount president
premier chancellor minister secretary ambassador envoy senator sen representative rep congressman congresswoman governor gov
mayor councillor councilman councilwoman judge justice attorney general gen admiral adm colonel col major maj captain capt
commander cmdr lieutenant lt sergeant sgt corporal cpl private officer detective inspector constable sheriff marshal chief
chairman chairwoman chairperson chair ceo coach manager director editor speaker spokesman spokeswoman spokesperson
commissioner deputy dean principal chef agent designate actor actress singer author pm mp
`);

export const isTitleWord = (folded: string): boolean => TITLES.has(folded) || folded.endsWith('-designate');
