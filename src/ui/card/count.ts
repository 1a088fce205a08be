import { counted, t } from '../text';

/** How many names are marked on a page, in words to be said aloud. */
export const countText = ({ marks, names }: { marks: number; names: number }): string =>
  marks === 0 ? t('count.none') : `${counted('count.marks', marks)} ${counted('count.names', names)}`;
