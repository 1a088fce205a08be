import { parentOf, tagOf } from './nodes';

/** A text without a capital and without any letter beyond ASCII names nobody (a clock, a counter). */
export const WORTH = /[A-Z\u0080-\uffff]/;

/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;
const NO_TEXT = new Set(['script', 'style', 'noscript', 'template', 'title']);
/** After a change this long passes before it is looked again, in milliseconds. */
const SETTLE = 100;

/** Of more elements than this some is taken to have text. */
const MANY = 2_000;

/** Whether the document has any text to read, or an element that may have some in a shadow tree; mostly its first text says so. */
export function hasWorth(): boolean {
  if (!document.body) return false;
  const walker = document.createTreeWalker(document.body, SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (WORTH.test((node as Text).data) && !NO_TEXT.has(tagOf(parentOf(node) as Element))) return true;
  const elements = document.querySelectorAll('body, body *');
  if (elements.length > MANY) return true;
  for (const element of elements) if (element.shadowRoot || tagOf(element).includes('-')) return true;
  return false;
}

/**
 * Calls at once where there is text to read, else when it has come. Gives the way to stop waiting.
 */
export function whenWorth(then: () => void): () => void {
  if (hasWorth()) {
    then();
    return () => {};
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const look = () => {
    timer = undefined;
    if (!hasWorth()) return;
    stop();
    then();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, SETTLE);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return stop;
}
