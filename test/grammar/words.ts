/** Words that every story may use; a list's name in braces stands for one of its entries. */
const list = (entries: string): readonly string[] => entries.trim().split(/\s*,\s*/);

export const SHARED: Record<string, readonly string[]> = {
  said: list(
    'said, said, said, said, told reporters, told a news conference, told parliament, said in an interview',
  ),
  says: list('said, added, warned, argued, explained, noted, insisted, acknowledged, stressed, recalled'),
  goods:
    list(`grain, barley, copper, timber, wool, cement, cotton, coffee, salmon, herring, phosphate, steel, aluminium, bricks,
    tractors, turbines, batteries, textiles, potatoes, apples, cheese, lamp oil, fertiliser, lithium, porcelain, paper, leather,
    glassware, bicycles, medicines, seed corn, olives, rubber, sugar, tea, cocoa, oats, walnuts, marble, slate, wine, honey, cranes,
    locomotives, cables, pumps, semiconductors, furniture, shoes, vaccines`),
  trade:
    list(`baker, ferry deckhand, beekeeper, schoolteacher, bus driver, nurse, electrician, fish seller, librarian, carpenter,
    retired miner, crane operator, pharmacist, shepherd, bookbinder, tailor, waiter, postman, gardener, welder, student, plumber,
    mechanic, midwife, translator, farmer, clerk, florist, glazier, night porter, tram driver, piano tuner, violin maker, locksmith,
    lighthouse keeper, chimney sweep, goldsmith, grocer, surveyor, vet, optician, roofer, stonemason, potter, printer, cobbler`),
  direct: [
    '"{line}," {S} {said}.',
    '"{line}," {S} {said} {weekday}. "{line}."',
    '{S} said: "{line}."',
    '"{line}," said {S}, whose mood was {mood}. "{line}," {S:he} added.',
    '{S} spoke of {thing} as "{verdict}", and added: "{line}."',
    'Asked about {thing} {weekday}, {S} smiled. "{line}," {S:he} said.',
  ],
  indirect: [
    '{S} {says} {weekday} that {claim}.',
    'According to {S}, {claim}.',
    '{S} {says} that {claim}, and that {claim}.',
    '{S} told {org} that {claim}. {S:He} gave no date.',
    'In {town}, {S} {says} that {claim}.',
  ],
  line: [
    'If {goods} stay in {town}, the {region} will pay for it',
    'Give us {period} and we will show what {demonym} {goods} are worth',
    'I read the {paper} twice, and {n} pages of it are {verdict}',
    'Whoever doubts it should talk to a {trade} in {town}',
    'We spent {money} on {goods} and {n} on people',
    'In {year} we moved {pace}, and we will move {pace} again',
    'Between {month} and {month} nobody slept at {venue}',
    'My grandmother sold {goods} in {town} and knew better than this {body}',
    'Ask the {trade}s, not the {expert}s',
    'There are {n} ways to waste {goods} and we have tried them all',
    'The {body} is {mood}, and so am I',
    'After {weather} comes {weather}, and after one {paper} comes another',
    'I would rather lose {pct} now than {country} in {period}',
    'You do not mend {venue} with a {paper}',
  ],
  claim: [
    'the {body} had worked {pace} for {period}',
    'the {paper} of {month} would be published {future}',
    '{n} {trade}s and {n} {trade}s had been hired in {town}',
    'stocks of {goods} in the {region} would last for {period}',
    '{firm} would move {big} tonnes of {goods} through {town}',
    '{other} had been told of {thing} {past}',
    'the {body} was {mood} about {thing}',
    '{crowd} had been promised {goods} and given a {paper}',
  ],
  fact: [
    'A {body} of {n} has met {n} times since {month}, most recently at {venue}.',
    '{firm} keeps {big} tonnes of {goods} in {town}, worth {money}.',
    'A {paper} on {thing} was due {past} and has not been seen.',
    'Around {town}, {pct} of households work with {goods}, against {pct} in {year}.',
    'Roads to {town} were closed after {weather} {weekday}.',
    '{org} counted {n} complaints about {goods} in {month}, and {n} about {goods}.',
  ],
  expert:
    list(`economist, historian, hydrologist, lawyer, political scientist, engineer, sociologist, epidemiologist, geologist,
    security analyst, energy analyst, agronomist, transport planner, statistician, marine biologist, climatologist, criminologist`),
  venue:
    list(`city hall, the old customs house, the harbour office, the central station, the university library, the county court,
    the town theatre, a school gymnasium, the regional hospital, the market hall, the fire station, the grain exchange, a tent
    outside the stadium, the opera house, the airport terminal, the riverside museum, the chamber of commerce, the lifeboat station`),
  mood: list(
    `cautious, hopeful, tense, quiet, businesslike, sombre, cheerful, impatient, weary, defiant, subdued, nervous, polite, frosty`,
  ),
  pace: list(
    `slowly, at last, without warning, more quickly than planned, in small steps, behind closed doors, after long delays, overnight`,
  ),
  crowd:
    list(`dozens of residents, several hundred people, a small crowd, families with children, about forty pensioners, students and
    teachers, shopkeepers from the old town, commuters, volunteers in yellow vests, a handful of protesters`),
  weather: list(
    `heavy rain, a clear morning, freezing fog, strong winds, the first snow of the year, a heatwave, drizzle, bright sunshine`,
  ),
  body: list(
    `committee, working group, panel of experts, task force, parliamentary inquiry, review board, joint commission, steering group`,
  ),
  paper: list(
    `report, draft, letter, statement, memorandum, protocol, white paper, court filing, audit, leaflet, survey, timetable`,
  ),
  verdict:
    list(`too little and too late, a step in the right direction, a bitter disappointment, the best that could be had, a gamble,
    long overdue, a mistake that others will pay for, a test of patience, a beginning and no more, worth every coin`),
  region: list(
    'north, south, east, west, interior, border districts, coastal counties, highlands, river valleys, outer islands',
  ),
  period: list(
    'three weeks, two months, half a year, eighteen months, two years, nearly a decade, five days, ten weeks',
  ),
  closing: [
    '{A} is expected to visit {other} {future}.',
    'A final decision is expected {future}.',
    'The {body} meets again {future} in {capital}.',
    '{org} declined to comment.',
    'A spokesman for {firm} did not answer questions sent {weekday}.',
    'Further {paper}s are to be published before the end of {month}.',
    'In {town}, life went on: the {trade}s opened their shops at seven as they always do.',
  ],
  colour: [
    'The mood at {venue} was {mood} as {crowd} waited in {weather}.',
    '{crowd} gathered outside {venue} in {town} {weekday}, in spite of {weather}.',
    'Inside {venue}, a {trade} and a {trade} argued about the price of {goods}.',
    'At {venue} in {town}, {crowd} signed a {paper} against the plan.',
    'People in the {region} of {country} live from {goods} and {goods}, and have done so for generations.',
    'Prices of {goods} rose {pct} in {month}, while those of {goods} fell by {pct}.',
    'Shares in {firm} closed {pct} lower {weekday}, and {goods} traded at {money} a tonne.',
    'It was {W} who first noticed: "{gossip}," {W:he} said.',
    '"{gossip}," said {W}, a {trade} from {town}.',
    '{W}, {age}, a {trade} in {town}, said {W:he} had waited {period} for an answer.',
    '"{gossip}. {gossip}," {W} told this newspaper.',
  ],
  gossip:
    list(`Nobody asked us, I will believe it when I see it, We have heard all that before, My children will still be paying for this,
    You can smell the smoke from here, The shop has been empty since spring, They promised us a bridge and sent a brochure,
    I slept in the car for two nights, Without the ferry there is no school, It was louder than thunder, Ask me again in a year,
    We only want to work, The water came up to the window, My father would have laughed, It is better than nothing`),
  general: [
    '{D} called the plan "{verdict}".',
    'For {D}, the plan is {verdict}.',
    '{P} has made {thing} a matter of {P:his} own, and {says} {past} that {claim}.',
    '{P} and {B} spoke about {thing} by telephone {weekday}.',
    '{G} offered {weekday} to mediate between {country} and {other}.',
    '{D} said that the {body} had worked {pace} and that its {paper} was {verdict}.',
    'According to a {paper} by {uni}, {n} of {big} households in the {region} would be affected.',
    'A {body} led by {D} found {weekday} that {claim}.',
    'The {demonym} government has put {money} aside since {month}, {pct} more than a year before.',
    '{A} met {B} in {capital} {past}, when the two agreed on a {paper} of {n} pages.',
    '{org} was founded in {year} and has {big} members in {country} and {other}.',
    '{org} {says} in a {paper} {weekday} that {claim}.',
    'The {paper}, seen {weekday}, says that {claim}.',
    'In {month} {year}, a similar {paper} had been rejected by {n} votes to {n}.',
    'Talks about {thing} have dragged on for {period}.',
    'In {town}, {n} kilometres from {capital}, the news was met with relief.',
  ],
};

export const GIVEN: Record<'she' | 'he', readonly string[]> = {
  she: list(`Hana, Marta, Lena, Ines, Aiko, Paula, Nadia, Clara, Ingrid, Rosa, Amina, Judith, Vera, Sofia, Miriam, Elena, Greta, Yuki, Fatima,
    Olga, Beatriz, Anja, Leila, Teresa, Karin, Noor, Silvia, Dora, Emma, Irene, Mei, Priya, Ruth, Sanna, Tamara, Ursula, Wanda, Zofia, Alma, Birgit`),
  he: list(`Tomas, Henrik, Daniel, Omar, Pavel, Luis, Kenji, Marco, Anton, David, Ivan, Peter, Samuel, Victor, Yusuf, Bruno, Erik, Felix, Georg,
    Hugo, Igor, Jonas, Karl, Leon, Mateo, Nils, Oscar, Paul, Rafael, Stefan, Thomas, Viktor, Walter, Adam, Boris, Carlos, Dmitri, Emil, Hiroshi, Milan`),
};

export const MONTHS = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
export const WEEKDAYS = list('Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday');
