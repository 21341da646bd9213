import { describe, expect, it } from 'vitest';
import { wordsAside, wordsOf } from '#renderer/desk/second-desk/words-aside.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

describe('words that another desk’s taking over found unanswered', () => {
  it('are all that was typed in a command, and nothing that was chosen', () => {
    const author = { kind: 'leader', role: 'bupati' } as const;
    const draft = { itemId: 'i1', author, kind: 'note', visibility: 'auto', text: 'Ruas jalan' } as const;
    expect(wordsOf({ type: 'draft.set', key: 'compose', draft })).toEqual(['Ruas jalan']);
    expect(wordsOf({ type: 'sheet.edit', itemId: 'i1', fields: { vision: 'Sehat', problems: ' ' } })).toEqual([
      'Sehat',
    ]);
    expect(wordsOf({ type: 'turn.start' })).toEqual([]);
  });

  it('stay for the window’s next page, each once, until the operator lets go of them', () => {
    const storage = windowStorage();
    const aside = wordsAside(storage);
    aside.add(['Ruas jalan', 'Sehat']);
    aside.add(['Sehat']);
    expect(wordsAside(storage).words.get()).toEqual(['Ruas jalan', 'Sehat']);
    aside.drop();
    expect(wordsAside(storage).words.get()).toEqual([]);
    expect(storage).toHaveLength(0);
  });
});
