import type { ArticlesOrder, ArticlesQuery, LibraryState } from '../../browser/library/messages';
import type { Origin } from '../../extract/types';
import { Icon } from '../parts/icon';
import { type Key, t } from '../text';

const ORDERS: readonly [ArticlesOrder, Key][] = [
  ['date', 'library.byDate'],
  ['added', 'library.byAdded'],
  ['title', 'library.byTitle'],
  ['outlet', 'library.byOutlet'],
  ['size', 'library.bySize'],
];
const ORIGINS: readonly [Origin, Key][] = [
  ['saved', 'library.saved'],
  ['imported', 'library.imported'],
  ['feed', 'library.fromFeed'],
  ['bundled', 'library.bundled'],
];
/** In the list of outlets, that none is asked for, and that it is unknown: no outlet is called so. */
const [ANY, UNKNOWN] = ['', '\0'];

interface Props {
  query: ArticlesQuery;
  outlets: LibraryState['outlets'];
  onQuery(query: ArticlesQuery): void;
}

/** Which articles the list has, and in what order. */
export const Filters = ({ query, outlets, onQuery }: Props) => {
  const order = query.order ?? 'date';
  const change = (changed: Partial<ArticlesQuery>) => onQuery({ ...query, ...changed });
  return (
    <search class="filters">
      <div class="find">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('library.find')}
          placeholder={t('library.find')}
          maxLength={200}
          spellcheck={false}
          value={query.words ?? ''}
          onInput={({ currentTarget: { value } }) => change({ words: value })}
        />
      </div>
      <label>
        <span>{t('library.order')}</span>
        <select
          value={order}
          onChange={({ currentTarget: { value } }) =>
            change({ order: value as ArticlesOrder, reversed: false })
          }
        >
          {ORDERS.map(([value, name]) => (
            <option key={value} value={value}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="turn"
        aria-pressed={query.reversed === true}
        aria-label={t('library.reversed')}
        title={t('library.reversed')}
        onClick={() => change({ reversed: !query.reversed })}
      >
        <Icon name="order" />
      </button>
      <label>
        <span>{t('library.outlet')}</span>
        <select
          value={query.outlet === undefined ? ANY : (query.outlet ?? UNKNOWN)}
          onChange={({ currentTarget: { value } }) =>
            change({ outlet: value === ANY ? undefined : value === UNKNOWN ? null : value })
          }
        >
          <option value={ANY}>{t('library.anyOutlet')}</option>
          {outlets.map((outlet) => (
            <option key={outlet} value={outlet}>
              {outlet}
            </option>
          ))}
          <option value={UNKNOWN}>{t('dossier.unknownOutlet')}</option>
        </select>
      </label>
      <label>
        <span>{t('library.origin')}</span>
        <select
          value={query.origins?.[0] ?? ANY}
          onChange={({ currentTarget: { value } }) =>
            change({ origins: value === ANY ? undefined : [value as Origin] })
          }
        >
          <option value={ANY}>{t('library.anyOrigin')}</option>
          {ORIGINS.map(([value, name]) => (
            <option key={value} value={value}>
              {t(name)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
};

/** Whether a query leaves anything out. */
export const isNarrowed = ({ words, outlet, origins }: ArticlesQuery): boolean =>
  Boolean(words?.trim()) || outlet !== undefined || origins !== undefined;
