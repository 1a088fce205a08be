import type { Dossier } from '../brief/types';
import type { Anchor } from '../page/anchor';
import type { Popover } from '../page/popover';

/** What a card is about: a mention in this frame, or in another that has no room for a card. */
export interface Subject {
  /** The frame that it is in; null for this one. */
  frame: number | null;
  entity: string;
  surface: string;
  because: readonly string[];
  /** Where it stands; null where it stands no more. */
  anchor(): Anchor | null;
  pinned(): void;
  unpinned(): void;
  /** `hadFocus` if the focus was in the card. */
  closed(hadFocus: boolean): void;
  rejected(): void;
  /** Shows where it stands; false where it stands no more. */
  find(): boolean | Promise<boolean>;
  /** The pointer came onto its card, or went. */
  pointed?(on: boolean): void;
}

/** One card, from its opening to its closing. */
export interface Shown {
  /** Grows with each opening. */
  id: number;
  subject: Subject;
  popover: Popover;
  first: Dossier | null | undefined;
  sheet: boolean;
  pinned: boolean;
  /** Its mention stands in the page no more. */
  lost: boolean;
}

/** Whether a card's mention stands in the page, and in view of its own frame. */
export const isThere = ({ subject }: Shown): boolean => {
  const anchor = subject.anchor();
  return anchor?.holder.isConnected === true && (subject.frame === null || anchor.rects().length > 0);
};
