import type { Neighbour } from '../../brief/types';
import { entityHref } from '../links';
import { Long } from '../parts/long';
import { counted, t } from '../text';

/** People and organisations that share sentences with the entity, the closest first. */
export const Around = ({ around }: { around: Neighbour[] }) => (
  <section aria-labelledby="around">
    <h2 id="around">{t('dossier.around')}</h2>
    <Long
      items={around}
      first={12}
      flow
      render={({ entity, name, together }) => (
        <li key={entity} class="chip">
          <a href={entityHref(entity)}>{name}</a>
          <span class="np-soft" title={counted('dossier.together', together)}>
            <span aria-hidden="true">{together}</span>
            <span class="np-hidden">, {counted('dossier.together', together)}</span>
          </span>
        </li>
      )}
    />
  </section>
);
