import { describe, expect, it } from 'vitest';
import { hasSubject } from '#renderer/desk/dialog-subject.ts';
import type { DeskDialog } from '#renderer/desk/kernel/ui-store.ts';
import { openRoom, type Room, start } from '../../../support/build-meeting.ts';
import { roomInATurn } from '../../../support/desk-meetings.ts';

const HEALTH = 'Dinas Kesehatan';
const ROADS = 'Dinas Pekerjaan Umum dan Penataan Ruang';
const has = (room: Room, dialog: DeskDialog): boolean => hasSubject(room.meeting(), dialog);

describe('a dialog about a turn is over with it', () => {
  it('the question whether to end it', () => {
    const room = roomInATurn();
    const dialog = { kind: 'conclude', itemId: room.item(ROADS).id } as const;
    expect(has(room, dialog)).toBe(true);
    room.send({ type: 'turn.pause' });
    expect(has(room, dialog)).toBe(true);
    room.send({ type: 'turn.finish', callNext: true, ago: 0 });
    expect(has(room, dialog)).toBe(false);
    room.send({ type: 'turn.start' });
    expect(has(room, dialog)).toBe(false);
  });

  it('the question whether to close the meeting in it', () => {
    const room = roomInATurn();
    expect(has(room, { kind: 'closeMeeting' })).toBe(true);
    room.send({ type: 'turn.finish', callNext: false, ago: 0 });
    expect(has(room, { kind: 'closeMeeting' })).toBe(false);
  });

  it('the exchange of two that wait, once one of them has begun', () => {
    const room = openRoom();
    const dialog = { kind: 'swap', itemId: room.item(HEALTH).id } as const;
    expect(has(room, dialog)).toBe(true);
    room.send({ type: 'turn.call', itemId: dialog.itemId });
    expect(has(room, dialog)).toBe(true);
    room.send({ type: 'turn.start' });
    expect(has(room, dialog)).toBe(false);
  });

  it('the question on which day the meeting begins', () => {
    const room = openRoom();
    const dialog = { kind: 'otherDay', command: { type: 'turn.call', itemId: room.item(HEALTH).id } } as const;
    expect(has(room, dialog)).toBe(true);
    start(room, HEALTH);
    expect(has(room, dialog)).toBe(false);
  });
});

it('a form is over when its follow-up, the note of a new one, or its attendee is gone', () => {
  const room = roomInATurn();
  const { id: noteId } = room.lastNote();
  room.send({
    type: 'followUp.add',
    noteId: null,
    itemId: null,
    what: 'Perbaiki',
    pics: [],
    due: null,
    status: 'open',
  });
  const [followUpId = ''] = room.meeting().followUps.order;
  const [attendeeId = ''] = room.meeting().attendance.order;
  const dialogs: readonly DeskDialog[] = [
    { kind: 'followUp', noteId: null, followUpId },
    { kind: 'followUp', noteId, followUpId: null },
    { kind: 'attendee', attendeeId },
  ];
  expect(dialogs.map((dialog) => has(room, dialog))).toEqual([true, true, true]);
  room.send({ type: 'followUp.delete', followUpId });
  room.send({ type: 'note.delete', noteId });
  room.send({ type: 'attendance.remove', attendeeId });
  expect(dialogs.map((dialog) => has(room, dialog))).toEqual([false, false, false]);
  expect(has(room, { kind: 'followUp', noteId: null, followUpId: null })).toBe(true);
  expect(has(room, { kind: 'attendee', attendeeId: null })).toBe(true);
});

it('a dialog is over when its item, its note or its slides are gone; any other stays', () => {
  const room = roomInATurn();
  const { id: itemId } = room.item(HEALTH);
  const { id: noteId } = room.lastNote();
  const item = { kind: 'item', itemId } as const;
  const [moved, concerns] = [{ kind: 'moveNote', noteId } as const, { kind: 'concerns', noteId } as const];
  expect([item, moved, concerns].map((dialog) => has(room, dialog))).toEqual([true, true, true]);
  room.send({ type: 'agenda.remove', itemId });
  room.send({ type: 'note.delete', noteId });
  expect([item, moved, concerns].map((dialog) => has(room, dialog))).toEqual([false, false, false]);
  expect(has(room, { kind: 'slidePages', itemId: room.item(ROADS).id })).toBe(false);
  expect(has(room, { kind: 'breakNow' })).toBe(true);
  expect(hasSubject(null, { kind: 'search' })).toBe(true);
  expect(hasSubject(null, { kind: 'closeMeeting' })).toBe(false);
});
