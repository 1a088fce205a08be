import type { Choices, Delay, Look } from '../../browser/messages';
import type { Kind } from '../../extract/types';
import { type Key, seconds, t } from '../text';
import { DelaySample, MarkedSample } from './sample';
import type { OptionsProps } from './state';

const KINDS: readonly [Kind, Key][] = [
  ['person', 'kind.people'],
  ['organisation', 'kind.organisations'],
  ['place', 'kind.places'],
  ['other', 'kind.others'],
];
const LOOKS: readonly [Look, Key][] = [
  ['dotted', 'options.lookDotted'],
  ['solid', 'options.lookSolid'],
  ['hover', 'options.lookHover'],
];
const DELAYS: readonly [Delay, Key][] = [
  ['short', 'options.delayShort'],
  ['normal', 'options.delayNormal'],
  ['long', 'options.delayLong'],
];

interface Props extends Pick<OptionsProps, 'dwell' | 'onChoose'> {
  choices: Choices;
}

/** Which names are marked on pages, how the marks look, how soon a card opens; a sample beside each. */
export const Marks = ({ choices: { kinds, look, delay, ownMarks }, dwell, onChoose }: Props) => (
  <>
    <section class="setting">
      <h2 id="marks">{t('options.marks')}</h2>
      <fieldset aria-labelledby="marks">
        {KINDS.map(([kind, name]) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget: { checked } }) =>
                onChoose({ kinds: checked ? [...kinds, kind] : kinds.filter((other) => other !== kind) })
              }
            />
            {t(name)}
          </label>
        ))}
      </fieldset>
      <MarkedSample kinds={kinds} look={look === 'hover' ? 'dotted' : look} />
      <p class="np-soft note">{t('options.marksNote')}</p>
    </section>
    <section class="setting">
      <h2 id="look">{t('options.look')}</h2>
      <fieldset aria-labelledby="look">
        {LOOKS.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="look"
              checked={look === value}
              onChange={() => onChoose({ look: value })}
            />
            {t(name)}
          </label>
        ))}
        {look !== 'hover' && (
          <label class="apart">
            <input
              type="checkbox"
              checked={ownMarks}
              onChange={({ currentTarget: { checked } }) => onChoose({ ownMarks: checked })}
            />
            {t('options.ownMarks')}
          </label>
        )}
      </fieldset>
      <MarkedSample kinds={['person', 'organisation']} look={look} />
      {look !== 'hover' && <p class="np-soft note">{t('options.ownMarksNote')}</p>}
    </section>
    <section class="setting">
      <h2 id="delay">{t('options.delay')}</h2>
      <fieldset aria-labelledby="delay">
        {DELAYS.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="delay"
              checked={delay === value}
              onChange={() => onChoose({ delay: value })}
            />
            <span>
              {t(name)} <span class="np-soft">{seconds(dwell[value])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <DelaySample dwell={dwell[delay]} look={look === 'hover' ? 'dotted' : look} />
    </section>
  </>
);
