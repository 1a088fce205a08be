import type { Point } from './towards';

/** A press that moves less than this is no drag, in CSS pixels. */
const STILL = 4;

/** What a drag does to what it drags. */
export interface Drag {
  /** A drag has begun: it gets how far the pointer has moved since it went down, until the end. */
  start(): void;
  move(by: Point): void;
  /** It ends; `given up` when the browser took the pointer away. */
  end(by: Point, givenUp: boolean): void;
}

/** Where a press begins a drag: on what is marked with `data-drag`, beside its other buttons and its text. */
const isHandle = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement || target instanceof SVGElement
    ? target.closest('[data-drag], button, span')?.hasAttribute('data-drag') === true
    : false;

/** Lets everything in an element that is a handle drag it, by mouse, pen or touch. */
export function makeDraggable(element: HTMLElement, drag: Drag): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || !down.isPrimary || !isHandle(down.target)) return;
    const { pointerId, clientX, clientY } = down;
    const ending = new AbortController();
    const by = ({ clientX: x, clientY: y }: PointerEvent): Point => ({ x: x - clientX, y: y - clientY });
    let dragging = false;
    const on = (type: string, listener: (event: PointerEvent) => void) =>
      element.addEventListener(
        type,
        (event) => {
          if ((event as PointerEvent).pointerId === pointerId) listener(event as PointerEvent);
        },
        { signal: ending.signal },
      );
    on('pointermove', (event) => {
      const moved = by(event);
      if (!dragging && Math.hypot(moved.x, moved.y) < STILL) return;
      if (!dragging) {
        dragging = true;
        drag.start();
        element.setPointerCapture(pointerId);
        // A drag that ends over a button is no press of it.
        element.addEventListener('click', swallow, { capture: true, once: true });
      }
      drag.move(moved);
    });
    const end = (event: PointerEvent, givenUp: boolean) => {
      ending.abort();
      if (!dragging) return;
      setTimeout(() => element.removeEventListener('click', swallow, true), 0);
      drag.end(by(event), givenUp);
    };
    on('pointerup', (event) => end(event, false));
    on('pointercancel', (event) => end(event, true));
  });
}

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};
