import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { NOTE_MAX } from '#core/model/lengths.ts';
import { NOTE_KINDS, resolveVisibility } from '#core/model/note.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const SATUI = 'Kecamatan Satui';
const AUTHOR = { kind: 'leader', role: 'bupati' } as const;
type DraftSet = Extract<Command, { type: 'draft.set' }>;
const typing = (itemId: string, text: string, fields: Partial<DraftSet['draft']> = {}, key = 'compose'): DraftSet => ({
  type: 'draft.set',
  key,
  draft: { itemId, author: AUTHOR, kind: 'note', visibility: 'auto', text, ...fields },
});
const dinkes = (room: Room): string => room.item(DINKES).id;

describe('a note', () => {
  it('is changed only on the text on which the change was based, where that is said', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Satu'));
    const edit = { type: 'note.edit', noteId: room.lastNote().id } as const;
    room.send({ ...edit, base: 'Satu', fields: { text: 'Dua' } });
    expect(room.refusal({ ...edit, base: 'Satu', fields: { text: 'Tiga' } })).toBe('noteChanged');
    expect(room.lastNote().text).toBe('Dua');
    room.send({ ...edit, fields: { text: 'Empat' } });
    expect(room.lastNote().text).toBe('Empat');
  });

  it('that is written after the meeting was closed is one added later, and stays so when the meeting is opened again', () => {
    const room = openRoom();
    room.send({ type: 'meeting.finish' });
    room.send(noteOf(dinkes(room), 'Susulan'));
    expect(room.lastNote().addendum).toBe(true);
    room.send({ type: 'meeting.reopen' });
    expect(room.lastNote().addendum).toBe(true);
    room.send(noteOf(dinkes(room), 'Biasa'));
    expect(room.lastNote().addendum).toBe(false);
  });

  it('stores author, kind, agency, trimmed text, instant and minute', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(125_000);
    room.send(noteOf(dinkes(room), '  Percepat puskesmas.\n', { kind: 'directive', concerns: 'pupr' }));
    expect(room.lastNote()).toEqual({
      id: room.lastNote().id,
      itemId: dinkes(room),
      author: AUTHOR,
      kind: 'directive',
      visibility: 'internal',
      text: 'Percepat puskesmas.',
      at: room.clock.at(),
      minute: 3,
      page: null,
      concerns: 'pupr',
      pinned: false,
      addendum: false,
    });
    expect(room.item(DINKES).noteIds).toEqual([room.lastNote().id]);
  });

  it('is made once, however often its sender sends it', () => {
    const room = openRoom();
    const add = { ...noteOf(dinkes(room), 'Percepat puskesmas.'), id: '0123456789abcdef' };
    room.send(add);
    expect(room.lastNote()).toMatchObject({ id: '0123456789abcdef', text: 'Percepat puskesmas.' });
    // Of what is typed since, the second sending takes nothing away.
    room.send(typing(dinkes(room), 'Berikutnya'));
    const before = room.meeting();
    room.send(add);
    expect(room.meeting()).toBe(before);
  });

  it('accepts no invalid id', () => {
    const room = openRoom();
    for (const id of ['__proto__', '', '0123456789ABCDEF', '0123456789abcdef0'])
      expect(() => room.send({ ...noteOf(dinkes(room), 'x'), id })).toThrow(Refused);
  });

  it('that is meant for another meeting is refused, and may be sent again', () => {
    const room = openRoom();
    const add = noteOf(dinkes(room), 'Percepat puskesmas.');
    expect(() => room.send({ ...add, meetingId: 'lain' })).toThrow(
      expect.objectContaining({ code: 'meetingChanging' }),
    );
    room.send({ ...add, meetingId: room.meeting().id });
    expect(room.lastNote().text).toBe('Percepat puskesmas.');
  });

  it('has no minute before the turn begins', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Siapkan data'));
    expect(room.lastNote().minute).toBeNull();
  });

  it('is refused when empty, too long, or of what the meeting does not know', () => {
    const room = openRoom();
    const itemId = dinkes(room);
    expect(room.refusal(noteOf(itemId, ' \n\t '))).toBe('noteEmpty');
    expect(room.refusal(noteOf(itemId, 'x'.repeat(NOTE_MAX + 1)))).toBe('noteTooLong');
    expect(room.refusal(noteOf(itemId, 'x'.repeat(100_000)))).toBe('noteTooLong');
    expect(room.refusal(noteOf(itemId, 'x'.repeat(1_000_001)))).toBe('noteTooLong');
    expect(room.refusal(noteOf('gone', 'x'))).toBe('unknownItem');
    expect(room.refusal(noteOf(itemId, 'x', { author: { kind: 'agency', agencyId: 'gone' } }))).toBe('unknownAgency');
    expect(room.refusal(noteOf(itemId, 'x', { concerns: 'gone' }))).toBe('unknownAgency');
    expect(room.meeting().notes).toEqual({});
  });

  it('that is too long says how long it is', () => {
    const room = openRoom();
    expect(() => room.send(noteOf(dinkes(room), 'x'.repeat(1_000_001)))).toThrow(Refused);
    try {
      room.send(noteOf(dinkes(room), 'x'.repeat(100_000)));
    } catch (error) {
      expect(error).toMatchObject({ code: 'noteTooLong', params: { length: 100_000, max: NOTE_MAX } });
    }
  });

  it('holds HTML and emoji as they are', () => {
    const room = openRoom();
    const text = '<script>alert("x")</script> & 👩‍⚕️';
    room.send(noteOf(dinkes(room), text));
    expect(room.lastNote().text).toBe(text);
  });
});

describe('visibility', () => {
  it('left to the setting shows directives, proposals and decisions only', () => {
    const all = { directive: true, proposal: true, decision: true };
    const none = { directive: false, proposal: false, decision: false };
    const of = (autoShow: typeof all) =>
      NOTE_KINDS.filter((kind) => resolveVisibility('auto', kind, { autoShow }) === 'shown');
    expect(of(all)).toEqual(['directive', 'proposal', 'decision']);
    expect(of(none)).toEqual([]);
    expect(of({ ...none, proposal: true })).toEqual(['proposal']);
  });
  it('said outright is kept, whatever the setting', () => {
    const room = openRoom();
    for (const visibility of ['private', 'internal', 'shown'] as const) {
      room.send(noteOf(dinkes(room), 'x', { kind: 'directive', visibility }));
      expect(room.lastNote().visibility).toBe(visibility);
    }
  });
});

describe('a draft', () => {
  it('belongs to the item and the minute in which it was begun', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(30_000);
    room.send(typing(dinkes(room), 'Per'));
    room.clock.advance(300_000);
    room.send(typing(dinkes(room), 'Percepat'));
    room.send({ type: 'turn.finish', callNext: true });
    expect(room.meeting().drafts.compose).toMatchObject({ itemId: dinkes(room), minute: 1, text: 'Percepat' });
    room.send(noteOf(dinkes(room), 'Percepat puskesmas'));
    expect(room.lastNote()).toMatchObject({ itemId: dinkes(room), minute: 1 });
    expect(room.meeting().drafts).toEqual({});
  });

  it('moved to another item by hand gets the minute there', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(200_000);
    room.send(typing(dinkes(room), 'Per'));
    room.send(typing(room.item(SATUI).id, 'Per'));
    expect(room.meeting().drafts.compose).toMatchObject({ itemId: room.item(SATUI).id, minute: null });
  });

  it('of another item stays when a note is made elsewhere', () => {
    const room = openRoom();
    room.send(typing(dinkes(room), 'Belum selesai'));
    room.send(noteOf(room.item(SATUI).id, 'Catatan lain'));
    expect(room.meeting().drafts.compose?.text).toBe('Belum selesai');
  });

  it('may hold more than a note, so that a refused text is not lost', () => {
    const room = openRoom();
    room.send(typing(dinkes(room), 'x'.repeat(100_000)));
    expect(room.refusal(noteOf(dinkes(room), 'x'.repeat(100_000)))).toBe('noteTooLong');
    expect(room.meeting().drafts.compose?.text).toHaveLength(100_000);
  });

  it('that is emptied or dropped is gone', () => {
    const room = openRoom();
    room.send(typing(dinkes(room), 'Per'));
    room.send(typing(dinkes(room), ''));
    expect(room.meeting().drafts).toEqual({});
    room.send(typing(dinkes(room), 'Per'));
    room.send({ type: 'draft.drop', key: 'compose' });
    expect(room.meeting().drafts).toEqual({});
  });

  it('is not undone by undo', () => {
    const room = openRoom();
    expect(room.send(typing(dinkes(room), 'Per')).undoable).toBe(false);
    expect(room.send({ type: 'draft.drop', key: 'compose' }).undoable).toBe(false);
  });

  it('is stored for a new note or an existing one, and nothing else', () => {
    const room = openRoom();
    for (const key of ['', '__proto__', 'constructor', 'edit:', `edit:${'x'.repeat(65)}`]) {
      expect(room.refusal(typing(dinkes(room), 'x', {}, key))).toBe('badMessage');
    }
    expect(room.refusal(typing(dinkes(room), 'x', {}, 'edit:gone'))).toBe('unknownNote');
    expect(room.refusal(typing('gone', 'x'))).toBe('unknownItem');
  });
});

describe('changing a note', () => {
  it('changes the fields given, and clears what was typed for it', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Satu'));
    const before = room.lastNote();
    room.send(typing(dinkes(room), 'Du', {}, `edit:${before.id}`));
    room.send({ type: 'note.edit', noteId: before.id, fields: { kind: 'decision' } });
    expect(room.lastNote()).toEqual({ ...before, kind: 'decision' });
    expect(Object.keys(room.meeting().drafts)).toHaveLength(1);
    room.send({ type: 'note.edit', noteId: before.id, fields: { text: ' Dua ', visibility: 'shown' } });
    expect(room.lastNote()).toEqual({ ...before, kind: 'decision', text: 'Dua', visibility: 'shown' });
    expect(room.meeting().drafts).toEqual({});
  });

  it('is refused for what it may not become', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Satu'));
    const { id: noteId } = room.lastNote();
    const edit = (fields: object) => room.refusal({ type: 'note.edit', noteId, fields });
    expect(edit({ text: ' ' })).toBe('noteEmpty');
    expect(edit({ text: 'x'.repeat(NOTE_MAX + 1) })).toBe('noteTooLong');
    expect(edit({ concerns: 'gone' })).toBe('unknownAgency');
    expect(edit({ author: { kind: 'agency', agencyId: 'gone' } })).toBe('unknownAgency');
    expect(edit({ visibility: 'secret' })).toBe('badMessage');
    expect(room.refusal({ type: 'note.edit', noteId: 'gone', fields: {} })).toBe('unknownNote');
  });

  it('to private makes its follow-up private too, and back', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Rahasia'));
    const { id: noteId } = room.lastNote();
    room.send({ type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null, status: 'open' });
    const followUp = () => Object.values(room.meeting().followUps.items)[0];
    expect(followUp()?.private).toBe(false);
    room.send({ type: 'note.edit', noteId, fields: { visibility: 'private' } });
    expect(followUp()?.private).toBe(true);
    room.send({ type: 'note.edit', noteId, fields: { kind: 'decision' } });
    expect(followUp()?.private).toBe(true);
    room.send({ type: 'note.edit', noteId, fields: { visibility: 'internal' } });
    expect(followUp()?.private).toBe(false);
  });
});

describe('deleting and moving', () => {
  it('a deleted note leaves no draft that would block its item', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Satu'));
    const { id: noteId } = room.lastNote();
    room.send(typing(dinkes(room), 'Dua', {}, `edit:${noteId}`));
    room.send({ type: 'note.delete', noteId });
    expect([room.meeting().notes, room.meeting().drafts]).toEqual([{}, {}]);
    room.send({ type: 'agenda.remove', itemId: dinkes(room) });
    expect(room.refusal({ type: 'note.delete', noteId })).toBe('unknownNote');
  });

  it('a moved note moves its draft and its follow-up to the other item', () => {
    const room = openRoom();
    room.send(noteOf(dinkes(room), 'Satu'));
    const { id: noteId } = room.lastNote();
    const itemId = room.item(SATUI).id;
    room.send(typing(dinkes(room), 'Dua', {}, `edit:${noteId}`));
    room.send({ type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null, status: 'open' });
    room.send({ type: 'note.move', noteId, itemId });
    expect(room.lastNote().itemId).toBe(itemId);
    expect(room.item(DINKES).noteIds).toEqual([]);
    expect(room.item(SATUI).noteIds).toEqual([noteId]);
    expect(room.meeting().drafts[`edit:${noteId}`]?.itemId).toBe(itemId);
    expect(Object.values(room.meeting().followUps.items)[0]?.itemId).toBe(itemId);
    expect(room.send({ type: 'note.move', noteId, itemId }).patches).toEqual([]);
    expect(room.refusal({ type: 'note.move', noteId, itemId: 'gone' })).toBe('unknownItem');
    expect(room.refusal({ type: 'note.move', noteId: 'gone', itemId })).toBe('unknownNote');
  });
});
