import type { Note, Saved } from '../../../src/browser/gather-messages';
import pageCss from '../../../src/ui/page.css?inline';
import { renderToast, TOAST_CSS } from '../../../src/ui/toast/render';
import { LONG_WORD } from '../fixtures';
import { CARD_WIDTHS, idle, type State } from '../state';

const saved: Saved = {
  articleId: 'a1',
  title: 'Lantern talks go into a third week',
  was: 'new',
  publisher: 'The Harbour Courier',
  published: { date: '2025-04-22', basis: 'stated' },
  dated: 'meta',
  names: ['Mina Sato', 'Tomas Berg', 'Guild of Pilots'].map((name) => ({ name, kind: 'person' })),
  named: 7,
  quotes: 3,
  undo: { added: ['a1'], replaced: null },
  first: false,
};

/** The note in a shadow root over a plain page; open here, so that axe-core and the test can look in. */
const state = (note: Note): State => ({
  css: [pageCss, 'body { padding: 12px; min-height: 320px; }'],
  widths: CARD_WIDTHS,
  show(body, theme) {
    const heading = document.createElement('h1');
    heading.className = 'np-hidden';
    heading.textContent = 'Nameplate';
    const main = document.createElement('main');
    const host = document.createElement('div');
    main.append(heading, host);
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = `${TOAST_CSS} .toast:not(:popover-open) { display: block; }`;
    const box = document.createElement('div');
    box.className = 'toast';
    box.dataset.theme = theme;
    root.append(style, box);
    body.append(main);
    renderToast(box, { note, onUndo: idle, onOpen: idle, onClose: idle });
  },
});

export const noteStates: Record<string, State> = {
  saved: state({ is: 'saved', saved, keys: 'Alt+Shift+K' }),
  first: state({ is: 'saved', saved: { ...saved, first: true }, keys: 'Alt+Shift+K' }),
  same: state({
    is: 'saved',
    saved: { ...saved, title: `${LONG_WORD} again`, was: 'same', undo: null, names: [], named: 0 },
    keys: '',
  }),
  failed: state({ is: 'failed', problem: { code: 'noArticle', values: [] } }),
  undone: state({ is: 'undone' }),
};
