import { useState } from 'preact/hooks';
import type { PageEntity } from '../../brief/types';
import type { Kind } from '../../extract/types';
import { entityHref, passageHref } from '../links';
import { Icon } from '../parts/icon';
import { textOfRuns } from '../parts/runs';
import { counted, dayText, type Key, scriptLang, t } from '../text';

interface Props {
  people: PageEntity[];
  onJump(entity: string, name: string): void;
}

const FIRST = 5;
const REST: readonly [Kind, Key][] = [
  ['place', 'kind.places'],
  ['other', 'kind.others'],
];

/** Who is on the page, in order of importance, each with a jump to the next mention; places after people. */
export const People = ({ people, onJump }: Props) => {
  const [all, setAll] = useState(false);
  const main = people.filter(({ kind }) => kind === 'person' || kind === 'organisation');
  const shown = all ? main : main.slice(0, FIRST);
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('popup.onThisPage')}</h2>
      <ul class="people">
        {shown.map((person) => (
          <Person key={person.entity} person={person} onJump={onJump} />
        ))}
      </ul>
      {main.length > FIRST && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', String(main.length))}
        </button>
      )}
      {REST.map(([kind, heading]) => {
        const others = people.filter((entity) => entity.kind === kind);
        return (
          others.length > 0 && <Others key={kind} heading={t(heading)} others={others} onJump={onJump} />
        );
      })}
    </section>
  );
};

const Person = ({ person, onJump }: { person: PageEntity; onJump: Props['onJump'] }) => {
  const { entity, name, role, count } = person;
  return (
    <li>
      <p class="who">
        <a class="name" lang={scriptLang(name)} href={entityHref(entity)} target="_blank" rel="noopener">
          {name}
        </a>
        {role && (
          <a
            class="role"
            href={passageHref(role.provenance)}
            target="_blank"
            title={t('dossier.openPassage')}
            rel="noopener"
          >
            <span lang={scriptLang(textOfRuns(role.runs))}>{textOfRuns(role.runs)}</span>
            {role.asOf && <span class="np-soft">, {t('date.asOf', dayText(role.asOf))}</span>}
          </a>
        )}
      </p>
      <button
        type="button"
        class="jump"
        aria-label={`${t('popup.jump', name)}, ${counted('popup.mentions', count)}`}
        title={`${t('popup.jump', name)}, ${counted('popup.mentions', count)}`}
        onClick={() => onJump(entity, name)}
      >
        {count}
        <Icon name="jump" />
      </button>
    </li>
  );
};

const Others = ({
  heading,
  others,
  onJump,
}: {
  heading: string;
  others: PageEntity[];
  onJump: Props['onJump'];
}) => (
  <details class="others">
    <summary>
      {heading} <span class="np-soft">{others.length}</span>
    </summary>
    <ul class="people">
      {others.map((other) => (
        <Person key={other.entity} person={other} onJump={onJump} />
      ))}
    </ul>
  </details>
);
