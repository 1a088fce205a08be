import type { Note } from '../browser/gather-messages';
import type { Host } from './host';
import { themeBehind } from './theme';

/** How long a note stays, in milliseconds; while the pointer or the focus is in it, it stays. */
const STAYS = 12_000;

/** What the note's content is drawn by, and what it asks of the rest of the extension. */
export interface ToastServices {
  css: string;
  draw(
    box: HTMLElement,
    note: Note | null,
    acts: { undo(): void; open(articleId: string): void; close(): void },
  ): void;
  undo(): void;
  open(articleId: string): void;
}

/** A note in the corner of the page, in the host's closed shadow root and the top layer. */
export class Toast {
  private readonly box = document.createElement('div');
  private readonly style = document.createElement('style');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private focusBefore: Element | null = null;

  constructor(
    readonly host: Host,
    private readonly services: ToastServices,
  ) {
    this.style.textContent = services.css;
    this.box.className = 'toast';
    this.box.popover = 'manual';
    this.box.addEventListener('pointerenter', () => clearTimeout(this.timer));
    this.box.addEventListener('pointerleave', () => this.wait());
    this.box.addEventListener('focusin', () => clearTimeout(this.timer));
    this.box.addEventListener('focusout', () => this.wait());
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return this.box.isConnected && this.box.matches(':popover-open');
  }

  show(note: Note): void {
    this.host.attach(null);
    if (!this.box.isConnected) this.host.root.append(this.style, this.box);
    this.box.dataset.theme = themeBehind(document.body ?? document.documentElement);
    if (!this.isOpen) {
      this.draw(null);
      this.box.showPopover();
    }
    // A region that has just come is not listened to yet.
    requestAnimationFrame(() => setTimeout(() => this.draw(note), 50));
    this.wait();
  }

  /** Puts the focus into an open note; false where none is open. */
  focus(): boolean {
    const button = this.isOpen ? this.box.querySelector<HTMLElement>('button') : null;
    if (!button) return false;
    this.focusBefore = document.activeElement;
    button.focus({ preventScroll: true });
    return true;
  }

  close(): void {
    clearTimeout(this.timer);
    const held = this.host.root.activeElement !== null && this.box.contains(this.host.root.activeElement);
    if (this.isOpen) this.box.hidePopover();
    this.draw(null);
    this.box.remove();
    this.style.remove();
    if (held && this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
    this.focusBefore = null;
  }

  private draw(note: Note | null): void {
    this.services.draw(this.box, note, {
      undo: () => this.services.undo(),
      open: (articleId) => this.services.open(articleId),
      close: () => this.close(),
    });
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), STAYS);
  }
}
