import { useState } from 'preact/hooks';
import type { Company } from '../../brief/types';
import { counted, locale, t } from '../text';
import { type LoadPassages, Passages } from './passages';

interface Props {
  company: Company;
  load: LoadPassages;
}

/**
 * How often those closest to an entity stand with one another, as one half of a table, since it is the same either way.
 * Who stands with none of the others is left out; nothing is shown where nobody is left.
 */
export const Matrix = ({ company: { members, shared }, load }: Props) => {
  const [opened, setOpened] = useState<{ i: number; j: number } | null>(null);
  const most = Math.max(0, ...shared.flat());
  const here = members.map((_, i) => i).filter((i) => shared[i]!.some((count) => count > 0));
  if (here.length === 0) return null;
  const pairOf = (i: number, j: number) =>
    counted('company.pair', shared[i]![j]!, members[i]!.name, members[j]!.name);
  return (
    <>
      <h3 id="among">{t('company.among')}</h3>
      <p class="np-soft">{t('company.amongNote')}</p>
      <table class="matrix" aria-labelledby="among">
        <thead>
          <tr>
            <td />
            {here.slice(0, -1).map((j) => (
              <th key={j} scope="col" abbr={members[j]!.name} title={members[j]!.name}>
                {j + 1}
                <span class="np-hidden"> {members[j]!.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {here.slice(1).map((i, at) => (
            <tr key={i}>
              <th scope="row">
                <span>{i + 1}</span>
                {members[i]!.name}
              </th>
              {here.slice(0, at + 1).map((j) => {
                const count = shared[i]![j]!;
                const isOpen = opened?.i === i && opened.j === j;
                return (
                  <td key={j}>
                    {count > 0 && (
                      <button
                        type="button"
                        style={{ '--part': count / most }}
                        aria-expanded={isOpen}
                        aria-label={pairOf(i, j)}
                        title={pairOf(i, j)}
                        onClick={() => setOpened(isOpen ? null : { i, j })}
                      >
                        {count.toLocaleString(locale())}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {opened && (
        // biome-ignore lint/a11y/useSemanticElements: passages, not fields
        <div class="opened" role="group" aria-label={pairOf(opened.i, opened.j)}>
          <p class="what">{pairOf(opened.i, opened.j)}</p>
          <Passages entities={[members[opened.i]!.entity, members[opened.j]!.entity]} load={load} />
        </div>
      )}
    </>
  );
};
