import { render } from 'preact';
import { blockFont } from './block-font';
import { setLanguage } from './i18n';
import { showOverview } from './overview';
import { STATES } from './states';

declare global {
  interface Window {
    /** For the test: the states with their widths, and a way from one to the next without loading the page anew. */
    gallery: {
      states: Record<string, readonly number[]>;
      show(name: string, theme: string, lang: string, way?: string): Promise<void>;
    };
  }
}

const style = document.createElement('style');

/** Every face of the design, for when all are one: custom properties reach into the card's shadow root too. */
const FACES = ['sans', 'serif'].flatMap((face) => [`--np-${face}`, `--np-${face}-latin`, `--np-${face}-ja`]);
let faces = '';

/** Text twice as large as the design's, in pages and in the card. */
const LARGE = ':root { font-size: 200%; } * { --np-unit: 32px !important; }';

async function show(name: string, theme: string, lang: string, way = ''): Promise<void> {
  const state = STATES[name];
  if (!state) throw new Error(`no state "${name}"`);
  setLanguage(lang);
  render(null, document.body);
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.lang = lang;
  document.documentElement.dir = way === 'rtl' ? 'rtl' : 'ltr';
  // on paper the page has a theme of its own
  document.documentElement.style.colorScheme = way === 'paper' ? '' : theme;
  document.title = name;
  document.head.append(style);
  style.textContent = `${state.css.join('\n')}\n* { ${faces} }\n.np-late { animation: none; }\n.np-soon { visibility: hidden; }\n${way === 'large' ? LARGE : ''}`;
  await state.show(document.body, theme === 'dark' ? 'dark' : 'light', lang);
  // Effects and what they set run after a frame.
  for (let frames = 0; frames < 3; frames++) await new Promise((next) => requestAnimationFrame(next));
}

window.gallery = {
  states: Object.fromEntries(Object.entries(STATES).map(([name, { widths }]) => [name, widths])),
  show,
};

const asked = new URLSearchParams(location.search);
if (asked.get('font') === 'blocks') {
  const blocks = await new FontFace('Blocks', blockFont()).load();
  document.fonts.add(blocks);
  faces = FACES.map((face) => `${face}: Blocks !important;`).join(' ');
}
const name = asked.get('state');
if (name) void show(name, asked.get('theme') ?? 'light', asked.get('lang') ?? 'en', asked.get('way') ?? '');
else if (!asked.has('bare')) showOverview(STATES);
