import type { Host } from '../page/host';
import { Toast } from '../page/toast';
import { renderToast, TOAST_CSS } from '../ui/toast/render';
import { ask } from './client';
import { problemOf } from './problem';

/** Joins the note's content to its place on the page. */
export function createToast(host: Host): Toast {
  const toast: Toast = new Toast(host, {
    css: TOAST_CSS,
    draw: (box, note, { undo, open, close }) =>
      renderToast(box, { note, onUndo: undo, onOpen: open, onClose: close }),
    // The background tells the note what came of it.
    undo: () =>
      void ask('unsave', {}).catch((error) => toast.show({ is: 'failed', problem: problemOf(error) })),
    open: (articleId) => void ask('open', { articleId, span: { start: 0, end: 0 } }).catch(() => {}),
  });
  return toast;
}
