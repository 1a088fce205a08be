/** What a story is about: its own words, each list's entries expanded like the shared ones. */
export interface Topic {
  /** The office that deals with it. */
  field: string;
  lists: Record<'thing' | 'title' | 'lead' | 'fact' | 'claim' | 'line', readonly string[]> &
    Record<string, readonly string[]>;
}

export const TOPICS: readonly Topic[] = [
  {
    field: 'Trade',
    lists: {
      thing: ['the tariff talks', 'the trade agreement', 'the customs dispute', 'the duties on {ware}'],
      ware: ['{goods}', '{goods} and {goods}'],
      title: [
        '{a} sees {ware} deal as talks resume',
        '{country} and {other} near accord on {ware}',
        'Tariffs on {ware} to rise, {a} warns',
      ],
      lead: [
        '{A} said {weekday} that {country} and {other} were close to an agreement on {ware}, after negotiators met in {town}.',
        'Negotiators from {country} and {other} failed {weekday} to settle a dispute over duties on {ware}, {A} said.',
        '{country} will raise tariffs on {ware} from {other} by {pct} {future}, {A} announced {weekday}.',
      ],
      fact: [
        'Exports of {ware} to {other} were worth {money} last year, customs figures show.',
        '{B} arrived in {capital} {weekday} for a second round of negotiations.',
        'Tariffs of {pct} on {ware} have been in force since {month} {year}.',
        '{firm}, the largest exporter of {goods}, has cut {n} jobs since the duties were announced.',
        'Envoys exchanged lists of {n} products, among them {goods}, {goods} and {goods}.',
      ],
      claim: [
        'the tariffs would cost exporters {money} a year',
        'quotas for {ware} could be lifted before the end of the year',
        'both sides had narrowed the gap on {ware}',
        'customs checks would be eased at {n} crossings',
      ],
      line: [
        'We are not here to win, we are here to trade',
        'A tariff is a tax on our own kitchens',
        'The door is open, but it will not stay open',
        'Nobody should expect an agreement on {ware} this week',
        'We have moved on {goods} and we expect them to move on {goods}',
      ],
    },
  },
  {
    field: 'Environment',
    lists: {
      thing: ['the floods', 'the flood damage', 'the broken dykes', 'the rescue work'],
      title: [
        'Floods cut off {town} as river rises',
        '{n} villages evacuated near {town}',
        '{a} promises aid after floods',
      ],
      lead: [
        'Rescuers searched flooded villages around {town} {weekday} after the river burst its banks, {A} said.',
        'At least {n} people were evacuated from {town} {weekday} as floodwater reached the {region} of {country}.',
        '{A} promised {money} in aid {weekday} for towns along the river that were flooded after {weather}.',
      ],
      fact: [
        'The river stood at {n} metres above its usual level {weekday}, the highest since {year}.',
        'Helicopters carried {n} people from roofs in {town} to {venue}.',
        'A dyke near {town} broke {past} and has not been repaired.',
        'Power was cut to {big} homes, and trains between {town} and {capital} were cancelled.',
        'Soldiers filled {big} sandbags, and {org} sent pumps and blankets.',
      ],
      claim: [
        'the worst of the flood had passed',
        'the dykes had not been inspected since {year}',
        'repairs would cost {money} and take {period}',
        'warnings had reached the villages too late',
      ],
      line: [
        'The river gave us two hours',
        'We will rebuild, but not in the same place',
        'Every pump in the country is on its way',
        'The dykes were built for another climate',
        'I have never seen the water so high',
      ],
    },
  },
  {
    field: 'Transport',
    lists: {
      thing: ['the strike', 'the walkout', 'the pay dispute', 'the timetable'],
      title: [
        'Rail strike halts trains across {country}',
        '{firm} and union resume pay talks',
        'Ferries idle as crews walk out',
      ],
      lead: [
        'A strike by {strikers} halted trains and ferries across {country} {weekday} as {C} called for higher pay.',
        '{firm} and {org} resumed pay talks {weekday}, {period} after {strikers} walked out in {town}.',
        '{A} urged {strikers} {weekday} to end a walkout that has stranded {big} passengers.',
      ],
      strikers: [
        'dockers',
        'signal workers',
        'ferry crews',
        'bus drivers',
        'baggage handlers',
        'train guards',
        'pilots',
      ],
      fact: [
        '{strikers} want {pct} more pay; {firm} has offered {pct}.',
        'Of {n} ferries that were due {weekday}, only {n} sailed.',
        '{C} has led the union since {year}.',
        'The last strike of this length was in {year}, when wages rose by {pct}.',
        'Pickets stood at {venue} from four in the morning.',
      ],
      claim: [
        'the offer was an insult to {strikers}',
        'the timetable would return to normal {future}',
        'the strike cost the economy {money} a day',
        'overtime had gone unpaid for {period}',
      ],
      line: [
        'We move this country and this country has forgotten it',
        'Our members have families, and families eat',
        'There is no more money in the till',
        'Passengers are not a bargaining chip',
        'We are ready to talk at any hour',
      ],
    },
  },
  {
    field: 'Justice',
    lists: {
      thing: ['the trial', 'the bribery case', 'the investigation', 'the indictment'],
      title: [
        'Court hears bribery case against {c}',
        'Prosecutors demand {n} months for {c}',
        'Judge adjourns {firm} trial',
      ],
      lead: [
        '{C} denied {weekday} taking bribes from {firm} as {c:his} trial opened in {town}.',
        'Prosecutors in {town} charged {C} {weekday} with fraud over contracts of {firm} worth {money}.',
        'A court in {town} adjourned the trial of {C} {weekday} after a witness withdrew {c:his} statement.',
      ],
      fact: [
        'The indictment of {n} pages lists {n} payments to accounts in {other}.',
        'Judge {J} allowed {n} witnesses to testify.',
        'Police searched offices of {firm} in {town} {past}.',
        '{C} was arrested at the airport {past} and released on bail of {money}.',
        'The verdict is expected {future}.',
      ],
      claim: [
        'the payments were loans between friends',
        'the evidence had been kept in a safe in {town}',
        'the contracts were signed without a tender',
        'the witnesses had contradicted each other',
      ],
      line: [
        'I have nothing to hide and I have hidden nothing',
        'This court hears evidence and not rumours',
        'My client was the last to know',
        'The money went round the world and came home',
        'Nobody is above the law in this country',
      ],
    },
  },
  {
    field: 'Interior',
    lists: {
      thing: ['the election', 'the campaign', 'the coalition', 'the recount'],
      title: [
        '{c} leads in {country} election',
        'Coalition talks fail in {capital}',
        'Voters in {town} go to the polls',
      ],
      lead: [
        '{C} won the election in {town} {weekday} with {pct} of the vote, according to a first count.',
        'Coalition talks between {A} and {C} broke down {weekday} in {capital}.',
        'Voters in {country} went to the polls {weekday} in an election overshadowed by the price of {goods}.',
      ],
      fact: [
        'Turnout was {pct}, the lowest since {year}.',
        'A recount in {n} districts begins {future}.',
        '{org} sent {n} observers to polling stations in {town} and {capital}.',
        'Opinion polls had put {C} {n} points behind.',
        'Ballot papers were delayed in the {region} by {weather}.',
      ],
      claim: [
        'the count had been fair',
        'a coalition could be formed before the end of the month',
        'ballots had gone missing in {n} stations',
        'pensions would rise by {pct}',
      ],
      line: [
        'The voters have spoken and I have heard them',
        'We will count every ballot twice',
        'A coalition is a marriage without love',
        'I ask for patience, not for applause',
        'This is the beginning of a new season',
      ],
    },
  },
  {
    field: 'Finance',
    lists: {
      thing: ['the merger', 'the takeover', 'the bid', 'the rescue loan'],
      title: [
        '{firm} agrees to buy {firm2}',
        'Regulators examine {firm} takeover',
        '{firm} shares fall after bid',
      ],
      lead: [
        '{firm} has agreed to buy {firm2} for {money}, the two companies said {weekday}.',
        'Shareholders of {firm2} rejected a takeover bid of {money} by {firm} {weekday}.',
        '{A} said {weekday} that the government would not block the merger of {firm} and {firm2}.',
      ],
      fact: [
        '{E} has been chief executive of {firm} since {year}.',
        '{firm} reported a profit of {money} for the quarter, {pct} more than a year earlier.',
        '{firm2} employs {big} people in {town} and {other}.',
        'The central bank left its interest rate at {pct} {past}.',
        'Analysts had expected a bid of {money}.',
      ],
      claim: [
        'the merger would save {money} a year',
        'no plant in {town} would be closed',
        'regulators would need {period} for their review',
        'the bid undervalued the company by {pct}',
      ],
      line: [
        'Two strong companies are stronger together',
        'The price is fair and it is final',
        'We will not sell the silver to heat the house',
        'Savings come from shared warehouses, not from lost jobs',
        'The market will be the judge',
      ],
    },
  },
  {
    field: 'Health',
    lists: {
      thing: ['the outbreak', 'the vaccination campaign', 'the hospital shortage', 'the infections'],
      title: [
        'Outbreak of {illness} closes schools in {town}',
        '{a} defends vaccination plan',
        'Hospitals near limit, doctors say',
      ],
      illness: [
        'measles',
        'river fever',
        'influenza',
        'food poisoning',
        'whooping cough',
        'a lung infection',
      ],
      lead: [
        'Schools in {town} closed {weekday} after {n} children fell ill with {illness}, {A} said.',
        'Hospitals in {country} treated {n} cases of {illness} {weekday}, {pct} more than a week before.',
        '{A} defended the government’s vaccination plan {weekday} as cases of {illness} rose in {town}.',
      ],
      fact: [
        'Doctors in {town} reported {n} infections {past}.',
        '{firm} will deliver {big} doses {future}.',
        'The first case was found in {town} {past} in a {trade}.',
        '{D} and a team at {uni} traced the infections to a shipment of {goods}.',
        'Of {big} beds in the {region}, {pct} are taken.',
      ],
      claim: [
        'infections would peak in {n} days',
        'there were enough doses for all children',
        'the tap water in {town} was safe',
        'hospitals had asked for help for {period}',
      ],
      line: [
        'Wash your hands and keep your children at home',
        'The vaccine is safe and it is here',
        'Our nurses are doing double shifts',
        'We saw the first cases and thought of a cold',
        'Panic helps nobody',
      ],
    },
  },
  {
    field: 'Energy',
    lists: {
      thing: ['the blackout', 'the power grid', 'the reactor plan', 'the gas pipeline'],
      title: [
        'Blackout leaves {town} in the dark',
        '{firm} to build turbines off {country}',
        'Pipeline through {other} approved',
      ],
      lead: [
        'A blackout cut power to {big} homes in {town} {weekday}, and {A} ordered an inquiry.',
        '{firm} will build {n} wind turbines off the coast of {country}, {A} said {weekday}.',
        'Parliament in {capital} approved a pipeline through {other} {weekday} by {n} votes to {n}.',
      ],
      fact: [
        'A transformer near {town} caught fire at dawn, {org} said.',
        'The turbines are to produce {n} megawatts from {year}.',
        'Electricity costs {pct} more than in {month}.',
        '{E} of {firm} inspected the damaged cable {weekday}.',
        'The pipeline will be {n} kilometres long and cost {money}.',
      ],
      claim: [
        'the grid had run at its limit for {period}',
        'the lights would be on again by the evening',
        'prices would fall by {pct} once the turbines ran',
        'the transformer was older than its operators',
      ],
      line: [
        'A grid is only as strong as its oldest switch',
        'We need every kilowatt that the wind can give',
        'The lights went out and the excuses came on',
        'Gas is a bridge and bridges end somewhere',
        'We will publish every log of that night',
      ],
    },
  },
  {
    field: 'Agriculture',
    lists: {
      thing: ['the fishing quotas', 'the harvest', 'the drought', 'the subsidies'],
      title: [
        'Drought halves {crop} harvest in {country}',
        'Fishermen of {town} protest against quotas',
        '{a} doubles farm subsidies',
      ],
      crop: ['barley', 'maize', 'olive', 'potato', 'cotton', 'apple', 'rice', 'walnut'],
      lead: [
        'Farmers in {country} expect the worst {crop} harvest since {year} after a drought of {period}, {A} said {weekday}.',
        'Fishermen blocked the harbour of {town} {weekday} in protest against quotas agreed with {other}.',
        '{A} announced subsidies of {money} {weekday} for farmers hit by the drought.',
      ],
      fact: [
        'Reservoirs in the {region} are {pct} full.',
        '{C} keeps {n} cows near {town} and has sold {n} of them.',
        'The quota for herring was cut by {pct} {past}.',
        'A tonne of {crop} flour costs {money}, {org} said.',
        'Wells near {town} ran dry {past}.',
      ],
      claim: [
        'every second field had been lost',
        'the quotas ignored what the boats saw at sea',
        'subsidies would be paid before the end of {month}',
        'imports of {goods} would have to double',
      ],
      line: [
        'You cannot plough dust',
        'The fish do not read quotas',
        'Our wells are as deep as our debts',
        'We feed the cities and the cities send us forms',
        'One week of rain would save us',
      ],
    },
  },
  {
    field: 'Foreign',
    lists: {
      thing: ['the ceasefire', 'the border talks', 'the summit', 'the exchange of prisoners'],
      title: [
        '{country} and {other} extend ceasefire',
        'Summit in {town} ends without statement',
        '{a} to meet {b} in {town}',
      ],
      lead: [
        '{A} and {B} agreed {weekday} to extend a ceasefire along the border near {town}.',
        'A summit of {n} countries ended in {town} {weekday} without a joint statement, {A} said.',
        '{A} will meet {B} in {town} {future} to discuss the border crossing that {other} closed {past}.',
      ],
      fact: [
        'The ceasefire was signed {past} and has been broken {n} times, observers said.',
        '{n} prisoners were exchanged at a bridge near {town} {weekday}.',
        'Diplomats described the dinner at {venue} as {mood}.',
        '{org} has {n} observers on both sides of the border.',
        '{other} recalled its ambassador {past}.',
      ],
      claim: [
        'the crossing would open again {future}',
        'shells had fallen on the {demonym} side of the river',
        'the maps of {year} would be the basis of any treaty',
        'neither side wanted another winter of war',
      ],
      line: [
        'A quiet border is the best border',
        'We have talked for longer than we have fought',
        'Trust comes on foot and leaves on horseback',
        'The prisoners are home and that is what counts',
        'There will be no treaty without the islands',
      ],
    },
  },
];
