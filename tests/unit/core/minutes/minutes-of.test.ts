import { describe, expect, it } from 'vitest';
import { minutesOf as minutesWith } from '#core/minutes/minutes-of.ts';
import { NOTHING_CARRIED } from '#core/model/carry.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { emptyLeader } from '#core/model/roles.ts';
import { later, minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const minutesOf = (meeting: Meeting) => minutesWith(meeting, DEFAULT_OPTIONS);
const names = (room: Room) => minutesOf(room.meeting()).items.map(({ kind, title }) => title || kind);

function turn(room: Room, name: string, length: number): void {
  start(room, name);
  room.clock.advance(minutes(length));
  room.send({ type: 'turn.finish', callNext: false });
}

describe('the order of the proceedings', () => {
  it('is that in which items really began, not that of the agenda', () => {
    const room = openRoom();
    turn(room, 'Kecamatan Satui', 5);
    turn(room, 'opening', 3);
    turn(room, 'Dinas Kesehatan', 5);
    expect(names(room)).toEqual(['Kecamatan Satui', 'opening', 'Dinas Kesehatan']);
  });

  it('lists what did not take place apart, and why', () => {
    const room = openRoom();
    turn(room, 'Dinas Kesehatan', 5);
    room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Pekerjaan Umum dan Penataan Ruang').id });
    const why = Object.fromEntries(
      minutesOf(room.meeting()).notPresented.map(({ title, kind, why }) => [title || kind, why]),
    );
    expect(why).toMatchObject({
      'Kecamatan Satui': 'skipped',
      'Dinas Pekerjaan Umum dan Penataan Ruang': 'postponed',
      closing: 'notReached',
    });
    expect(why).not.toHaveProperty('Dinas Kesehatan');
  });

  it('counts the agencies that presented, of those on the agenda', () => {
    const room = openRoom();
    turn(room, 'opening', 1);
    turn(room, 'Dinas Kesehatan', 5);
    expect(minutesOf(room.meeting()).turns).toEqual({ planned: 3, presented: 1 });
  });

  it('makes one line of the programme out of agencies that follow each other', () => {
    const programme = minutesOf(openRoom().meeting()).programme.map(({ kind, turns }) => [kind, turns]);
    expect(programme).toContainEqual(['agency', 3]);
    expect(programme.filter(([kind]) => kind === 'agency')).toHaveLength(1);
    expect(programme[0]).toEqual(['opening', 0]);
  });

  it('lists the programme in the order in which it took place, without what did not', () => {
    const room = openRoom();
    const told = () => minutesOf(room.meeting()).programme.map(({ kind, turns }) => (turns === 0 ? kind : turns));
    turn(room, 'opening', 1);
    turn(room, 'Kecamatan Satui', 5);
    turn(room, 'prayer', 10);
    turn(room, 'Dinas Kesehatan', 5);
    room.send({ type: 'turn.skip', itemId: room.item('anthem').id });
    expect(told()).toEqual(['opening', 1, 'prayer', 2, 'closingRemarks', 'closing']);
    room.send({ type: 'meeting.finish' });
    expect(told()).toEqual(['opening', 1, 'prayer', 1]);
  });
});

describe('the time of a turn', () => {
  const at = (time: string) => instantOf('2021-05-17', time, 'WITA');
  const itemOf = (room: Room, title: string) => minutesOf(room.meeting()).items.find((item) => item.title === title);

  it('is what was spent, without pauses, between the real start and end', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.pause' });
    room.clock.advance(minutes(10));
    room.send({ type: 'turn.resume' });
    room.clock.advance(minutes(3));
    room.send({ type: 'turn.finish', callNext: false });
    const item = itemOf(room, 'Dinas Kesehatan');
    expect(item?.time?.spent).toBe(minutes(7));
    expect(item?.time?.sessions).toEqual([{ from: at('08:30'), to: at('08:47') }]);
    expect(item?.time?.over).toBe(0);
  });

  it('gives the time beyond the hard limit including added time', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.send({ type: 'turn.addTime', by: minutes(2) });
    room.clock.advance(minutes(15));
    room.send({ type: 'turn.finish', callNext: false });
    expect(itemOf(room, 'Dinas Kesehatan')).toMatchObject({ time: { added: minutes(2), over: minutes(1) } });
  });

  it('has two sessions when the turn was postponed in the middle and continued later', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    room.clock.advance(minutes(4));
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
    room.clock.advance(minutes(60));
    turn(room, 'Dinas Kesehatan', 5);
    const item = itemOf(room, 'Dinas Kesehatan');
    const again = later(at('08:34'), minutes(60));
    expect(item?.time?.sessions).toEqual([
      { from: at('08:30'), to: at('08:34') },
      { from: again, to: later(again, minutes(5)) },
    ]);
    expect(item?.time?.spent).toBe(minutes(9));
  });

  it('has an open end while the turn is active', () => {
    const room = openRoom();
    start(room, 'Dinas Kesehatan');
    expect(itemOf(room, 'Dinas Kesehatan')?.time?.sessions).toEqual([{ from: at('08:30'), to: null }]);
  });
});

describe('notes', () => {
  it('come by kind, within a kind by rank, then as they were made', () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    const by = (role: 'bupati' | 'sekda') => ({ author: { kind: 'leader', role } }) as const;
    room.send(noteOf(id, 'input', { author: { kind: 'agency', agencyId: 'pupr' }, kind: 'directive' }));
    room.send(noteOf(id, 'secretary', { ...by('sekda'), kind: 'directive' }));
    room.send(noteOf(id, 'first', { ...by('bupati'), kind: 'directive' }));
    room.send(noteOf(id, 'second', { ...by('bupati'), kind: 'directive' }));
    room.send(noteOf(id, 'why', { ...by('sekda'), kind: 'question' }));
    turn(room, 'Dinas Kesehatan', 1);
    const [item] = minutesOf(room.meeting()).items;
    expect(item?.notes.map(({ kind, notes }) => [kind, notes.map(({ text }) => text)])).toEqual([
      ['question', ['why']],
      ['directive', ['first', 'second', 'secretary', 'input']],
    ]);
    expect(item?.notes[1]?.notes.at(-1)?.speaker).toEqual({ agency: 'PUPR' });
  });

  it('of an item that never began are kept with it', () => {
    const room = openRoom();
    const { id } = room.item('Kecamatan Satui');
    room.send(noteOf(id, 'written all the same'));
    const missed = minutesOf(room.meeting()).notPresented.find((item) => item.id === id);
    expect(missed?.notes[0]?.notes[0]?.text).toBe('written all the same');
  });

  it('that are decisions are listed together, once, and their item refers to the number; private ones are not', () => {
    const room = openRoom();
    room.send(noteOf(room.item('opening').id, 'decided first', { kind: 'decision' }));
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, 'decided', { kind: 'decision' }));
    room.send(noteOf(id, 'secretly decided', { kind: 'decision', visibility: 'private' }));
    room.send(noteOf(id, 'also decided', { kind: 'decision' }));
    start(room, 'opening');
    const { decisions, items, notPresented } = minutesOf(room.meeting());
    expect(decisions).toMatchObject([
      { text: 'decided first', item: { kind: 'opening', title: '' } },
      { text: 'decided', item: { kind: 'agency', title: 'Dinas Kesehatan' } },
      { text: 'also decided' },
    ]);
    expect(items[0]).toMatchObject({ notes: [], decisions: [1] });
    expect(notPresented.find((item) => item.id === id)).toMatchObject({ notes: [], decisions: [2, 3] });
  });

  it('never come out of a draft', () => {
    const room = openRoom();
    const draft = { ...noteOf(room.item('opening').id, 'half a sentence'), visibility: 'shown' } as const;
    const { itemId, author, kind, visibility, text } = draft;
    room.send({ type: 'draft.set', key: 'compose', draft: { itemId, author, kind, visibility, text } });
    expect(JSON.stringify(minutesOf(room.meeting()))).not.toContain('half a sentence');
  });
});

describe('follow-ups', () => {
  const followUp = (noteId: string | null) =>
    ({ type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null, status: 'open' }) as const;

  it('cite whose directive they follow, in which meeting', () => {
    const room = openRoom();
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'do it', { kind: 'directive' }));
    room.send(followUp(room.lastNote().id));
    expect(minutesOf(room.meeting()).followUps).toMatchObject([
      {
        what: 'do it',
        inCharge: ['Dinkes'],
        cite: { speaker: { role: 'bupati' }, kind: 'directive', date: '2021-05-17', carried: false },
      },
    ]);
  });

  it('brought along come first and cite their own meeting', () => {
    const first = openRoom();
    first.send({ ...followUp(null), what: 'old duty', pics: ['pupr'] });
    const [old] = Object.values(first.meeting().followUps.items);
    const pupr = first.meeting().agencies.pupr;
    if (old === undefined || pupr === undefined) throw new Error('not made');
    const origin = { meetingId: 'before', title: 'Rakor 3 Mei', date: '2021-05-03' };
    const room = openRoom({
      carried: { ...NOTHING_CARRIED, followUps: [{ value: { ...old, id: 'old', origin }, agencies: { pupr } }] },
    });
    room.send({ ...followUp(null), what: 'new duty' });
    const rows = minutesOf(room.meeting()).followUps;
    expect(rows.map(({ what, cite }) => [what, cite.date, cite.carried])).toEqual([
      ['old duty', '2021-05-03', true],
      ['new duty', '2021-05-17', false],
    ]);
    expect(rows[0]?.inCharge).toEqual(['PUPR']);
  });

  it('of a private note stay out, even when their own mark says otherwise or the note is gone', () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, 'between us', { visibility: 'private' }));
    const noteId = room.lastNote().id;
    room.send(followUp(noteId));
    expect(minutesOf(room.meeting()).followUps).toEqual([]);
    const [followUpId = ''] = room.meeting().followUps.order;
    // A message from elsewhere: no command gives a follow-up another mark than its note has.
    room.send({ type: 'followUp.edit', followUpId, fields: { private: false } as object });
    expect(minutesOf(room.meeting()).followUps).toEqual([]);
    room.send({ type: 'note.delete', noteId });
    expect(minutesOf(room.meeting()).followUps).toEqual([]);
  });
});

describe('the people', () => {
  it('have the chair chosen for the meeting', () => {
    const room = openRoom();
    const leader = { ...emptyLeader('sekda'), name: 'Nama Sekda', rank: 'Pembina', nip: '1970' };
    room.send({ type: 'leader.edit', leader });
    room.send({ type: 'meeting.edit', fields: { chair: 'sekda' } });
    expect(minutesOf(room.meeting()).chair).toEqual(leader);
  });

  it('recognise a leader in the attendance list by name', () => {
    const room = openRoom();
    room.send({ type: 'leader.edit', leader: { role: 'wakil', name: 'Nama Wakil', office: '', rank: '', nip: '' } });
    room.send({ type: 'attendance.fill' });
    const [first, second] = minutesOf(room.meeting()).attendance;
    expect(first).toMatchObject({ name: 'Nama Wakil', role: 'wakil' });
    expect(second).toMatchObject({ role: null, office: '', head: 'Kepala Dinas', agency: 'Dinas Kesehatan' });
  });
});
