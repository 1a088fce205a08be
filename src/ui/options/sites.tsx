import type { ComponentChildren } from 'preact';
import { AddressForm } from '../parts/address-form';
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
      <AddressForm
        label={t('options.siteAddress')}
        example={t('options.siteExample')}
        action={t('options.siteOff')}
        most={500}
        busy={busy}
        onAddress={onSiteOff}
      />
      <Told news={news} place="sites" />
    </section>
  );
};
