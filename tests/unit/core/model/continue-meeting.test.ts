import { expect, it } from 'vitest';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { openMatters } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import { itemTitle, type Meeting, orderedItems } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { firstSettings } from '#core/model/settings.ts';
import { countedIds, noteOf, openRoom, type Room, start, THREE_AGENCIES } from '../../../support/build-meeting.ts';

const next = (earlier: Meeting, date = '2021-05-31'): Meeting =>
  continueMeeting(
    firstSettings(THREE_AGENCIES),
    earlier,
    { title: 'Rakor 31 Mei 2021', date, carried: openMatters(earlier) },
    { at: earlier.createdAt, newId: countedIds('next') },
  );
const titles = (meeting: Meeting): string[] =>
  orderedItems(meeting).map((item) => itemTitle(meeting, item) || item.kind);
const add = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;

function playedRoom(): Room {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  const presenter = { name: 'dr. Ani', office: 'Sekretaris', acting: 'plt', representing: true } as const;
  room.send({ type: 'meeting.edit', fields: { place: 'Aula', chair: 'sekda', invitation: '005/1', number: '7' } });
  room.send({
    type: 'meeting.edit',
    fields: { minuteTaker: 'Siti', minuteTakerRank: 'Penata', minuteTakerNip: '1985' },
  });
  room.send({ type: 'item.edit', itemId, fields: { presenter, limits: { soft: null, hard: 300_000 } } });
  room.send({
    type: 'attendance.add',
    name: 'Budi',
    office: '',
    agencyId: 'pupr',
    acting: 'none',
    representing: false,
  });
  room.send({ type: 'attendance.tick', attendeeId: room.meeting().attendance.order[0] ?? '', present: true });
  room.send({ type: 'turn.postpone', itemId });
  start(room, 'Dinas Kesehatan');
  room.send(noteOf(itemId, 'Dokter kurang', { kind: 'problem' }));
  room.send({ type: 'problem.keep', noteId: room.lastNote().id, itemId: null, text: null });
  room.send({ ...add, what: 'Jalan', pics: ['pupr'], due: '2021-05-24' });
  room.send({ ...add, what: 'Selesai', pics: ['pupr'] });
  room.send({ ...add, what: 'Ditarik', pics: ['pupr'] });
  const [road = '', done = '', withdrawn = ''] = room.meeting().followUps.order;
  room.send({ type: 'followUp.edit', followUpId: road, fields: { status: 'inProgress', pics: ['pupr', 'satui'] } });
  room.send({ type: 'followUp.edit', followUpId: done, fields: { status: 'done' } });
  room.send({ type: 'entry.add', subjectId: withdrawn, fields: { withdrawn: true } });
  room.send({ type: 'turn.finish', callNext: false });
  return room;
}

it('prepares the next meeting like the one before it, and nothing that was said comes along', () => {
  const earlier = playedRoom().meeting();
  const meeting = next(earlier);
  expect(meeting).toMatchObject({
    title: 'Rakor 31 Mei 2021',
    date: '2021-05-31',
    continues: earlier.id,
    place: 'Aula',
    chair: 'sekda',
    minuteTaker: 'Siti',
    minuteTakerRank: 'Penata',
    minuteTakerNip: '1985',
    invitation: '',
    number: '',
    status: 'prepared',
    agencies: earlier.agencies,
    notes: {},
    drafts: {},
    presented: [],
    plans: [],
    kop: null,
  });
  expect(meeting.id).not.toBe(earlier.id);
  const turn = orderedItems(meeting).find(({ agencyId }) => agencyId === 'dinkes');
  expect(turn).toMatchObject({
    presenter: { name: 'dr. Ani', office: 'Sekretaris', acting: 'plt', representing: false },
    limits: { soft: null, hard: 300_000 },
    status: 'waiting',
    noteIds: [],
    turn: { ledger: [], startedAt: null },
  });
  expect(Object.values(meeting.attendance.items)).toMatchObject([{ name: 'Budi', present: false, at: null }]);
  expect(brokenRules(meeting)).toEqual([]);
});

it('has the agenda as it was planned, wherever a turn was postponed to', () => {
  const room = openRoom();
  const planned = titles(room.meeting());
  start(room, 'Dinas Pekerjaan Umum dan Penataan Ruang');
  room.send({ type: 'turn.postpone', itemId: room.item('Dinas Kesehatan').id });
  expect(titles(room.meeting())).not.toEqual(planned);
  expect(titles(next(room.meeting()))).toEqual(planned);
});

it('has the lunch break of its own weekday', () => {
  const agencies = Array.from({ length: 41 }, (_, n) => ({ ...THREE_AGENCIES[0], id: `a${n}`, name: `Dinas ${n}` }));
  const room = openRoom({ agencies: agencies.map((one) => ({ head: '', short: '', inAgenda: true, ...one })) });
  const meeting = next(room.meeting(), '2021-05-21');
  expect(orderedItems(meeting).find(({ kind }) => kind === 'break')).toMatchObject({ fixedStart: '11:30' });
});

it('carries what is open, under the same identifiers, with what happened to it so far', () => {
  const earlier = playedRoom().meeting();
  const meeting = next(earlier);
  const origin = { meetingId: earlier.id, title: earlier.title, date: earlier.date };
  const [road] = followUpsNow(earlier);
  expect(followUpsNow(meeting)).toMatchObject([
    { id: road?.id, what: 'Jalan', status: 'inProgress', pics: ['pupr', 'satui'], origin, noteId: null, itemId: null },
  ]);
  expect(followUpsNow(meeting)[0]?.entries).toEqual(road?.entries);
  expect(problemsNow(meeting)).toMatchObject([{ text: 'Dokter kurang', agencyId: 'dinkes', origin, noteId: null }]);
  expect(Object.values(meeting.entries).map(({ madeIn }) => madeIn)).toEqual([earlier.id]);
  const third = next(meeting);
  expect(followUpsNow(third)).toMatchObject([{ id: road?.id, origin }]);
});

it('an agency that was renamed keeps what it has open, whatever the user’s list still calls it', () => {
  const earlier = playedRoom().meeting();
  const listed = THREE_AGENCIES.map((agency) => ({ ...agency, id: `list-${agency.id}` }));
  const meeting = continueMeeting(
    firstSettings(listed),
    earlier,
    {
      title: 'Rakor 31 Mei 2021',
      date: '2021-05-31',
      carried: openMatters(earlier),
      called: (agency) => (agency.id === 'dinkes' ? { ...agency, name: 'Dinas Kesehatan dan KB' } : agency),
    },
    { at: earlier.createdAt, newId: countedIds('next') },
  );
  expect(problemsNow(meeting)).toMatchObject([{ text: 'Dokter kurang', agencyId: 'dinkes' }]);
  expect(Object.values(meeting.agencies).map(({ name }) => name)).toEqual(
    Object.values(earlier.agencies).map(({ id, name }) => (id === 'dinkes' ? 'Dinas Kesehatan dan KB' : name)),
  );
});
