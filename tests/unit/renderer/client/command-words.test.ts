import { expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { isKept, mayRepeat, wordsOf } from '#renderer/client/command-words.ts';

const author = { kind: 'leader', role: 'bupati' } as const;
const draft = { itemId: 'i1', author, kind: 'note', visibility: 'auto', text: 'Percepat' } as const;
const note = { type: 'note.add', ...draft, concerns: null } as const;

it.each<[string, Command, string]>([
  ['a note', note, 'Percepat'],
  ['a draft', { type: 'draft.set', key: 'compose', draft }, 'Percepat'],
  ['a sheet', { type: 'sheet.edit', itemId: 'i1', fields: { vision: 'Sehat', problems: 'Jalan' } }, 'Sehat\nJalan'],
  ['a name', { type: 'attendance.add', name: 'Budi', office: 'Camat', agencyId: 'pupr' }, 'Budi\nCamat'],
  ['a call', { type: 'turn.call', itemId: 'i1' }, ''],
  ['an end', { type: 'turn.finish', callNext: true }, ''],
  ['an answer', { type: 'outage.answer', choice: 'continue' }, ''],
  ['a layout', { type: 'screen.layout', layout: 'full' }, ''],
  ['who may read a note', { type: 'note.edit', noteId: 'n1', fields: { visibility: 'shown' } }, ''],
])('%s: %j carries "%s"', (_name, command, words) => {
  expect(wordsOf(command)).toBe(words);
  expect(isKept(command)).toBe(words !== '');
});

it('keeps what discards words, and a form that was emptied', () => {
  expect(isKept({ type: 'draft.drop', key: 'compose' })).toBe(true);
  expect(isKept({ type: 'sheet.edit', itemId: 'i1', fields: { vision: '' } })).toBe(true);
});

it('repeats a note only where it has an id by which it is known again', () => {
  expect(mayRepeat(note)).toBe(false);
  expect(mayRepeat({ ...note, id: '0123456789abcdef' })).toBe(true);
  expect(mayRepeat({ type: 'screen.announce', text: 'Siap-siap' })).toBe(false);
});
