import type { State } from '../state';
import { cardStates } from './card';
import { dossierStates } from './dossier';
import { feedsStates } from './feeds';
import { libraryStates } from './library';
import { noteStates } from './note';
import { optionsStates } from './options';
import { popupStates } from './popup';
import { transferStates } from './transfer';
import { welcomeStates } from './welcome';

const named = (what: string, states: Record<string, State>): [string, State][] =>
  Object.entries(states).map(([name, state]) => [`${what}-${name}`, state]);

/** Every component in every state. */
export const STATES: Record<string, State> = Object.fromEntries([
  ...named('card', cardStates),
  ...named('popup', popupStates),
  ...named('dossier', dossierStates),
  ...named('library', libraryStates),
  ...named('note', noteStates),
  ...named('options', optionsStates),
  ...named('transfer', transferStates),
  ...named('feeds', feedsStates),
  ...named('welcome', welcomeStates),
]);
