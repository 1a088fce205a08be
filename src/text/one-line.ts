/** Control characters, invisible ones, and marks that turn the direction of writing, which could make a name look like another. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\s]+/gu;

/** A text as one line that shows all that is in it. The same again changes nothing. */
export const oneLine = (text: string): string => text.replace(UNSEEN, ' ').trim();

/** Whether a text is one line that shows all that is in it. */
export const isOneLine = (text: string): boolean => oneLine(text) === text;
