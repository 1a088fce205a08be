import type { Kind } from '../../extract/types';
import { type Key, t } from '../text';

const KINDS: readonly [Kind, Key][] = [
  ['person', 'kind.people'],
  ['organisation', 'kind.organisations'],
  ['place', 'kind.places'],
  ['other', 'kind.others'],
];

interface Props {
  kinds: Kind[];
  onKinds(kinds: Kind[]): void;
}

/** Which kinds of names are marked on pages. */
export const Marks = ({ kinds, onKinds }: Props) => (
  <section>
    <fieldset>
      <legend>{t('options.marks')}</legend>
      {KINDS.map(([kind, name]) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onKinds(checked ? [...kinds, kind] : kinds.filter((other) => other !== kind));
            }}
          />
          {t(name)}
        </label>
      ))}
    </fieldset>
    <p class="np-soft note">{t('options.marksNote')}</p>
  </section>
);
