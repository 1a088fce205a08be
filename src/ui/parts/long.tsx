import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { locale, t } from '../text';

interface Props<Item> {
  items: Item[];
  /** How many are shown before "all". */
  first: number;
  /** Items one after another on a line. */
  flow?: boolean;
  /** On paper, where nothing can be pressed, the rest is there too (the first hundreds of it). */
  printed?: boolean;
  render(item: Item): ComponentChildren;
}

/** What paper shows of a list at most: a few pages. */
const PRINTED = 300;

/** A list that shows its head, and all of it when asked. */
export function Long<Item>({ items, first, flow, printed, render }: Props<Item>) {
  const [all, setAll] = useState(false);
  const list = flow ? 'np-flow' : 'np-list';
  return (
    <>
      <ul class={list}>{(all ? items : items.slice(0, first)).map(render)}</ul>
      {printed && !all && items.length > first && (
        <ul class={`${list} np-paper`}>{items.slice(first, PRINTED).map(render)}</ul>
      )}
      {items.length > first && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', items.length.toLocaleString(locale()))}
        </button>
      )}
    </>
  );
}
