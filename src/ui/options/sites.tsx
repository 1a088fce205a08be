import { useFocusAfterLoss } from '../parts/focus';
import { t } from '../text';

interface Props {
  off: string[];
  onSiteOn(host: string): void;
}

/** Sites that Nameplate has been switched off for. */
export const Sites = ({ off, onSiteOn }: Props) => {
  const home = useFocusAfterLoss<HTMLHeadingElement>(off.length);
  return (
    <section aria-labelledby="sites">
      <h2 id="sites" ref={home} tabIndex={-1}>
        {t('options.sites')}
      </h2>
      {off.length === 0 ? (
        <p class="np-soft">{t('options.sitesNone')}</p>
      ) : (
        <ul class="rows">
          {off.map((host) => (
            <li key={host}>
              <span>{host}</span>
              <button type="button" aria-label={t('options.siteOnFor', host)} onClick={() => onSiteOn(host)}>
                {t('options.siteOn')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
