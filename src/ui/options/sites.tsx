import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Told } from '../parts/told';
import { t } from '../text';
import type { OptionsProps } from './state';

interface Props extends Pick<OptionsProps, 'news' | 'busy' | 'onSiteOn' | 'onSiteOff'> {
  off: string[];
  heading?: string;
  /** What is said first. */
  children?: ComponentChildren;
}

/** Sites that Nameplate is switched off for, each with a way back, and one more by its address. */
export const Sites = ({ off, news, busy, onSiteOn, onSiteOff, heading, children }: Props) => {
  const [typed, setTyped] = useState('');
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{heading ?? t('options.sites')}</h2>
      {children}
      {off.length === 0 ? (
        <p class="np-soft">{t('options.sitesNone')}</p>
      ) : (
        <ul class="rows">
          {off.map((host) => (
            <li key={host}>
              <span class="host">{host}</span>
              <button type="button" aria-label={t('options.siteOnFor', host)} onClick={() => onSiteOn(host)}>
                {t('options.siteOn')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="acts"
        onSubmit={(event) => {
          event.preventDefault();
          if (!typed.trim()) return;
          onSiteOff(typed);
          setTyped('');
        }}
      >
        <input
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          maxLength={500}
          aria-label={t('options.siteAddress')}
          placeholder={t('options.siteExample')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <button type="submit" disabled={busy || !typed.trim()}>
          {t('options.siteOff')}
        </button>
      </form>
      <Told news={news} place="sites" />
    </section>
  );
};
