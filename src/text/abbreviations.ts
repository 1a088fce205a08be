/** Abbreviations that a name or a number follows: a full stop after one never ends a sentence. */
const NEVER_FINAL = new Set(
  (
    'Mr Mrs Ms Dr Prof Gen Sen Rep Reps Sens Gov Lt Col Sgt Capt Maj Cmdr Cmd Adm Rev Hon Pres Messrs Mme Mlle Pvt Cpl ' +
    'Supt Insp Det Amb Sec Atty St Ste Mt Ft vs Vs cf eg ie viz approx ca Fig Figs Vol Art Nos Brig Fr Dist Spc'
  ).split(' '),
);

/** Abbreviations that may be the last word of a sentence too. */
const MAYBE_FINAL = new Set(
  (
    'Inc Corp Ltd Co Cos Bros LLC PLC Plc Jr Sr Esq Ph.D Ph Assn Dept Univ Inst Ave Blvd Rd Hwy etc al No ' +
    'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun ' +
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nebr Nev ' +
    'Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wisc Wyo Ont Que Alta Sask Man ' +
    'a.m p.m am pm e.g i.e ft lb lbs oz sq min max est'
  ).split(' '),
);

// "U.S", "D.C", "N.J", "J.P", and one letter: "George W".
const DOTTED = /^(?:\p{L}\.)*\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u;

/** Whether `word` (without its last full stop) is an abbreviation or an initial. */
export const isAbbreviation = (word: string): boolean =>
  NEVER_FINAL.has(word) || MAYBE_FINAL.has(word) || (word.length < 12 && DOTTED.test(word));

/** Whether the full stop of the abbreviation may be that of the sentence too. */
export const mayEndSentence = (word: string): boolean => !NEVER_FINAL.has(word);

const OPENERS = new Set(
  (
    'The A An This That These Those He She It They We You There Here His Her Its Their Our My But And Or Nor So Yet If ' +
    'In On At By For From To With Without After Before Since Until While When Where Who What Which Why How Although ' +
    'Though Because As However Meanwhile Moreover Furthermore Also Still Now Then Not No Yes Both Some Many Most All ' +
    'Each Every One Two Three Several Other Others Another Such Under Over During Despite According Asked Earlier ' +
    'Later Last Next Instead Among Between Only Even Just Once More Officials Police Analysts Critics'
  ).split(' '),
);

/** Whether a word, by itself, is likely to open a sentence rather than to go on a name. */
export const opensSentence = (word: string): boolean => OPENERS.has(word) || /^["“‘«「『([]/.test(word);

const SPEECH_VERBS = new Set(
  (
    'said says asked asks added adds told tells replied replies wrote writes exclaimed shouted cried declared ' +
    'continued joked wondered demanded insisted warned tweeted posted quipped recalled answered responded'
  ).split(' '),
);

/** Whether the word is a verb that tells who spoke ("said", "asked"). */
export const isSpeechVerb = (word: string): boolean => SPEECH_VERBS.has(word);
