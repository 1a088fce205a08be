import type { Gender } from './gender';

// Common given names of the English-speaking world and of the news, by the gender that nearly all their bearers
// have. Names given to both (Alex, Jordan, Kim, Robin) are left out: they are no evidence.
const FEMININE = `
abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alma amanda amber amelia amina amy
ana anastasia andrea angela angelina anita ann anna annabelle anne annette annie antonia anya april ariana astrid audrey
aurora ava barbara beatrice becky belinda benazir bernadette bertha beth bethany betty beverly bianca bonnie brenda
bridget britney brittany camila camilla carla carmen carol carole caroline carolyn carrie catherine cathy cecilia
celeste celia charlotte chelsea cheryl chiara chloe christina christine cindy claire clara claudia colleen connie
constance cordelia courtney cristina crystal cynthia daisy daniela danielle daphne darlene dawn deborah debra deirdre
delia denise diana diane dolores dominique donna dora doris dorothy edith eileen elaine elena eleanor elisabeth elise
eliza elizabeth ella ellen eloise elsa elsie emilia emily emma erica erika erin esme esther ethel eugenia eunice eva
evelyn faith fatima felicia fiona flora florence frances francesca frida gabriela gabriella gail gemma genevieve
georgia georgina geraldine germaine gertrude gillian gina ginger giorgia gisele gladys glenda gloria grace greta gretchen
guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helga henrietta hermione hilary hilda hillary
holly hope ida ilana ilona imelda imogen ines ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy
jackie jacqueline jane janet janice janine jasmine jean jeanette jeanne jennifer jenny jessica jill jo joan joanna
joanne jocelyn josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine kamala karen
karin karina kate katherine kathleen kathryn kathy katie katrina katya kay kayla kelly keiko kirsten kristen kristin
kristina kylie lana latoya laura lauren leah leila lena leona leonora leslie leticia lidia lilian lillian lily linda
lisa lois lola lorena loretta lori lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynda lynn mabel
madeleine madeline maggie malala mamie manuela marcella marcia margaret margarita margot maria mariah marian mariana
marianne marie marilyn marina marion marjorie marlene marsha martha martina mary matilda maud maureen maxine maya
megan melanie melinda melissa mercedes meredith meryl michelle mildred millicent mindy miranda miriam molly mona monica
muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nellie nicola nicole nina noemi nora norma octavia
olga olive olivia ophelia pamela patricia patsy patti paula pauline pearl peggy penelope penny petra phoebe phyllis
polly priscilla priyanka prudence rachel ramona rania raquel rebecca regina renata renee rhoda rhonda rita roberta rosa
rosalind rose rosemary roxanne ruby ruth sabina sabrina sally samantha sandra sara sarah savannah selena serena shannon
sharon sheila shelley shirley silvia simone sofia sonia sonja sophia sophie stacy stella stephanie sue susan susanna
susannah susie suzanne svetlana sylvia tabitha tamara tanya tara tatiana teresa teri terri tess thelma theodora theresa
tiffany tina toni tracy trina trudy ursula valentina valerie vanessa vera verena veronica victoria viola violet virginia
vivian viviane vivien wanda wendy whitney wilhelmina wilma winifred xenia yael yasmin yoko yolanda yoshiko yulia yvette
yvonne zara zelda zoe zsuzsa ursula sanae yuriko seiko tomoko noriko aung mette magdalena beata agnieszka malgorzata
ewa katarzyna zuzana jana gabrielle giulia federica paola silvana simona elisabetta ornella roseanne roseanna dina
rana samira zainab khadija maryam leyla ayse sheikha indira sonal sunita priya deepika anjali meera lakshmi kavita
`;
const MASCULINE = `
aaron abdul abdullah abel abraham adam adolf adrian ahmad ahmed al alan albert alberto alec alejandro alexander alfonso
alfred alfredo ali allan allen alonzo alvin amir amos anders andre andreas andrei andres andrew andy angelo angus
anthony anton antonio archibald archie arnold arthur arturo asif august augustus austin barack barry bart bartholomew
basil ben benedict benito benjamin bernard bernardo bernie bert bill billy bjorn bob bobby boris brad bradley brendan
brett brian bruce bruno bryan byron caleb calvin carl carlo carlos cecil cedric cesar chad charles charlie chester
christian christoph christopher chuck clarence clark claude clayton clement cliff clifford clint clinton clive clyde
cole colin conor conrad craig curtis cyril cyrus dale damian damien dan daniel danny dante darren darryl dave david
dean dennis denis derek derrick desmond dexter dick diego dieter dimitri dirk dmitri dmitry dominic don donald doug
douglas duane duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin egon elias elijah elliot
elliott elmer elon elvis emanuel emil emilio emmanuel enrico enrique eric erik ernest ernesto ernst ethan eugene evan
ezra fabio felipe felix ferdinand fernando fidel floyd francesco francis francisco francois frank franklin franz fred
freddie frederick friedrich fritz fumio gabriel gareth garry gary gaston gavin geoff geoffrey george gerald gerard
gerhard gilbert giovanni giuseppe glen glenn gordon graeme graham grant greg gregory guido guillermo gunther gus gustav
guy hamid hank hans harold harrison harry harvey hassan hector heinrich helmut henri henrik henry herbert herman hideki
hiroshi homer horace horst howard hubert hugh hugo humphrey hussein iain ian ibrahim ignacio igor ike imran ira irving
isaac isaiah ismail ivan jack jacob jacques jaime jake jamal james jan janos jared jason javier jay jean-claude jeff
jefferson jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joao joe joel johan johannes john
johnny jon jonas jonathan jorge jose joseph josef joshua josh juan jules julian julio julius jun junichiro jurgen justin
kai karl keir keith ken kenneth kenji kevin khalid kirk klaus konrad konstantin kurt kyle lance larry lars laurence
lawrence lee leo leon leonard leonardo leonid leopold leroy lester lev lewis liam lionel lloyd lorenzo lou louis luca
lucas luciano ludwig luigi luis luke luther magnus mahmoud malcolm manuel marc marcel marco marcos marcus mario mark
markus martin marty marvin masato mathias matt matteo matthew matthias maurice mauricio max maxim maximilian mehmet
mel melvin michael michel miguel mike mikhail miles milton mitch mitchell mohamed mohammad mohammed morris moses
muhammad murray mustafa narendra nathan nathaniel neal ned neil nelson neville nicholas nick nicolas nigel nikita
nikolai noah noel norman olaf oleg oliver omar orlando orson oscar osama oskar otto owen pablo paolo pascal pat patrick
paul pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr pope prince quentin rafael rahul raj
rajiv ralph ramon randall randolph randy raoul raphael rashid raul ray raymond reginald reinhard rene reuben rex ricardo
riccardo richard rick ricky rob robert roberto rod roderick rodney rodolfo rodrigo roger roland rolf roman ronald ron
ronnie ross roy rudolf rudolph rudy rufus rupert russell ryan ryosei saddam salman salvador salvatore sam samir
sammy samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn shigeru shinzo sidney siegfried
silvio simon solomon spencer stan stanley stefan stephen steve steven stewart stuart sven takeshi taro tariq ted terence
terrence terry theo theodore thomas tim timothy toby todd tom tommy tony travis trevor troy tyler ulrich umberto vaclav
victor viktor vincent vincenzo virgil vittorio vivek vlad vladimir volodymyr wade wallace walt walter warren wayne
werner wilbur wilfred wilhelm will willard william willie willy winston wladimir wolfgang woodrow xavier yasser yitzhak
yuri yusuf zachary zoltan recep emmanuel olaf jens viktor lech andrzej tomasz krzysztof jaroslaw vaclav milos
giacomo alessandro federico matteo stefano francois laurent thierry yves guillaume olivier nicolae ion
`;

const GIVEN = new Map<string, Gender>();
for (const name of MASCULINE.split(/\s+/)) if (name) GIVEN.set(name, 'masculine');
for (const name of FEMININE.split(/\s+/)) if (name) GIVEN.set(name, 'feminine');

/** The gender that a folded given name tells, or null where it tells none. */
export function genderOfGivenName(folded: string): Gender | null {
  return GIVEN.get(folded) ?? null;
}
