import type { Applied } from './apply';
import { emptyTrash } from './change';
import { together } from './database';
import type { TakenUndo } from './messages';
import type { Turn } from './schema';

type Change = Pick<Applied, 'generation' | 'replaced'>;

/** Where the former versions are that a change has put others in the place of. */
export const formerOf = ({ generation, replaced }: Change): TakenUndo['replaced'] =>
  replaced.length === 0 ? null : { generation, count: replaced.length };

/** Keeps the former versions of the articles that a change has put others in the place of, for the undo. */
export async function keepFormer(turn: Turn, { generation, replaced }: Change): Promise<void> {
  if (replaced.length === 0) return;
  await emptyTrash(turn);
  const trash = turn.objectStore('trash');
  await together(replaced, (row) => trash.put(row, [generation, row.article.article.id]));
}
