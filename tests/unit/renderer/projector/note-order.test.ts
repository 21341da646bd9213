import { describe, expect, it } from 'vitest';
import type { ProjectedNote } from '#core/views/projected-notes.ts';
import { pinnedApart } from '#renderer/projector/note-order.ts';

const note = (text: string, mark?: ProjectedNote['mark']): ProjectedNote => {
  const plain = { id: text, author: { role: 'bupati' }, kind: 'directive', text } as const;
  return mark === undefined ? plain : { ...plain, mark };
};
const texts = (notes: readonly ProjectedNote[]) => notes.map(({ text }) => text);

describe('the pinned note', () => {
  it('that may stay fixed is the first', () => {
    const { pinned, others } = pinnedApart([note('a', 'pinned'), note('b', 'pinned'), note('c', 'typing'), note('d')]);
    expect(pinned?.text).toBe('a');
    expect(texts(others)).toEqual(['b', 'c', 'd']);
  });

  it('is none where none is pinned', () => {
    for (const notes of [[], [note('a'), note('b')], [note('a', 'typing'), note('b')]]) {
      expect(pinnedApart(notes)).toEqual({ pinned: null, others: notes });
    }
  });
});
