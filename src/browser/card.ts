import type { Dossier } from '../brief/types';
import { anchorOf } from '../page/anchor';
import { makeDraggable } from '../page/dragging';
import type { Host } from '../page/host';
import type { PageMark } from '../page/marks';
import { Popover } from '../page/popover';
import type { CardEvents, CardView, Opening, Services } from '../page/services';
import { inBox, isTowards } from '../page/towards';
import { CARD_CSS, clearCard, renderCard } from '../ui/card/render';

/** How long an opening card waits for its content before it shows that it is loading, in milliseconds. */
const PATIENCE = 60;

/** A screen as narrow as this, in CSS pixels, or one for fingers, has a tapped card as a sheet at its bottom. */
const NARROW = 600;
/** A sheet that is pulled down so far closes, in CSS pixels. */
const PULLED = 80;

const hasSheets = (): boolean => window.innerWidth <= NARROW || matchMedia('(pointer: coarse)').matches;

/**
 * Calls after the next frame has been drawn. Firefox tells assistive technology nothing of a focus on an element that
 * its accessibility tree does not hold yet.
 */
const whenDrawn = (then: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(then));
};

/** One card, from its opening to its closing. */
interface Shown extends Opening {
  mark: PageMark;
  popover: Popover;
  first: Dossier | null | undefined;
  sheet: boolean;
  pinned: boolean;
  /** Its mention stands in the page no more. */
  lost: boolean;
}

/** Joins the cards' content to their places on the page: one that is not pinned, and those that are. */
export function createCard(host: Host, services: Services, events: CardEvents): CardView {
  const style = document.createElement('style');
  style.textContent = CARD_CSS;
  host.root.append(style);
  let free: Shown | null = null;
  const pins: Shown[] = [];
  const isThere = (one: Shown): boolean => one === free || pins.includes(one);

  const show = async (mark: PageMark, opening: Opening): Promise<void> => {
    const popover = free?.popover ?? newPopover();
    const sheet = opening.by === 'tap' && hasSheets();
    const one: Shown = { ...opening, mark, popover, first: undefined, sheet, pinned: false, lost: false };
    free = one;
    one.first = await Promise.race([
      services.dossier(mark.entity).catch((): undefined => undefined),
      new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    const anchor = anchorOf(mark);
    // Another opening may have come in between: what is late for this one is not shown in that.
    if (free !== one || !anchor) return;
    draw(one);
    if (sheet) popover.showSheet(anchor);
    else popover.showBeside(anchor, one.at);
    if (one.by !== 'pointer') whenDrawn(() => isThere(one) && popover.focus());
  };

  const draw = (one: Shown): void => {
    const { mark, popover, token, first, pinned, lost, sheet } = one;
    renderCard(popover.element, {
      id: token,
      entity: mark.entity,
      surface: mark.surface,
      because: mark.because,
      first,
      pinned,
      lost,
      sheet,
      load: (entity) => services.dossier(entity),
      actions: {
        openPassage: (articleId, span) => void services.openPassage(articleId, span),
        openDossier: (entity) => void services.openDossier(entity),
        pin: (on) => (on ? pin(one) : unpin(one)),
        close: () => close(one),
        reject: () => {
          void services.reject(mark.entity, mark.surface);
          close(one);
          events.rejected(mark);
        },
        find: () => {
          if (!events.find(mark)) setLost(one, true);
        },
        moveBy: (x, y) => popover.moveBy(x, y),
        moveOn: () => popover.moveOn(),
      },
    });
  };

  const pin = (one: Shown): void => {
    if (one !== free) return;
    free = null;
    one.pinned = true;
    pins.push(one);
    events.pinned(one.token);
    draw(one);
    one.popover.pin(() => pins.slice(0, pins.indexOf(one)).flatMap(({ popover }) => popover.box() ?? []));
  };

  const unpin = (one: Shown): void => {
    if (!pins.includes(one)) return;
    if (free) take(free, false);
    pins.splice(pins.indexOf(one), 1);
    one.pinned = false;
    events.unpinned(one.token, one.mark);
    free = one;
    draw(one);
    one.popover.unpin();
  };

  const setLost = (one: Shown, lost: boolean): void => {
    if (one.lost === lost) return;
    one.lost = lost;
    draw(one);
  };

  /** Takes a card off the page. */
  const take = (one: Shown, restore: boolean): void => {
    if (one === free) free = null;
    else pins.splice(pins.indexOf(one), 1);
    one.popover.remove(restore);
    clearCard(one.popover.element);
  };

  /** The reader closes a card. */
  const close = (one: Shown): void => {
    if (!isThere(one)) return;
    take(one, true);
    events.closed(one.token);
  };

  const newPopover = (): Popover => {
    const popover = new Popover(host);
    const { element } = popover;
    const shown = () => [...pins, free].find((one) => one?.popover === popover);
    let from = { x: 0, y: 0 };
    makeDraggable(element, {
      start() {
        const one = shown();
        if (one && !one.sheet) pin(one);
        popover.raise();
        const { left: x, top: y } = element.getBoundingClientRect();
        from = { x, y };
      },
      move({ x, y }) {
        if (shown()?.sheet) popover.pull(Math.max(0, y));
        else popover.moveTo({ x: from.x + x, y: from.y + y });
      },
      end({ y }, givenUp) {
        const one = shown();
        if (!one?.sheet) return;
        if (y > PULLED && !givenUp) close(one);
        else popover.pull(0);
      },
    });
    return popover;
  };

  return {
    show: (mark, opening) => void show(mark, opening),
    hide: () => {
      if (free) take(free, true);
    },
    dismiss() {
      const all = free ? [...pins, free] : pins;
      const newest = all.reduce<Shown | undefined>((a, b) => (a && a.token > b.token ? a : b), undefined);
      const one = all.find(({ popover }) => popover.focused) ?? newest;
      if (one) close(one);
      return one !== undefined;
    },
    refresh() {
      for (const one of pins) setLost(one, !anchorOf(one.mark)?.holder.isConnected);
    },
    clear() {
      for (const one of [...pins]) take(one, false);
      if (free) take(free, false);
    },
    isOver(point) {
      const box = free?.popover.box();
      return box ? inBox(point, box) : false;
    },
    isTowards(from, before, to) {
      const box = free?.popover.box();
      return box ? isTowards(from, before, to, box) : false;
    },
  };
}
