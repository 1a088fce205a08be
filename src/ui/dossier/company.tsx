import { useState } from 'preact/hooks';
import type { Neighbour, Company as Together } from '../../brief/types';
import { entityHref } from '../links';
import { counted, locale, t } from '../text';
import { Matrix } from './matrix';
import { type LoadPassages, Passages } from './passages';

interface Props {
  entity: string;
  around: Neighbour[];
  company: Together;
  load: LoadPassages;
}

/** How many are shown before "all". */
const FIRST = 8;

/** Who stands with the entity, and those with one another, by shared sentences; each count opens them. */
export const Company = ({ entity, around, company, load }: Props) => {
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const most = Math.max(...around.map(({ together }) => together));
  return (
    <section aria-labelledby="around">
      <h2 id="around">{t('dossier.around')}</h2>
      <ol class="bars">
        {around.slice(0, all ? undefined : FIRST).map((neighbour) => (
          <Bar
            key={neighbour.entity}
            neighbour={neighbour}
            part={neighbour.together / most}
            open={opened === neighbour.entity}
            onToggle={() => setOpened(opened === neighbour.entity ? null : neighbour.entity)}
          >
            <Passages entities={[entity, neighbour.entity]} load={load} />
          </Bar>
        ))}
      </ol>
      {around.length > FIRST && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', around.length.toLocaleString(locale()))}
        </button>
      )}
      <Matrix company={company} load={load} />
    </section>
  );
};

interface BarProps {
  neighbour: Neighbour;
  /** How long, of the longest. */
  part: number;
  open: boolean;
  children: preact.ComponentChildren;
  onToggle(): void;
}

const Bar = ({ neighbour: { entity, name, together }, part, open, children, onToggle }: BarProps) => (
  <li>
    <a href={entityHref(entity)}>{name}</a>
    <button
      type="button"
      class="count"
      aria-expanded={open}
      aria-label={counted('dossier.together', together)}
      onClick={onToggle}
    >
      <span class="bar" style={{ '--part': part }} />
      <span class="number">{together.toLocaleString(locale())}</span>
    </button>
    {open && <div class="opened">{children}</div>}
  </li>
);
