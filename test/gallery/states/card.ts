import type { Dossier } from '../../../src/brief/types';
import { CARD_CSS, renderCard } from '../../../src/ui/card/render';
import pageCss from '../../../src/ui/page.css?inline';
import { DOSSIERS } from '../fixtures';
import { CARD_WIDTHS, idle, type State } from '../state';

interface Given {
  /** Undefined while the answer is on its way. */
  first: Dossier | null | undefined;
  load?: () => Promise<Dossier | null>;
  surface?: string;
  because?: string[];
  pinned?: boolean;
  lost?: boolean;
  sheet?: boolean;
  /** What the reader does in the open card. */
  acts?: (card: HTMLElement) => void;
}

const never = () => new Promise<never>(() => {});
const press = (card: HTMLElement, selector: string) => card.querySelector<HTMLElement>(selector)!.click();

/** The card in its shadow root over a plain page; open here, so that axe-core and the test can look in. */
const state = ({ first, load = never, surface = 'Sato', because = [], acts, ...kept }: Given): State => ({
  css: [pageCss, 'body { padding: 12px; min-height: 500px; }'],
  widths: CARD_WIDTHS,
  async show(body, theme) {
    const heading = document.createElement('h1');
    heading.className = 'np-hidden';
    heading.textContent = 'Nameplate';
    const main = document.createElement('main');
    const host = document.createElement('div');
    main.append(heading, host);
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = `${CARD_CSS} .popover:not(:popover-open) { position: static; display: block; } .late { animation: none; }
      .popover.sheet:not(:popover-open) { position: fixed; display: flex; }`;
    const box = document.createElement('div');
    box.className = kept.sheet ? 'popover sheet' : 'popover';
    box.dataset.theme = theme;
    box.style.setProperty('--width', `${window.innerWidth - (kept.sheet ? 0 : 24)}px`);
    box.style.setProperty('--height', '640px');
    if (kept.sheet) box.style.setProperty('--room', '480px');
    root.append(style, box);
    body.append(main);
    renderCard(box, {
      id: 1,
      pinned: false,
      lost: false,
      sheet: false,
      ...kept,
      entity: first?.entity ?? 'e-Mina Sato',
      surface,
      because,
      first,
      load,
      actions: {
        openPassage: idle,
        openDossier: idle,
        pin: idle,
        close: idle,
        reject: idle,
        find: idle,
        moveBy: idle,
        moveOn: idle,
      },
    });
    await new Promise((next) => setTimeout(next, 40));
    acts?.(box);
    await new Promise((next) => setTimeout(next, 40));
  },
});

const known = DOSSIERS.english;

export const cardStates: Record<string, State> = {
  full: state({ first: known, because: ['negotiator', 'Berg'] }),
  pinned: state({ first: known, pinned: true }),
  'pinned-lost': state({ first: known, pinned: true, lost: true }),
  sheet: state({ first: known, sheet: true }),
  'opened-on': state({
    first: known,
    load: async () => ({ ...DOSSIERS.editor, name: 'Tomas Berg', nativeName: null }),
    acts: (card) => press(card, '.name'),
  }),
  loading: state({ first: undefined }),
  failed: state({ first: undefined, load: () => Promise.reject(new Error('nobody answers')) }),
  gone: state({ first: null }),
  bare: state({ first: DOSSIERS.bare }),
  nothing: state({ first: DOSSIERS.nothing, surface: 'Okafor' }),
  editor: state({ first: DOSSIERS.editor }),
  'long-names': state({ first: DOSSIERS.long }),
  japanese: state({ first: DOSSIERS.japanese, surface: '佐藤', because: ['交渉官'] }),
  'many-lines': state({ first: DOSSIERS.many }),
  place: state({ first: { ...known, kind: 'place', name: 'North Pier', nativeName: null } }),
};
