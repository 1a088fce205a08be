import { useEffect, useState } from 'preact/hooks';
import type { Dossier, SearchResult } from '../../brief/types';
import type { Correction, NameRef } from '../../corpus/join/types';
import { correctionText } from '../library/corrections';
import { type News, Told } from '../parts/told';
import { problemText } from '../problems';
import { scriptLang, t } from '../text';

/** What the dossier page can do about who is who. */
export interface PuttingRight {
  search(query: string): Promise<SearchResult['entities']>;
  /** Settles once everything at hand goes by it, with what takes it back. */
  correct(correction: Correction): Promise<() => Promise<void>>;
}

interface Props extends PuttingRight {
  dossier: Dossier;
}

/** So many of those whose name fits are offered. */
const OFFERED = 6;

/** What a reader who knows better can put right: that two are one, that one is two, what somebody is called. */
export const PutRight = ({ dossier, search, correct }: Props) => {
  const { entity, kind, name, aliases } = dossier;
  const [called, setCalled] = useState(name);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<SearchResult['entities']>([]);
  const [news, setNews] = useState<News<'here'> | null>(null);
  const [busy, setBusy] = useState(false);
  const self: NameRef = { kind, name };
  // two that have become one may be open under another name now: what was told and its undo stay
  useEffect(() => {
    setCalled(name);
    setTyped('');
    setFound([]);
  }, [entity, name]);

  const tell = (good: boolean, line: string, undo: News<'here'>['undo'] = null) =>
    setNews({ place: 'here', good, lines: [line], undo });
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch((error) => tell(false, t('options.failed', problemText(error))));
    setBusy(false);
  };
  const put = (correction: Correction) =>
    void act(async () => {
      const takeBack = await correct(correction);
      const said = correctionText(correction);
      tell(true, t('library.corrected', said), () => {
        void act(async () => {
          await takeBack();
          tell(true, t('library.uncorrected', said));
        });
      });
    });
  const look = async (query: string) => {
    setTyped(query);
    const fitting = query.trim() ? await search(query).catch(() => []) : [];
    setFound(fitting.filter((one) => one.entity !== entity).slice(0, OFFERED));
  };

  return (
    <details class="put-right">
      <summary>{t('right.title')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const other = called.trim();
          if (other && other !== name) put({ say: 'called', a: self, name: other });
        }}
      >
        <label for="np-called">{t('right.called')}</label>
        <div class="one-line">
          <input
            id="np-called"
            type="text"
            maxLength={200}
            spellcheck={false}
            value={called}
            onInput={({ currentTarget: { value } }) => setCalled(value)}
          />
          <button type="submit" disabled={busy || !called.trim() || called.trim() === name}>
            {t('library.keep')}
          </button>
        </div>
      </form>
      <div>
        <label for="np-same">{t('right.same', name)}</label>
        <input
          id="np-same"
          type="search"
          autoComplete="off"
          maxLength={200}
          spellcheck={false}
          placeholder={t('right.find')}
          value={typed}
          onInput={({ currentTarget: { value } }) => void look(value)}
        />
        <ul class="offered" aria-label={t('right.found')}>
          {found.map((one) => (
            <li key={one.entity}>
              <span lang={scriptLang(one.name)}>{one.name}</span>
              <button
                type="button"
                disabled={busy}
                aria-label={t('right.joinFor', one.name)}
                onClick={() => put({ say: 'one', a: self, b: { kind: one.kind, name: one.name } })}
              >
                {t('right.join')}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {aliases.length > 0 && (
        <div>
          <p id="np-others">{t('right.notSame', name)}</p>
          <ul class="offered" aria-labelledby="np-others">
            {aliases.map((alias) => (
              <li key={alias}>
                <span lang={scriptLang(alias)}>{alias}</span>
                <button
                  type="button"
                  disabled={busy}
                  aria-label={t('right.partFor', alias)}
                  onClick={() => put({ say: 'two', a: self, b: { kind, name: alias } })}
                >
                  {t('right.part')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Told news={news} place="here" />
    </details>
  );
};
