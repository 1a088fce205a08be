import { makeDraggable } from '../page/dragging';
import type { Host } from '../page/host';
import { Popover } from '../page/popover';
import type { Opening, Services } from '../page/services';
import type { Box } from '../page/towards';
import { CARD_CSS, clearCard, renderCard } from '../ui/card/render';
import { dragOf } from './card-drag';
import { isThere, type Shown, type Subject } from './shown';

export type { Subject } from './shown';

/** How long an opening card waits for its content before it shows that it is loading, in milliseconds. */
const PATIENCE = 60;

/** A screen as narrow as this, in CSS pixels, or one for fingers, has a tapped card as a sheet at its bottom. */
const NARROW = 600;

const hasSheets = (): boolean => window.innerWidth <= NARROW || matchMedia('(pointer: coarse)').matches;

/**
 * Calls after the next frame has been drawn. Firefox tells assistive technology nothing of a focus on an element that
 * its accessibility tree does not hold yet.
 */
const whenDrawn = (then: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(then));
};

/** The cards that stand on a page: one that is not pinned, and those that are. */
export class Cards {
  private free: Shown | null = null;
  private readonly pins: Shown[] = [];
  private newest = 0;

  constructor(
    private readonly host: Host,
    private readonly services: Services,
  ) {
    const style = document.createElement('style');
    style.textContent = CARD_CSS;
    host.root.append(style);
  }

  /**
   * Shows a card in place of the unpinned one. Settles once it stands in its place, with where that is; null where
   * another opening, or a closing, has come in between.
   */
  async show(subject: Subject, { by, at }: Omit<Opening, 'token'>): Promise<Box | null> {
    const { services, free: old } = this;
    const popover = old?.popover ?? this.makePopover();
    const sheet = by === 'tap' && hasSheets();
    this.newest += 1;
    const one = { id: this.newest, subject, popover, first: undefined, sheet, pinned: false, lost: false };
    this.free = one;
    // Its own frame knows that a newer one replaces it; another's does not.
    if (old && old.subject.frame !== subject.frame) old.subject.closed(false);
    const first = await Promise.race([
      services.dossier(subject.entity).catch((): undefined => undefined),
      new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
    ]);
    const anchor = subject.anchor();
    // What is late for this opening is not shown in a newer one.
    if (this.free !== one || !anchor) return null;
    this.attach(anchor.holder);
    this.draw(Object.assign(one, { first }));
    if (sheet) popover.showSheet(anchor);
    else await popover.showBeside(anchor, at);
    if (!this.has(one)) return null;
    if (by !== 'pointer') whenDrawn(() => this.has(one) && popover.focus());
    return popover.box();
  }

  /** Takes the unpinned card of a frame away, if there is one. */
  hide(frame: number | null): void {
    if (this.free?.subject.frame === frame) this.take(this.free);
  }

  /** Closes the card that has the focus, else the newest; false where none is open. */
  dismiss(): boolean {
    const { all } = this;
    const newest = all.reduce<Shown | null>((best, one) => (best && best.id > one.id ? best : one), null);
    const one = all.find(({ popover }) => popover.focused) ?? newest;
    if (one) this.close(one);
    return one !== null;
  }

  /** The page has changed: pinned cards say so if their mention has gone, and another frame's card goes with its frame. */
  refresh(): void {
    const { free, pins } = this;
    if (free?.popover.isOpen && !free.popover.isSeen) this.close(free);
    if (pins.some(({ popover }) => !popover.isSeen)) this.attach(null);
    for (const one of this.pins) this.note(one, !isThere(one));
    if (this.free && this.free.subject.frame !== null && !isThere(this.free)) this.close(this.free);
    // The browser tells nothing of what moves in another frame.
    for (const { subject, popover } of this.all) if (subject.frame !== null) popover.update();
  }

  clear(): void {
    for (const one of this.all) this.take(one);
  }

  /** Where the unpinned card of a frame stands in the viewport. */
  boxOf(frame: number | null): Box | null {
    return this.free?.subject.frame === frame ? this.free.popover.box() : null;
  }

  /** Puts the host where a card can be seen and pressed; the other cards come along. */
  private attach(near: Element | null): void {
    this.host.attach(near);
    for (const { popover } of this.pins) popover.reopen();
  }

  private get all(): Shown[] {
    return this.free ? [...this.pins, this.free] : [...this.pins];
  }

  private has(one: Shown): boolean {
    return one === this.free || this.pins.includes(one);
  }

  private draw(one: Shown): void {
    const { id, subject, popover, first, pinned, lost, sheet } = one;
    const { services } = this;
    const { entity, surface, because } = subject;
    renderCard(popover.element, {
      ...{ id, entity, surface, because, first, pinned, lost, sheet },
      load: (next) => services.dossier(next),
      actions: {
        openPassage: (articleId, span) => void services.openPassage(articleId, span),
        openDossier: (next) => void services.openDossier(next),
        pin: (on) => (on ? this.pin(one) : this.unpin(one)),
        close: () => this.close(one),
        reject: () => {
          void services.reject(entity, surface);
          this.close(one);
          subject.rejected();
        },
        find: () => void this.find(one),
        moveBy: (x, y) => popover.moveBy(x, y),
        moveOn: () => popover.moveOn(),
      },
    });
  }

  private pin(one: Shown): void {
    if (one !== this.free) return;
    this.free = null;
    one.pinned = true;
    const { pins } = this;
    pins.push(one);
    one.subject.pinned();
    this.draw(one);
    // It goes out of the way of those that were pinned before it.
    one.popover.pin(() => pins.slice(0, pins.indexOf(one)).flatMap(({ popover }) => popover.box() ?? []));
  }

  private unpin(one: Shown): void {
    if (!this.pins.includes(one)) return;
    const { free } = this;
    if (free) {
      this.take(free);
      if (free.subject.frame !== one.subject.frame) free.subject.closed(false);
    }
    this.pins.splice(this.pins.indexOf(one), 1);
    one.pinned = false;
    this.free = one;
    one.subject.unpinned();
    this.draw(one);
    one.popover.unpin();
  }

  private async find(one: Shown): Promise<void> {
    if (!(await one.subject.find()) && this.has(one)) this.note(one, true);
  }

  private note(one: Shown, lost: boolean): void {
    if (one.lost === lost) return;
    one.lost = lost;
    this.draw(one);
  }

  /** The reader closes a card: its frame is told. */
  private close(one: Shown): void {
    if (!this.has(one)) return;
    const hadFocus = one.popover.focused !== null;
    this.take(one);
    one.subject.closed(hadFocus);
  }

  /** Takes a card off the page. */
  private take(one: Shown): void {
    if (one === this.free) this.free = null;
    else this.pins.splice(this.pins.indexOf(one), 1);
    one.popover.remove();
    clearCard(one.popover.element);
  }

  private makePopover(): Popover {
    const popover = new Popover(this.host);
    const { element } = popover;
    const shown = () => this.all.find((one) => one.popover === popover);
    popover.onPointer = (on) => {
      const one = shown();
      if (one === this.free) one?.subject.pointed?.(on);
    };
    makeDraggable(
      element,
      dragOf(popover, shown, {
        pin: (one) => this.pin(one),
        close: (one) => this.close(one),
      }),
    );
    return popover;
  }
}
