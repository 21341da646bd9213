import { type WordingRow, wordingRows } from '#core/minutes/wording.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { presentedItems } from '#core/model/presented.ts';
import { wordsMatch } from '#renderer/kit/words-match.ts';

export interface WordingItem {
  readonly item: AgendaItem;
  readonly rows: readonly WordingRow[];
  /** How many rows differ from the record. */
  readonly changed: number;
}

/** Whether a row differs from the record. */
export const isChanged = ({ edited, leftOut, mergedFrom }: WordingRow): boolean =>
  edited || leftOut || mergedFrom.length > 0;

/** The items with notes to edit, in the order of the minutes: as they were presented, then the rest. */
export function wordingItems(meeting: Meeting): WordingItem[] {
  const presented = presentedItems(meeting);
  const rest = orderedItems(meeting).filter((item) => !presented.includes(item));
  return [...presented, ...rest].flatMap((item) => {
    const rows = wordingRows(meeting, item);
    return rows.length === 0 ? [] : [{ item, rows, changed: rows.filter(isChanged).length }];
  });
}

/** Only the rows whose recorded or printed words, or author, contain all typed words. */
export function matching(
  items: readonly WordingItem[],
  query: string,
  speaker: (row: WordingRow) => string,
): WordingItem[] {
  return items.flatMap((one) => {
    const rows = one.rows.filter((row) =>
      wordsMatch([speaker(row), row.text, ...[row.note, ...row.mergedFrom].map(({ text }) => text)].join(' '), query),
    );
    return rows.length === 0 ? [] : [{ ...one, rows }];
  });
}

/**
 * The note before which a row is put when it moves one step up or down among those of its kind; `undefined`: it cannot
 * move.
 */
export function stepTarget(rows: readonly WordingRow[], noteId: string, by: -1 | 1): string | null | undefined {
  const kind = rows.find(({ note }) => note.id === noteId)?.note.kind;
  const ids = rows.filter(({ note }) => note.kind === kind).map(({ note }) => note.id);
  const index = ids.indexOf(noteId);
  if (index === -1) return undefined;
  if (by === -1) return index === 0 ? undefined : ids[index - 1];
  return index === ids.length - 1 ? undefined : (ids[index + 2] ?? null);
}
