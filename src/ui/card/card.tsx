import { useEffect, useRef, useState } from 'preact/hooks';
import type { Dossier } from '../../brief/types';
import { locale, scriptLang, t } from '../text';
import type { CardActions } from './actions';
import { reasonText } from './reasons';
import { Around, Events, Quotes, Reminder, RoleOf, Sources } from './sections';
import { Tools } from './tools';

export interface CardProps {
  /** Its own among the cards of a page. */
  id: number;
  /** The entity of the mention that the card stands at. */
  entity: string;
  /** The words on the page, for when the dossier cannot be had. */
  surface: string;
  because: readonly string[];
  /** What the page has asked for already, so that the first paint has it. */
  first: Dossier | null | undefined;
  pinned: boolean;
  /** The mention stands in the page no more. */
  lost: boolean;
  /** At the bottom of a small screen: it closes by a tap above it, and is pulled down by its head. */
  sheet: boolean;
  load(entity: string): Promise<Dossier | null>;
  /** All but what the card does itself. */
  actions: Omit<CardActions, 'go' | 'back' | 'retry'>;
}

/** Nobody waits longer than this for an answer, in milliseconds. */
const PATIENCE = 8_000;

/** Rejects when an answer has not come in time: a background that is gone may never refuse either. */
const inTime = <T,>(answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    new Promise<T>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE)),
  ]);

type State = { dossier: Dossier | null } | 'loading' | 'failed';

/** The card of one mention. Names in it open on in place; `back` goes the same way back. */
export const Card = (props: CardProps) => {
  const [path, setPath] = useState([props.entity]);
  const [state, setState] = useState<State>(props.first === undefined ? 'loading' : { dossier: props.first });
  const [turn, setTurn] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const entity = path.at(-1)!;

  useEffect(() => {
    if (turn === 0 && props.first !== undefined) return;
    let current = true;
    inTime(props.load(entity)).then(
      (dossier) => current && setState({ dossier }),
      () => current && setState('failed'),
    );
    body.current?.scrollTo(0, 0);
    return () => {
      current = false;
    };
  }, [entity, turn]);

  const turnTo = (next: string[]) => {
    // What was pressed goes with what stood here: the focus stays in the card.
    const { activeElement } = card.current!.getRootNode() as ShadowRoot;
    if (card.current!.contains(activeElement)) card.current!.focus({ preventScroll: true });
    setPath(next);
    setTurn(turn + 1);
  };
  const actions: CardActions = {
    ...props.actions,
    go: (next) => turnTo([...path, next]),
    back: () => turnTo(path.slice(0, -1)),
    retry: () => {
      setState('loading');
      setTurn(turn + 1);
    },
  };
  const dossier = typeof state === 'object' ? state.dossier : null;
  const name = dossier?.name ?? props.surface;
  const isHere = path.length === 1;
  const titleId = `np-title-${props.id}`;
  const shown = (
    <div ref={card} class="card" role="dialog" aria-labelledby={titleId} tabIndex={-1} lang={locale()}>
      <div class="head" data-drag>
        <h2 id={titleId}>
          <span lang={scriptLang(name)}>{name}</span>
          {dossier?.nativeName && (
            <>
              {' '}
              <span class="native" lang={scriptLang(dossier.nativeName)}>
                {dossier.nativeName}
              </span>
            </>
          )}
        </h2>
        <Tools canGoBack={!isHere} pinned={props.pinned} sheet={props.sheet} actions={actions} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keys */}
      <div class="body" ref={body} tabIndex={0}>
        {props.lost && (
          <p class="lost" role="status">
            {t('card.lost')}
          </p>
        )}
        {state === 'loading' && (
          <p class="message late" role="status">
            {t('card.loading')}
          </p>
        )}
        {state === 'failed' && (
          <div class="message" role="alert">
            <p>{t('card.failed')}</p>
            <button type="button" class="chip" onClick={actions.retry}>
              {t('card.retry')}
            </button>
          </div>
        )}
        {typeof state === 'object' && !dossier && <p class="message">{t('card.gone')}</p>}
        {dossier && <Told dossier={dossier} actions={actions} />}
        {isHere && props.because.length > 0 && (
          <p class="soft">{t('card.because', props.because.map(reasonText).join(' · '))}</p>
        )}
        <div class="foot">
          {isHere && (
            <button type="button" class="plain" onClick={actions.reject}>
              {t(dossier && dossier.kind !== 'person' ? 'card.notThis' : 'card.notThisPerson')}
            </button>
          )}
          {dossier && (
            <button type="button" class="all" onClick={() => actions.openDossier(dossier.entity)}>
              {t('card.all')}
            </button>
          )}
        </div>
      </div>
    </div>
  );
  return props.sheet ? (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the close button and Escape do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: likewise */}
      <div class="scrim" onClick={actions.close} />
      {shown}
    </>
  ) : (
    shown
  );
};

const Told = ({ dossier, actions }: { dossier: Dossier; actions: CardActions }) => {
  const empty =
    !dossier.reminder && dossier.roles.length + dossier.events.length + dossier.quotes.length === 0;
  return (
    <>
      <RoleOf dossier={dossier} actions={actions} />
      <Reminder dossier={dossier} actions={actions} />
      {empty && <p class="message">{t(dossier.sources.length > 0 ? 'card.onlyNamed' : 'card.nothing')}</p>}
      <Events dossier={dossier} actions={actions} />
      <Quotes dossier={dossier} actions={actions} />
      <Around dossier={dossier} actions={actions} />
      <Sources dossier={dossier} actions={actions} />
    </>
  );
};
