import { drawOf } from './draw';
import { GIVEN } from './words';

export interface Person {
  given: string;
  surname: string;
  he: 'he' | 'she';
  /** What stands before the name at its first mention ("Trade Minister"), or null. */
  title: string | null;
  /** What stands after the name at its first mention ("the head of Orsel Shipping"), or null. */
  role: string | null;
}

export interface Body {
  name: string;
  /** Initials by which it is called after its first mention, or null. */
  acronym: string | null;
}

export interface Country {
  name: string;
  demonym: string;
  capital: string;
}

const ONSETS = 'b,br,d,dr,f,fr,g,gr,h,j,k,kl,l,m,n,p,r,s,sk,st,t,tr,v,w,z'.split(',');
const VOWELS = 'a,e,i,o,u,a,e,o,a,ei,au'.split(',');
const MIDDLES = 'l,r,n,m,v,s,d,k,t,lm,rn,nd,rt,sk,lv,mb'.split(',');
const FAMILY = 'ov,sen,ez,ara,wick,ski,mann,oshi,ero,ic,as,elli,iva,strand,eva,ard,ulis,aki,enko,oro'.split(
  ',',
);
const TOWN = 'burg,sund,ford,grad,haven,mouth,stad,ino,ville,bridge,mar,field,una,port,dal,este'.split(',');
const LAND = 'mora,land,via,stan,oria,enia,ara'.split(',');

const COUNTRIES = 24;
const FIELDS = 'Trade,Transport,Health,Energy,Finance,Foreign,Interior,Agriculture,Justice,Environment'.split(
  ',',
);
const FIRM =
  'Shipping,Steel,Airlines,Energy,Foods,Motors,Telecom,Bank,Chemicals,Railways,Insurance,Mining,Textiles,Pharma'.split(
    ',',
  );
const AREA = 'Northern,Southern,Eastern,Western,Central,Coastal,National,Federal,Inland,Continental'.split(
  ',',
);
const WORK = 'Grain,Dockers,Teachers,Fisheries,Rail,Miners,Nurses,Harbour,Water,Road,Forest,Energy'.split(
  ',',
);
const SORT = 'Authority,Union,Council,Federation,Board,Association,Institute,Agency'.split(',');
const PRESS = 'Courier,Post,Gazette,Herald,Tribune,Chronicle,Observer,Times,Standard,Journal'.split(',');

/**
 * The made world that the articles tell of: countries, towns, bodies and people. Each is found by its number and hangs
 * on the seed alone, so that the world has no end and none of it needs to be held.
 */
export class World {
  constructor(readonly seed: number) {}

  private stem(kind: string, n: number): string {
    const draw = drawOf(this.seed, kind, n);
    let made = draw.pick(ONSETS) + draw.pick(VOWELS) + draw.pick(MIDDLES);
    if (draw.oneIn(3)) made += draw.pick(VOWELS) + draw.pick(MIDDLES);
    return made[0]!.toUpperCase() + made.slice(1);
  }

  private ended(kind: string, n: number, endings: readonly string[]): string {
    return this.stem(kind, n) + drawOf(this.seed, kind, 'end', n).pick(endings);
  }

  country(n: number): Country {
    const name = this.ended('country', n % COUNTRIES, LAND);
    const demonym = name.endsWith('land') ? `${name.slice(0, -4)}lander` : `${name.replace(/a$/, '')}an`;
    return { name, demonym, capital: this.town(n % COUNTRIES, 0) };
  }

  /** The towns of a country, its capital first. */
  town(country: number, n: number): string {
    return this.ended('town', country * 1000 + n, TOWN);
  }

  outlet(n: number): string {
    const where = n % 3 ? this.town(n % COUNTRIES, 0) : this.country(n).name;
    return `The ${where} ${drawOf(this.seed, 'outlet', n).pick(PRESS)}`;
  }

  /** Number `n` of a sort of people; surnames are few and skewed, so that many share one. */
  person(sort: string, n: number, title: string | null = null, role: string | null = null): Person {
    const draw = drawOf(this.seed, 'person', sort, n);
    const he = draw.oneIn(2) ? 'she' : 'he';
    return {
      given: draw.pick(GIVEN[he]),
      surname: this.ended('family', draw.skewed(4000), FAMILY),
      he,
      title,
      role,
    };
  }

  firm(n: number): Body {
    return {
      name: `${this.stem('firm', n)} ${drawOf(this.seed, 'firm', 'kind', n).pick(FIRM)}`,
      acronym: null,
    };
  }

  university(n: number): Body {
    return {
      name: `the University of ${this.town(n % COUNTRIES, Math.floor(n / COUNTRIES))}`,
      acronym: null,
    };
  }

  /** "the Northern Velmoran Grain Authority (NVGA)". */
  body(country: number, n: number): Body {
    const draw = drawOf(this.seed, 'body', country, n);
    const words = [draw.pick(AREA), this.country(country).demonym, draw.pick(WORK), draw.pick(SORT)];
    return { name: `the ${words.join(' ')}`, acronym: words.map((word) => word[0]).join('') };
  }

  /** Who holds an office on a day; each changes hands once in the three years. */
  minister(country: number, field: string, day: number): Person {
    const change = drawOf(this.seed, 'change', country, field).below(1095);
    const { demonym, name } = this.country(country);
    const holder = `${field}${day < change ? '' : ' new'}`;
    if (field === 'Prime')
      return this.person(
        `minister ${holder}`,
        country,
        `${demonym} Prime Minister`,
        `the prime minister of ${name}`,
      );
    return this.person(
      `minister ${holder}`,
      country,
      `${field} Minister`,
      `${name}'s ${field.toLowerCase()} minister`,
    );
  }

  field(draw: { pick<T>(list: readonly T[]): T }): string {
    return draw.pick(FIELDS);
  }
}
