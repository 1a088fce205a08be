/**
 * English verbs of speech and thought with what they take (the letters are explained in verbs.ts): S any clause,
 * before or behind; T a clause; H a hearer and a clause; I "to" + infinitive; O a hearer and "to" + infinitive;
 * N a thing; V a thing and a verdict on it; Q quotations only; A a question; F a preposition; P done by polls and papers too.
 * The grouping follows the classes of communication and conjecture verbs in Levin (1993), sections 29 and 37.
 */
export const SPEECH_VERBS = `
say:SP state:SP add:SP note:SNP announce:SN declare:SN explain:SA argue:S claim:SN insist:S acknowledge:SN admit:SN
concede:SN contend:S assert:SN maintain:T reiterate:SN stress:SN emphasize:SN emphasise:SN warn:SHOFP caution:SHO
reveal:SNP disclose:SNP confirm:SNP deny:TN report:SNP reply:S respond:Q remark:S observe:SP comment:Q predict:SNP
suggest:SNP allege:SN charge:S conclude:SP complain:SF boast:SF brag:SF joke:SF quip:S recall:SN recount:SN testify:S
swear:SI vow:SI pledge:SIN promise:SIHON threaten:TI write:SP tweet:SN retweet:N post:Q blog:T mention:SN indicate:SPN imply:TN
hint:TF signal:TP proclaim:SN pronounce:V profess:TI protest:T lament:SN repeat:SN counter:S retort:S rejoin:Q
continue:Q begin:Q finish:Q interject:Q exclaim:Q cry:Q shout:Q yell:Q scream:Q whisper:Q mutter:Q murmur:Q opine:S
muse:Q speculate:T estimate:SP forecast:TNP project:TP propose:TNI recommend:TN demand:TN urge:ONS request:TN agree:T
disagree:Q advise:HO affirm:TN reaffirm:TN attest:T aver:S avow:T certify:T clarify:TN convey:TN elaborate:Q enthuse:Q
gush:Q guarantee:TN grumble:T instruct:O inform:H notify:H assure:H reassure:H remind:HO intone:Q plead:QF quote:N
rant:Q rave:Q read:Q relate:T scoff:Q sneer:Q show:TP find:TP sing:Q chant:Q snap:Q sigh:Q laugh:Q specify:TN
stipulate:TP summarize:Q underline:TN underscore:TN utter:QN voice:N volunteer:Q wonder:SA ask:AOQ question:AN
tell:HO believe:S think:T hope:T expect:T fear:T worry:T doubt:T consider:V
suspect:T guess:T assume:T reckon:S figure:T decide:T determine:TP discover:TP rule:T
call:VF describe:V label:V brand:V dub:V denounce:NV condemn:NV criticize:N criticise:N blast:N slam:N praise:N accuse:VA laud:N extol:N exhort:O liken:V compare:V reference:N blame:N
attack:N mock:N dismiss:NV reject:N tout:N hail:NV decry:N deride:N lambaste:N ridicule:N characterize:V characterise:V
refer:F oppose:N endorse:N welcome:N cite:NP discuss:N outline:N detail:N defend:N
encourage:O appeal:F lobby:F press:F push:F advocate:N
invite:O order:O command:O beg:O implore:O persuade:O counsel:O challenge:O beseech:O
understand:T foresee:TN anticipate:TN regard:V view:V rate:V deem:V blurt:Q bellow:Q bark:Q thunder:Q fume:Q
vent:Q mumble:Q stammer:Q recite:Q holler:Q roar:Q rejoice:Q crow:Q marvel:Q banter:Q hiss:Q growl:Q wail:Q moan:QT
groan:Q howl:Q squeal:Q shriek:Q concur:T theorize:T theorise:T hypothesize:T posit:T postulate:T surmise:T
dispute:N rebut:N refute:N label:V echo:N speak:Q reason:S stipulate:T put:S caption:Q message:Q text:Q email:Q
deplore:N bemoan:N rebuke:N chide:N scold:N castigate:N chastise:N rip:N knock:Q hammer:Q
`;
