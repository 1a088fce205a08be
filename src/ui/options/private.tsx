import { t } from '../text';
import type { OptionsProps } from './state';

interface Props extends Pick<OptionsProps, 'onChoose'> {
  privately: boolean;
}

/** Whether the library is of use in private windows. */
export const PrivateWindows = ({ privately, onChoose }: Props) => (
  <section aria-labelledby="private">
    <h2 id="private">{t('options.private')}</h2>
    <label class="tick">
      <input
        type="checkbox"
        checked={privately}
        onChange={({ currentTarget: { checked } }) => onChoose({ privately: checked })}
      />
      {t('options.privately')}
    </label>
    <p class="np-soft note">{t('options.privatelyNote')}</p>
  </section>
);
