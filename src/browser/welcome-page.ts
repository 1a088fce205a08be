import { effect, signal } from '@preact/signals';
import { Frame } from '../page/frame';
import type { CardMount, Services } from '../page/services';
import { tellingPiece } from '../ui/welcome/piece';
import type { Piece, Step } from '../ui/welcome/state';
import { createCard } from './card';
import { ask } from './client';
import type { Choices } from './messages';

/** The welcome page's live piece, as signals: the same marks, pointer watch and card as on any page. */
export function createWelcome() {
  const piece = signal<Piece | 'loading' | 'failed'>('loading');
  const done = signal<ReadonlySet<Step>>(new Set());
  const did = (step: Step) => {
    if (!done.value.has(step)) done.value = new Set([...done.value, step]);
  };
  let frame: Frame | null = null;

  /** Finds the newest bundled article with names to try. */
  async function load(): Promise<void> {
    piece.value = 'failed';
    const { articles } = await ask('articles', { origins: ['bundled'] });
    for (const source of articles) {
      const opened = await ask('article', { articleId: source.articleId });
      const paragraphs = opened ? tellingPiece(opened.runs) : [];
      if (paragraphs.length === 0) continue;
      piece.value = { source, paragraphs };
      return;
    }
  }

  /** Marks the page as the reader has chosen; anew after another choice. */
  function mark({ kinds, look, delay }: Pick<Choices, 'kinds' | 'look' | 'delay'>): void {
    frame?.stop();
    const shown: Choices['kinds'] = kinds.length > 0 ? kinds : ['person', 'organisation'];
    frame = new Frame(services(did), {
      enabled: true,
      kinds: shown,
      look,
      delay,
      overlay: false,
      ownMarks: false,
    });
    frame.start().catch(() => {});
  }

  return {
    piece,
    done,
    load,
    /** Marks once there is something to mark, and again whenever the reader has chosen otherwise. */
    follow(choices: { readonly value: Choices | null }): void {
      let marked = '';
      effect(() => {
        if (!choices.value || typeof piece.value === 'string') return;
        const { kinds, look, delay } = choices.value;
        const wanted = JSON.stringify([kinds, look, delay]);
        if (wanted === marked) return;
        marked = wanted;
        // After the piece has been rendered.
        requestAnimationFrame(() => mark({ kinds, look, delay }));
      });
    },
    step: async (direction: 1 | -1, enter: boolean) => frame?.step(direction, enter) ?? false,
    stands: async () => frame?.stands() ?? false,
  };
}

/** What the frame asks, straight from the background; what is tried is told to `did`. */
function services(did: (step: Step) => void): Services {
  const mount: CardMount = (host, asked, events) => {
    const view = createCard(host, asked, {
      ...events,
      pinned(token) {
        did('pin');
        events.pinned(token);
      },
    });
    return {
      ...view,
      show(mark, how) {
        did(how.by === 'key' ? 'keys' : 'hover');
        view.show(mark, how);
      },
    };
  };
  return {
    spot: (request) => ask('spot', request),
    dossier: (entity) => ask('dossier', { entity }),
    // Here one tries it out: nothing is remembered.
    reject: async () => {},
    openDossier: (entity) => ask('open', { entity }),
    openPassage: (articleId, span) => ask('open', { articleId, span }),
    tell: async () => null,
    loadCard: async () => mount,
    // It shows nothing of a library.
    loadOwn: () => Promise.reject(new Error('No library here')),
    alive: () => true,
    // Our own page is never written anew under its frame.
    restart() {},
  };
}
