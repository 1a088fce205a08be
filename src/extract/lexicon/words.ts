const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words right before a person's name that are no part of it, in lower case: honorifics, offices, ranks, professions. */
export const TITLES = set(`
  mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme mlle monsieur herr frau signor signora
  senor señor senora señora don sheikh sheik shaykh imam ayatollah mullah rabbi rev reverend father fr sister brother
  pastor bishop archbishop cardinal pope saint st king queen prince princess duke duchess earl count countess baron
  baroness viscount emperor empress tsar sultan emir caliph shah hon honorable honourable
  president vice-president pm premier chancellor minister secretary senator sen sens representative rep reps
  congressman congresswoman governor gov mayor councillor councilman councilwoman alderman deputy ambassador
  ambassador-designate envoy consul commissioner chairman chairwoman chairperson chair chief director
  director-general secretary-general spokesman spokeswoman spokesperson leader speaker whip mp mep msp judge justice
  magistrate attorney lawyer solicitor barrister prosecutor sheriff officer constable inspector superintendent
  detective agent general gen maj major col colonel lt lieutenant capt captain sgt sergeant cpl corporal pvt private
  cmdr commander admiral adm commodore marshal brigadier cadet pilot astronaut cosmonaut coach manager captain
  striker midfielder defender goalkeeper quarterback pitcher referee player founder co-founder ceo cfo coo cto
  executive entrepreneur billionaire tycoon banker economist analyst strategist professor historian scientist
  physicist chemist biologist researcher author writer novelist poet playwright journalist reporter correspondent
  editor columnist blogger photographer actor actress singer rapper musician guitarist drummer composer conductor
  artist painter sculptor architect designer filmmaker producer comedian model activist campaigner dissident
  cleric candidate nominee incumbent politician lawmaker legislator parliamentarian diplomat aide adviser advisor
  counsel warlord dictator militant rebel gunman suspect widow wife husband son daughter mother father
  sister brother uncle aunt cousin nephew niece friend colleague teammate
`);

/** Words of a title that stand before its head: "Prime Minister", "Foreign Secretary". */
export const TITLE_MODIFIERS = set(`
  prime foreign vice deputy assistant associate acting interim former ex then first second senior junior chief head
  defence defense finance interior justice trade health education energy environment economic economy agriculture
  transport home attorney lieutenant major brigadier rear field wing air police press crown grand supreme executive
  managing general opposition majority minority house senate party state federal national special permanent u.s us uk
  american british japanese chinese russian french german iranian israeli iraqi indian pakistani south north korean
  ukrainian palestinian under permanent solicitor surgeon
`);

/** Words that name a relation or office before "of": never the start of a person's name. */
export const SUFFIXES = set('jr sr ii iii iv phd md esq obe mbe cbe qc kc');

/** Nobiliary and other particles inside a person's name, in lower case. */
export const PARTICLES = set(
  'von van der den de del della di da dos das du la le el al bin ibn bint ben ter ten zu zur af av abu',
);

/** Heads of organisations' names, in lower case. */
export const ORGANISATION_HEADS = set(`
  inc corp corporation co company ltd limited llc llp plc gmbh ag sa nv spa group holdings holding partners
  associates enterprises industries technologies systems solutions software labs laboratories laboratory
  pharmaceuticals motors airlines airways air bank banking capital securities asset management investments fund trust
  insurance university college school institute institution academy faculty department ministry agency bureau
  commission committee council authority administration association federation union league society foundation
  organisation organization network alliance coalition front movement party congress parliament senate assembly
  court tribunal board office service services center centre hospital clinic church ministry museum library
  orchestra symphony choir band ensemble theatre theater studios studio records pictures entertainment productions
  media news times post journal herald tribune gazette guardian telegraph mirror chronicle press magazine
  broadcasting television radio club fc united rovers athletic wanderers army navy force forces corps regiment brigade
  division battalion squadron fleet guard police command militia brigades consortium cooperative syndicate chamber
  exchange railways railroad railway secretariat cabinet treasury team rangers airlines newspapers publications
`);

/** Heads of places' names, in lower case. */
export const PLACE_HEADS = set(`
  river lake sea ocean bay gulf strait straits channel canal island islands isle peninsula cape coast beach mountain
  mountains mount mt hill hills valley desert forest woods park gardens garden square street st avenue ave road rd
  boulevard blvd lane drive highway bridge tunnel airport port harbor harbour station terminal city town township
  village county province state district region territory prefecture borough parish municipality republic kingdom
  emirate castle palace cathedral temple stadium arena tower falls springs creek canyon plateau glacier reef lagoon
  heights fort camp base crossing junction plaza mall estate farm ranch neighborhood quarter zone strip
`);

/** Verbs that report speech, in the forms that news uses. */
export const VERBS_OF_SAYING = set(`
  said says say saying told tells tell added adds stated states announced announces warned warns argued argues
  claimed claims insisted insists noted notes explained explains replied asked asks urged urges denied denies
  confirmed confirms declared acknowledged admitted admits believes believed thinks thought suggested suggests
  reported reports commented remarked wrote writes called calls responded recalled predicted vowed pledged promised
  accused criticised criticized praised welcomed reiterated stressed emphasised emphasized concluded continued
  testified quipped joked tweeted posted estimates estimated expects expected hopes hoped conceded complained
  cautioned countered observed maintains maintained contends contended alleges alleged agreed agrees
`);

/** Lower-case words that may stand inside a name between capitalised ones. */
export const CONNECTORS = set(
  'of and the for in on at to with de del della di da dos du la le les des el al y e von van der den bin ibn ben und et upon under a an',
);
