import { render } from 'preact';
import themeCss from '../theme.css?inline';
import { Toast, type ToastProps } from './toast';
import toastCss from './toast.css?inline';

/** The note's style sheet, for its shadow root. */
export const TOAST_CSS: string = `${themeCss}\n${toastCss}`;

/** Renders the note into its box. */
export const renderToast = (box: Element, props: ToastProps): void => render(<Toast {...props} />, box);

/** Takes it out again. */
export const clearToast = (box: Element): void => render(null, box);
