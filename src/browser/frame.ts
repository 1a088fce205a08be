import { browser } from 'wxt/browser';
import { isAside, whenReadable } from '../page/aside';
import { Frame } from '../page/frame';
import type { Host } from '../page/host';
import type { OwnMount } from '../page/own-side';
import type { CardMount, Services } from '../page/services';
import type { Toast } from '../page/toast';
import { whenWorth } from '../page/worth';
import { ask } from './client';
import { listen } from './listen';
import type { PageRequests, PageSettings } from './messages';
import { settingsOfPage } from './page-settings';
import { persistently } from './persistently';

/** How often is looked whether the extension is still there, in milliseconds. */
const LOOK = 5_000;

const alive = (): boolean => browser.runtime?.id !== undefined;

/** The frame's share of the extension, from the page's coming to the extension's going. */
export function runFrame(): void {
  let frame: Frame | null = null;
  let now: PageSettings | null = null;
  let watch: ReturnType<typeof setInterval> | undefined;
  let toast: Toast | null = null;
  /** Stops waiting for a frame to be large enough, or for text. */
  let waiting: (() => void) | null = null;

  const start = (settings: PageSettings): void => {
    frame = new Frame(
      services(() => {
        listenForReturn();
        apply(settings);
      }),
      settings,
    );
    frame.start().catch(() => {});
  };

  const apply = (settings: PageSettings): void => {
    now = settings;
    frame?.stop();
    frame = null;
    clearInterval(watch);
    waiting?.();
    waiting = null;
    if (!settings.enabled) return;
    if (isAside()) {
      waiting = whenReadable(() => apply(settings));
      return;
    }
    waiting = whenWorth(() => start(settings));
    // A new version of the extension, or none: nobody tells a content script, so it looks now and then.
    watch = setInterval(() => {
      if (alive()) return;
      clearInterval(watch);
      waiting?.();
      frame?.stop();
    }, LOOK);
  };

  listen<PageRequests>(
    {
      marks: async () => frame?.entities() ?? [],
      jump: async ({ entity }) => frame?.jump(entity) ?? false,
      step: async ({ direction, enter }) => frame?.step(direction, enter) ?? false,
      stands: async () => frame?.stands() ?? false,
      told: async ({ from, word }) => frame?.take(from, word) ?? null,
      note: async ({ note }) => {
        const { nameplateToast } = globalThis as { nameplateToast?: (host: Host) => Toast };
        if (!frame || !nameplateToast) return false;
        if (toast?.host !== frame.host) toast = nameplateToast(frame.host);
        toast.show(note);
        return true;
      },
      focusNote: async () => toast?.focus() ?? false,
      changed: async (settings) => {
        apply(settings);
        return null;
      },
    },
    () => true,
  );
  const begin = async (): Promise<void> => {
    const before = now;
    // A background that was stopped as it answered is asked again.
    const settings = await persistently(settingsOfPage);
    // What the background has told meanwhile is newer.
    if (now === before && JSON.stringify(settings) !== JSON.stringify(now)) apply(settings);
  };
  const beginQuietly = (): void => void begin().catch(() => {});
  // A page that is fetched ahead of its visit may never be seen, and has no address in any tab yet.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', beginQuietly, { once: true });
  else if (isAside()) whenReadable(beginQuietly);
  else beginQuietly();
  listenForReturn();

  /** A page that the reader goes back to was not told of changes while it was away. One that writes itself anew ends all listening. */
  function listenForReturn(): void {
    window.addEventListener('pageshow', returned);
  }
  function returned({ persisted }: PageTransitionEvent): void {
    if (persisted && now) beginQuietly();
  }
}

function services(restart: () => void): Services {
  const dossiers = new Map<string, ReturnType<Services['dossier']>>();
  return {
    spot: (request) => ask('spot', request),
    dossier(entity) {
      // One question for the resting pointer and the card that follows it; the next card asks anew.
      const known = dossiers.get(entity);
      if (known) return known;
      const asked = ask('dossier', { entity });
      dossiers.set(entity, asked);
      const forget = () => dossiers.delete(entity);
      asked.then(() => setTimeout(forget, 5_000), forget);
      return asked;
    },
    reject: (entity, surface) => ask('reject', { entity, surface, host: location.host }),
    openDossier: (entity) => ask('open', { entity }),
    openPassage: (articleId, span) => ask('open', { articleId, span }),
    tell: (frame, word) => ask('tell', { frame, word }).catch(() => null),
    loadCard: () => loaded('card', 'nameplateCard'),
    loadOwn: () => persistently(() => loaded('own', 'nameplateOwn')),
    alive,
    restart,
  };
}

interface World {
  nameplateCard?: CardMount;
  nameplateOwn?: OwnMount;
}

/** What a script of ours has brought into this world, which the background is asked for if it has not. */
async function loaded<K extends keyof World>(
  script: 'card' | 'own',
  name: K,
): Promise<NonNullable<World[K]>> {
  const world = globalThis as World;
  if (!world[name]) await ask(script, {});
  const brought = world[name];
  if (!brought) throw new Error(`No ${script}`);
  return brought;
}
