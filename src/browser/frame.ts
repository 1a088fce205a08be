import { browser } from 'wxt/browser';
import type { Frame } from '../page/frame';
import { Frame as PageFrame } from '../page/frame';
import type { CardMount, Services } from '../page/services';
import { ask } from './client';
import { listen } from './listen';
import type { PageRequests, PageSettings } from './messages';

const alive = (): boolean => browser.runtime?.id !== undefined;

/** The frame's share of the extension, from the page's coming to the extension's going. */
export function runFrame(): void {
  // A drawing, a picture or data of its own in the tab: nothing there is read, and no element of ours could be added.
  if (!(document.documentElement instanceof HTMLElement)) return;
  let frame: Frame | null = null;

  const apply = (settings: PageSettings): void => {
    frame?.stop();
    frame = settings.enabled
      ? new PageFrame(
          services(() => apply(settings)),
          settings,
        )
      : null;
    frame?.start().catch(() => {});
  };

  listen<PageRequests>(
    {
      marks: async () => frame?.entities() ?? [],
      jump: async ({ entity }) => frame?.jump(entity) ?? false,
      step: async ({ direction, enter }) => frame?.step(direction, enter) ?? false,
      stands: async () => frame?.stands() ?? false,
      changed: async (settings) => {
        apply(settings);
        return null;
      },
    },
    () => true,
  );
  const begin = (): void => {
    ask('settings', {}).then(apply, () => {});
  };
  // A page that is fetched ahead of its visit may never be seen, and has no address in any tab yet.
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();

  // A new version of the extension, or none: nobody tells a content script, so it looks now and then.
  const watch = setInterval(() => {
    if (alive()) return;
    clearInterval(watch);
    frame?.stop();
  }, 5_000);
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
    async loadCard() {
      const world = globalThis as { nameplateCard?: CardMount };
      if (!world.nameplateCard) await ask('card', {});
      if (!world.nameplateCard) throw new Error('The card could not be loaded');
      return world.nameplateCard;
    },
    alive,
    restart,
  };
}
