import type { Drag } from '../page/dragging';
import type { Popover } from '../page/popover';
import type { Shown } from './shown';

/** A sheet that is pulled down so far closes, in CSS pixels. */
const PULLED = 80;

/** What dragging a card by its head does: a card is pinned and goes along, a sheet is pulled down. */
export function dragOf(
  popover: Popover,
  shown: () => Shown | undefined,
  { pin, close }: { pin(one: Shown): void; close(one: Shown): void },
): Drag {
  let from = { x: 0, y: 0 };
  return {
    start() {
      const one = shown();
      if (one && !one.sheet) pin(one);
      popover.raise();
      const { left: x, top: y } = popover.element.getBoundingClientRect();
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
  };
}
