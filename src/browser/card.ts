import type { Dossier } from '../brief/types';
import type { Host } from '../page/host';
import type { PageMark } from '../page/marks';
import { Popover } from '../page/popover';
import type { CardEvents, CardView, Services } from '../page/services';
import { CARD_CSS, clearCard, renderCard } from '../ui/card/render';

/** How long an opening card waits for its content before it shows that it is loading, in milliseconds. */
const PATIENCE = 60;

/**
 * Calls after the next frame has been drawn. Firefox tells assistive technology nothing of a focus on an element that
 * its accessibility tree does not hold yet.
 */
const whenDrawn = (then: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(then));
};

/** Joins the card's content to its place on the page. */
export function createCard(host: Host, services: Services, events: CardEvents): CardView {
  const popover = new Popover(host, CARD_CSS);
  let current: PageMark | null = null;

  const show = async (mark: PageMark, focus: boolean, at: { x: number; y: number } | null) => {
    current = mark;
    const wanted = services.dossier(mark.entity);
    const first = await Promise.race([
      wanted.catch((): undefined => undefined),
      new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    if (current !== mark) return;
    clearCard(popover.element);
    renderCard(popover.element, {
      entity: mark.entity,
      surface: mark.surface,
      because: mark.because,
      first: first as Dossier | null | undefined,
      load: (entity) => services.dossier(entity),
      actions: {
        openPassage: (articleId, span) => void services.openPassage(articleId, span),
        openDossier: (entity) => void services.openDossier(entity),
        pin: events.pinned,
        close: events.closed,
        reject: () => {
          void services.reject(mark.entity, mark.surface);
          events.rejected(mark);
        },
      },
    });
    popover.show(mark, at, events.closed);
    if (focus) whenDrawn(() => current === mark && focusCard());
  };

  const focusCard = () =>
    (popover.element.firstElementChild as HTMLElement | null)?.focus({ preventScroll: true });

  return {
    show: (mark, { focus, at }) => void show(mark, focus, at),
    hide: () => {
      current = null;
      popover.hide();
      clearCard(popover.element);
    },
    box: () => popover.box(),
  };
}
