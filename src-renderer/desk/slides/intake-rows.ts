import type { ChosenFile } from './chosen-files.ts';
import type { IntakeState } from './intake.ts';

/** A chosen file on its way to an item. */
export interface IntakeRow extends ChosenFile {
  readonly state: IntakeState;
}

const isWaiting = ({ state }: IntakeRow): boolean => state.kind === 'waiting';

/** The same file chosen again: what was said of it stays, and it can be read again where it could not be. */
const again = (row: IntakeRow, { file }: ChosenFile): IntakeRow =>
  isWaiting(row) || row.state.kind === 'failed' ? { ...row, file, state: { kind: 'waiting' } } : row;

/**
 * The rows with files that were chosen later. What was said by hand of the earlier ones stays. A file chosen again takes
 * its own row, and one for a named item the place of the item's other rows: an item has one.
 * @param isBusy whether rows are on their way, which then stay
 */
export function withChosen(
  before: readonly IntakeRow[],
  chosen: readonly ChosenFile[],
  isBusy = false,
): readonly IntakeRow[] {
  const later = new Map(chosen.map((file) => [file.id, file]));
  const named = isBusy ? [] : chosen.flatMap(({ certainty, itemId }) => (certainty === 'chosen' ? [itemId] : []));
  const kept = before
    .filter(({ itemId }) => !named.includes(itemId))
    .map((row) => {
      const file = later.get(row.id);
      return file === undefined ? row : again(row, file);
    });
  const known = new Set(kept.map(({ id }) => id));
  const waited = new Set(kept.filter(isWaiting).map(({ itemId }) => itemId));
  const added = chosen
    .filter(({ id }) => !known.has(id))
    .map((file): IntakeRow => {
      // Of two files for one item nobody knows which is the newer one.
      const isSecond = file.certainty === 'sure' && waited.has(file.itemId);
      return { ...file, ...(isSecond ? { itemId: null, certainty: 'unsure' } : {}), state: { kind: 'waiting' } };
    });
  return [...kept, ...added];
}
