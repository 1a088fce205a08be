import { describe, expect, it } from 'vitest';
import { read } from './reading';

const expectations = (cases: Record<string, string[]>) => {
  for (const [text, quotations] of Object.entries(cases)) {
    it(text.replaceAll('\n', ' ¶ '), () => expect(read(text)).toEqual(quotations));
  }
};

describe('direct speech', () => {
  expectations({
    '“The harbour will open in May,” Ann Lee said.': [
      'direct | Ann Lee | said | The harbour will open in May,',
    ],
    '"It rains," said Omar Diaz, a fisherman from Westport. "It always rains."': [
      'direct | Omar Diaz | said | It rains, / It always rains.',
    ],
    '“The harbour,” Lee told reporters on Monday, “will open in May.”': [
      'direct | Lee | told | The harbour, / will open in May.',
    ],
    'Petra Novak tweeted: "Gone fishing."': ['direct | Petra Novak | tweeted | Gone fishing.'],
    '“Really?” Novak asked. Diaz nodded.': ['direct | Novak | asked | Really?'],
    'As Lee told the Daily Ledger, "the pier is old".': ['direct | Lee | told | the pier is old'],
    'Diaz grew angry. “I will not go.”': ['direct | Diaz | - | I will not go.'],
    '“The sea takes it back.” — Petra Novak': ['direct | Petra Novak | - | The sea takes it back.'],
    'PIER NOTES\nLEE: The pier is old. It is cold.\nDIAZ: It is not.': [
      'direct | LEE | : | The pier is old. It is cold.',
      'direct | DIAZ | : | It is not.',
    ],
  });
});

describe('several paragraphs', () => {
  expectations({
    'Lee said: "The pier is old.\n"It must go."\nTraffic was light.': [
      'direct | Lee | said | The pier is old. / It must go.',
    ],
    '“One is long.\n“Two is longer,” Diaz said.': ['direct | Diaz | said | One is long. / Two is longer,'],
    "Lee said: 'The pier's old.\n'It isn't safe.'\nTraffic was light.": [
      "direct | Lee | said | The pier's old. / It isn't safe.",
    ],
    'Diaz added:\n“The gate is shut.”': ['direct | Diaz | added | The gate is shut.'],
    '“It is late,” Diaz said.\n“We must go.”': [
      'direct | Diaz | said | It is late,',
      'direct | Diaz | - | We must go.',
    ],
    // a statement speaks, and it goes on speaking
    'The ministry said the talks went well. "Both sides were frank," the statement further read. "They will meet again," it added.':
      [
        'indirect | The ministry | said | the talks went well',
        'direct | the statement | further read | Both sides were frank,',
        'direct | it | added | They will meet again,',
      ],
  });
});

describe('mixed speech', () => {
  expectations({
    'Lee said the repairs "won\'t be easy".': ["mixed | Lee | said | the repairs / won't be easy"],
    'Diaz called the plan "a gift to pirates".': ['mixed | Diaz | called | a gift to pirates'],
    'Lee said the pier was old, adding that it would "never" be repaired.': [
      'indirect | Lee | said | the pier was old',
      'mixed | Lee | adding | it would / never / be repaired',
    ],
    'Lee said she wants “a new pier” by May.': ['mixed | Lee | said | she wants / a new pier / by May'],
    'The council issued a statement calling the plan “reckless”.': [
      'mixed | The council | calling | reckless',
    ],
    // marks without a cue are nobody's words
    'The council imposed "reciprocal" fees on boats.': [],
    'In an interview on “Morning Tide,” Lee said the pier was old.': [
      'indirect | Lee | said | the pier was old',
    ],
    'The pier is closed.\n“The Old Pier”\nIt is old.': [],
  });
});

describe('indirect speech', () => {
  expectations({
    'Lee said that the pier would close.': ['indirect | Lee | said | the pier would close'],
    'Lee said Tuesday the pier would close.': ['indirect | Lee | said | the pier would close'],
    'Lee said in a statement that the pier would close.': ['indirect | Lee | said | the pier would close'],
    'The pier would close, the Harbour Trust said in a statement.': [
      'indirect | Harbour Trust | said | The pier would close',
    ],
    'The pier would close, said the Harbour Trust in a statement.': [
      'indirect | Harbour Trust | said | The pier would close',
    ],
    'The pier will close, according to Diaz.': ['indirect | Diaz | according to | The pier will close'],
    'According to the Daily Ledger, the pier will close.': [
      'indirect | Daily Ledger | According to | the pier will close',
    ],
    'The pier, Lee said, will close in May.': ['indirect | Lee | said | The pier / will close in May'],
    'Diaz warned the town that the pier was weak.': ['indirect | Diaz | warned | the pier was weak'],
    'Diaz told the town he would stay.': ['indirect | Diaz | told | he would stay'],
    'Lee promised to rebuild the pier.': ['indirect | Lee | promised | to rebuild the pier'],
    'Novak asked whether the gate was shut.': ['indirect | Novak | asked | whether the gate was shut'],
    'Lee accused Diaz of hiding the report.': ['indirect | Lee | accused | hiding the report'],
    'Lee said the pier was old and warned that it would fall.': [
      'indirect | Lee | said | the pier was old',
      'indirect | Lee | warned | it would fall',
    ],
    'Lee said the pier was safe, but the gate was shut.': ['indirect | Lee | said | the pier was safe'],
  });
});

describe('who speaks', () => {
  expectations({
    'Omar Diaz, the harbour master, said the pier was safe.': [
      'indirect | Omar Diaz | said | the pier was safe',
    ],
    'Ann Lee, who arrived on Friday, said she was glad.': ['indirect | Ann Lee | said | she was glad'],
    'Harbour master Omar Diaz said the pier was safe.': ['indirect | Omar Diaz | said | the pier was safe'],
    'A spokesman for the Harbour Trust said the gate was shut.': [
      'indirect | A spokesman | said | the gate was shut',
    ],
    'Novak shook hands with Ann Lee, who said the gate was shut.': [
      'indirect | Ann Lee, who | said | the gate was shut',
    ],
    'Lee met Diaz on Monday and said she would stay.': ['indirect | Lee | said | she would stay'],
    'According to the Daily Ledger, Omar Diaz, the harbour master, said the gate was shut.': [
      'indirect | Daily Ledger | According to | Omar Diaz, the harbour master, said the gate was shut',
      'indirect | Omar Diaz | said | the gate was shut',
    ],
    'As Lee told the Daily Ledger, the fees have dropped. “They will fall again.”': [
      'indirect | Lee | told | the fees have dropped',
      'direct | Lee | - | They will fall again.',
    ],
    'Lee this week said the gate was shut.': ['indirect | Lee | said | the gate was shut'],
  });
});

describe('what nobody said', () => {
  expectations({
    'Lee did not say whether the pier would close.': [],
    'Lee would say that the pier is safe.': [],
    'Diaz declined to say when he would leave.': [],
    'Novak was told that the gate was shut.': [],
    'His claims are old and the reports were lost.': [],
    'Eighteen states joined the pact.': [],
  });
});

describe('the marks in running text', () => {
  expectations({
    '« Le port est vieux », said Ann Lee.': ['direct | Ann Lee | said | Le port est vieux'],
    '„The pier is old“, Diaz said.': ['direct | Diaz | said | The pier is old'],
    '»The pier is old«, Diaz said.': ['direct | Diaz | said | The pier is old'],
    '「The pier is old」, Lee added.': ['direct | Lee | added | The pier is old'],
    "'The workers' rights are safe,' Novak said. 'They don't need us.'": [
      "direct | Novak | said | The workers' rights are safe, / They don't need us.",
    ],
    "``We don't know,'' Diaz said.": ["direct | Diaz | said | We don't know,"],
    "“It plays in Scrubs,'' Diaz said.": ['direct | Diaz | said | It plays in Scrubs,'],
    '“The pier is old, Lee said on Monday.\nNothing else happened.': [
      'direct | Lee | said | The pier is old,',
    ],
    '“Lee told me ‘go home’ and I did,” Diaz said.': [
      'direct | Diaz | said | Lee told me ‘go home’ and I did,',
    ],
  });
});
