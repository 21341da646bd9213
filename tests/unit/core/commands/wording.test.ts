import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { notesForMinutes, wordingRows } from '#core/minutes/wording.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { NOTE_MAX } from '#core/model/lengths.ts';
import type { NoteKind } from '#core/model/note.ts';
import type { Role } from '#core/model/roles.ts';
import { projectorView } from '#core/views/projector.ts';
import { noteOf, openRoom, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';

/** A meeting with an active agency, and functions to write and to read. */
function room() {
  const self = openRoom();
  start(self, DINKES);
  const item = () => self.item(DINKES);
  const write = (text: string, kind: NoteKind = 'note', role: Role = 'bupati'): string => {
    self.send(noteOf(item().id, text, { kind, author: { kind: 'leader', role }, visibility: 'shown' }));
    return self.lastNote().id;
  };
  const told = (): string[] => notesForMinutes(self.meeting(), item()).map(({ text }) => text);
  const row = (noteId: string) => wordingRows(self.meeting(), item()).find(({ note }) => note.id === noteId);
  return { self, item, write, told, row };
}

describe('words for the minutes', () => {
  it('are in the minutes, while the projector and the note keep what was said', () => {
    const { self, write, told, row } = room();
    const noteId = write('Percepat puskesmas', 'decision');
    self.send({ type: 'wording.edit', noteId, text: '  Pembangunan puskesmas agar dipercepat.\n' });
    expect(told()).toEqual(['Pembangunan puskesmas agar dipercepat.']);
    expect(row(noteId)).toMatchObject({ edited: true, stale: false, note: { text: 'Percepat puskesmas' } });
    expect(minutesOf(self.meeting(), DEFAULT_OPTIONS).decisions.map(({ text }) => text)).toEqual(told());
    const view = projectorView(self.meeting(), { locale: 'id', theme: 'light', emblem: null }, () => '');
    expect(view).toMatchObject({ notes: [{ text: 'Percepat puskesmas' }] });
  });

  it('that are the recorded ones are none', () => {
    const { self, write, row } = room();
    const noteId = write('Percepat puskesmas');
    self.send({ type: 'wording.edit', noteId, text: 'Lain' });
    self.send({ type: 'wording.edit', noteId, text: ' Percepat puskesmas ' });
    expect(row(noteId)?.edited).toBe(false);
    expect(self.meeting().wording).toEqual({ notes: {}, order: {} });
  });

  it('are refused when empty, too long, of a private note, or of one that is not there', () => {
    const { self, write } = room();
    const noteId = write('Percepat');
    expect(self.refusal({ type: 'wording.edit', noteId, text: ' \n' })).toBe('noteEmpty');
    expect(self.refusal({ type: 'wording.edit', noteId, text: 'x'.repeat(NOTE_MAX + 1) })).toBe('noteTooLong');
    expect(self.refusal({ type: 'wording.edit', noteId, text: 'x'.repeat(1_000_001) })).toBe('noteTooLong');
    expect(self.refusal({ type: 'wording.edit', noteId: 'gone', text: 'x' })).toBe('unknownNote');
    self.send({ type: 'note.edit', noteId, fields: { visibility: 'private' } });
    expect(self.refusal({ type: 'wording.edit', noteId, text: 'x' })).toBe('notePrivate');
  });

  it('are marked when the note is changed afterwards, until they are written again', () => {
    const { self, write, row, told } = room();
    const noteId = write('Percepat');
    self.send({ type: 'note.edit', noteId, fields: { text: 'Percepat puskesmas' } });
    expect(row(noteId)?.stale).toBe(false);
    self.send({ type: 'wording.edit', noteId, text: 'Agar dipercepat.' });
    self.send({ type: 'note.edit', noteId, fields: { text: 'Percepat jalan' } });
    expect(row(noteId)?.stale).toBe(true);
    expect(told()).toEqual(['Agar dipercepat.']);
    self.send({ type: 'wording.edit', noteId, text: 'Jalan agar dipercepat.' });
    expect(row(noteId)?.stale).toBe(false);
  });

  it('are stored as a draft while typed, and the draft is deleted with them', () => {
    const { self, write, item } = room();
    const noteId = write('Percepat');
    const key = `wording:${noteId}`;
    const draft = {
      itemId: item().id,
      author: { kind: 'leader', role: 'bupati' },
      kind: 'note',
      visibility: 'auto',
    } as const;
    self.send({ type: 'draft.set', key, draft: { ...draft, text: 'Agar diper' } });
    expect(self.meeting().drafts[key]?.text).toBe('Agar diper');
    self.send({ type: 'note.move', noteId, itemId: self.item('Kecamatan Satui').id });
    expect(self.meeting().drafts[key]?.itemId).toBe(self.item('Kecamatan Satui').id);
    self.send({ type: 'wording.edit', noteId, text: 'Agar dipercepat.' });
    expect(self.meeting().drafts).toEqual({});
  });
});

describe('a note left out', () => {
  it('is not in the minutes until it is included again', () => {
    const { self, write, told, row } = room();
    const noteId = write('Tes mikrofon');
    write('Percepat');
    self.send({ type: 'wording.leaveOut', noteId, leftOut: true });
    expect(told()).toEqual(['Percepat']);
    expect(row(noteId)?.leftOut).toBe(true);
    self.send({ type: 'wording.leaveOut', noteId, leftOut: false });
    expect(told()).toEqual(['Tes mikrofon', 'Percepat']);
  });
});

describe('notes merged', () => {
  it('are printed in a row as sentences, or below each other where one has lines', () => {
    const { self, write, told } = room();
    const [a, b, c] = [write('Percepat puskesmas'), write('Siapkan anggaran!'), write('Lapor')];
    self.send({ type: 'wording.merge', noteId: b, into: a });
    self.send({ type: 'wording.merge', noteId: c, into: a });
    expect(told()).toEqual(['Percepat puskesmas. Siapkan anggaran! Lapor']);
    self.send({ type: 'note.edit', noteId: c, fields: { text: '1. satu\n2. dua' } });
    expect(told()).toEqual(['Percepat puskesmas\nSiapkan anggaran!\n1. satu\n2. dua']);
  });

  it('only of one item, speaker and kind, and no private one', () => {
    const { self, write } = room();
    const a = write('a');
    const merge = (noteId: string, into = a) => self.refusal({ type: 'wording.merge', noteId, into });
    expect(merge(write('b', 'directive'))).toBe('mergeDifferent');
    expect(merge(write('c', 'note', 'sekda'))).toBe('mergeDifferent');
    expect(merge(a)).toBe('mergeDifferent');
    self.send(noteOf(self.item('Kecamatan Satui').id, 'd'));
    expect(merge(self.lastNote().id)).toBe('mergeDifferent');
    const hidden = write('e');
    self.send({ type: 'note.edit', noteId: hidden, fields: { visibility: 'private' } });
    expect(merge(hidden)).toBe('notePrivate');
    expect(merge(a, hidden)).toBe('notePrivate');
  });

  it('have a text as a group, which is deleted when one of them becomes private, moves, is deleted or changes author', () => {
    for (const leave of [
      (noteId: string) => ({ type: 'note.edit', noteId, fields: { visibility: 'private' } }) as const,
      (noteId: string) => ({ type: 'note.delete', noteId }) as const,
      (noteId: string) => ({ type: 'note.edit', noteId, fields: { kind: 'question' } }) as const,
      (noteId: string) =>
        ({ type: 'note.edit', noteId, fields: { author: { kind: 'leader', role: 'wakil' } } }) as const,
      (noteId: string) => ({ type: 'wording.split', noteId }) as const,
    ]) {
      const { self, write, told } = room();
      const [a, b, c] = [write('Percepat'), write('Rahasia'), write('Lapor')];
      for (const noteId of [b, c]) self.send({ type: 'wording.merge', noteId, into: a });
      self.send({ type: 'wording.edit', noteId: a, text: 'Percepat, rahasia, dan lapor.' });
      expect(told()).toEqual(['Percepat, rahasia, dan lapor.']);
      const { inverse } = self.send(leave(b));
      expect(told()[0]).toBe('Percepat. Lapor');
      expect(inverse.some(({ path }) => path.join('/').startsWith(`wording/notes/${a}`))).toBe(true);
    }
  });

  it('stay together under the next when their head becomes private, in its place', () => {
    const { self, write, told } = room();
    const [first, a, b, c] = [write('Awal'), write('Rahasia'), write('Percepat'), write('Lapor')];
    for (const noteId of [b, c]) self.send({ type: 'wording.merge', noteId, into: a });
    self.send({ type: 'wording.move', noteId: a, before: first });
    self.send({ type: 'wording.edit', noteId: a, text: 'Rahasia, percepat, lapor.' });
    self.send({ type: 'note.edit', noteId: a, fields: { visibility: 'private' } });
    expect(told()).toEqual(['Percepat. Lapor', 'Awal']);
  });

  it('take those along that were merged into them', () => {
    const { self, write, told } = room();
    const [a, b, c] = [write('a'), write('b'), write('c')];
    self.send({ type: 'wording.merge', noteId: c, into: b });
    self.send({ type: 'wording.merge', noteId: b, into: a });
    expect(told()).toEqual(['a. b. c']);
    expect(self.refusal({ type: 'wording.edit', noteId: c, text: 'x' })).toBe('noteMerged');
    expect(self.refusal({ type: 'wording.leaveOut', noteId: b, leftOut: true })).toBe('noteMerged');
    expect(self.refusal({ type: 'wording.split', noteId: a })).toBe('noteNotMerged');
  });
});

describe('the order', () => {
  it('is that of the operator within a kind; later notes follow', () => {
    const { self, write, told } = room();
    const [sekda, bupati] = [write('s', 'note', 'sekda'), write('b')];
    write('arahan', 'directive');
    expect(told()).toEqual(['b', 's', 'arahan']);
    self.send({ type: 'wording.move', noteId: sekda, before: bupati });
    write('n');
    expect(told()).toEqual(['s', 'b', 'n', 'arahan']);
    self.send({ type: 'wording.move', noteId: sekda, before: null });
    expect(told()).toEqual(['b', 'n', 's', 'arahan']);
  });

  it('never takes a note out of its kind', () => {
    const { self, write } = room();
    const [a, b] = [write('a'), write('b', 'directive')];
    expect(self.refusal({ type: 'wording.move', noteId: a, before: b })).toBe('moveDifferent');
  });
});

describe('back to what was recorded', () => {
  it('of one note removes its text and its group', () => {
    const { self, write, told } = room();
    const [a, b] = [write('a'), write('b')];
    self.send({ type: 'wording.edit', noteId: a, text: 'A' });
    self.send({ type: 'wording.merge', noteId: b, into: a });
    self.send({ type: 'wording.edit', noteId: a, text: 'AB' });
    self.send({ type: 'wording.reset', noteId: a });
    expect(told()).toEqual(['a', 'b']);
    expect(self.meeting().wording).toEqual({ notes: {}, order: {} });
  });

  it('of an item leaves other items as they are worded', () => {
    const { self, write, item } = room();
    const [a, b] = [write('a'), write('b')];
    self.send(noteOf(self.item('Kecamatan Satui').id, 'c'));
    const other = self.lastNote().id;
    self.send({ type: 'wording.edit', noteId: other, text: 'C' });
    self.send({ type: 'wording.edit', noteId: a, text: 'A' });
    self.send({ type: 'wording.move', noteId: b, before: a });
    self.send({ type: 'wording.resetItem', itemId: item().id });
    expect(Object.keys(self.meeting().wording.notes)).toEqual([other]);
    expect(self.meeting().wording.order).toEqual({});
  });

  it('is all that is left when the item goes', () => {
    const { self } = room();
    const { id } = self.item('Kecamatan Satui');
    self.send(noteOf(id, 'c'));
    const noteId = self.lastNote().id;
    self.send({ type: 'wording.edit', noteId, text: 'C' });
    self.send({ type: 'wording.move', noteId, before: null });
    self.send({ type: 'agenda.remove', itemId: id });
    expect(self.meeting().wording).toEqual({ notes: {}, order: {} });
  });
});
