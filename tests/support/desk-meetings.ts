import type { Meeting } from '#core/model/meeting.ts';
import { firstSettings, type Settings } from '#core/model/settings.ts';
import { instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { noteOf, openRoom, type Room, start, THREE_AGENCIES } from './build-meeting.ts';

export const settingsOf = (): Settings => firstSettings(THREE_AGENCIES);

/** A meeting in the middle of PUPR's turn: notes of two kinds, somebody on the attendance list, targets on the sheet. */
export function roomInATurn(): Room {
  const room = openRoom();
  start(room, 'Dinas Pekerjaan Umum dan Penataan Ruang');
  const { id } = room.item('Dinas Pekerjaan Umum dan Penataan Ruang');
  room.send(noteOf(id, 'Ruas jalan Mantewe.'));
  room.send(noteOf(id, 'Jembatan Kersik.', { kind: 'directive' }));
  room.send(noteOf(id, 'Anggaran pemeliharaan.', { kind: 'directive', visibility: 'shown' }));
  room.send({ type: 'attendance.fill' });
  const blank = { unit: '', target: '', achieved: '', change: '' };
  const targets = ['Jalan mantap', 'Jembatan', 'Irigasi'].map((indicator, n) => ({ id: `t${n}`, indicator, ...blank }));
  room.send({ type: 'sheet.edit', itemId: id, fields: { targets } });
  return room;
}

export const meetingInATurn = (): Meeting => roomInATurn().meeting();

/** A meeting of the start screen's list that was interrupted. */
export const savedMeeting = (): MeetingSummary => ({
  id: 'm1',
  title: 'Rapat Koordinasi SKPD',
  date: '2021-05-17',
  status: 'open',
  sample: false,
  rehearsal: false,
  continues: null,
  interrupted: true,
  agencies: 41,
  done: 12,
  notes: 30,
  openFollowUps: 4,
  changedAt: instant(0),
  health: 'sound',
});
