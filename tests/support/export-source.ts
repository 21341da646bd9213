import type { Meeting } from '#core/model/meeting.ts';
import { firstSettings } from '#core/model/settings.ts';
import { MINUTE } from '#core/time/units.ts';
import type { DocumentSource } from '#main/documents/document-source.ts';
import { noteOf, openRoom, type Room, start, THREE_AGENCIES } from './build-meeting.ts';
import { NO_LETTERHEAD, optionsWith } from './document-page.ts';

/** A document of a meeting with the usual options, unless given otherwise. */
export const sourceOf = (meeting: Meeting, asked: Partial<DocumentSource> = {}): DocumentSource => ({
  document: 'minutes',
  letterhead: NO_LETTERHEAD,
  emblem: null,
  options: optionsWith(),
  agencyId: null,
  ...asked,
  meeting,
});

/** A closed meeting with one of everything: notes of all visibilities, a decision, follow-ups, a pause, an omitted note. */
export function closedRoom(text: (name: string) => string = (name) => name): Room {
  const room = openRoom({ settings: () => ({ ...firstSettings(THREE_AGENCIES) }), title: text('judul') });
  room.send({ type: 'meeting.edit', fields: { theme: text('tema'), place: text('tempat'), number: text('nomor') } });
  room.send({ type: 'attendance.fill' });
  start(room, 'Dinas Kesehatan');
  const { id } = room.item('Dinas Kesehatan');
  const target = {
    id: 't',
    indicator: text('indikator'),
    unit: '%',
    target: '14',
    achieved: '18',
    change: text('ubah'),
  };
  room.send({
    type: 'sheet.edit',
    itemId: id,
    fields: { vision: text('visi'), programs: text('program'), targets: [target], problems: text('masalah') },
  });
  const add = (name: string, fields: Partial<Parameters<typeof noteOf>[2]> = {}) =>
    room.send(noteOf(id, text(name), fields));
  add('catatan');
  add('tampil', { kind: 'directive', visibility: 'shown', concerns: 'pupr' });
  const pics = ['pupr', 'dinkes'];
  const follow = { itemId: null, what: null, pics, due: '2021-05-31', status: 'open' as const };
  room.send({
    type: 'followUp.add',
    noteId: room.lastNote().id,
    ...follow,
    plan: text('rencana'),
    remark: text('ket'),
  });
  add('keputusan', { kind: 'decision' });
  add('rahasia', { kind: 'directive', visibility: 'private' });
  room.send({ type: 'followUp.add', noteId: room.lastNote().id, ...follow });
  room.clock.advance(3 * MINUTE);
  room.send({ type: 'turn.pause' });
  room.clock.advance(2 * MINUTE);
  room.send({ type: 'turn.resume' });
  room.send({ type: 'turn.addTime', by: -MINUTE });
  room.clock.advance(9 * MINUTE);
  room.send({ type: 'turn.finish', callNext: false });
  room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
  room.send({ type: 'meeting.finish' });
  return room;
}
