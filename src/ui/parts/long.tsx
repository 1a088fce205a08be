import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../text';

interface Props<Item> {
  items: Item[];
  /** How many are shown before "all". */
  first: number;
  /** Items one after another on a line. */
  flow?: boolean;
  render(item: Item): ComponentChildren;
}

/** A list that shows its head, and all of it when asked. */
export function Long<Item>({ items, first, flow, render }: Props<Item>) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul class={flow ? 'np-flow' : 'np-list'}>{(all ? items : items.slice(0, first)).map(render)}</ul>
      {items.length > first && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', String(items.length))}
        </button>
      )}
    </>
  );
}
