import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { modelApplication } from '../../../support/application-model.ts';
import { series } from '../../../support/series.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const order = { type: 'followUp.add', noteId: null, itemId: null, pics: null, due: null, status: 'open' } as const;
const what = (meeting: Meeting): string[] => followUpsNow(meeting).map((one) => one.what);

test('a meeting that has not begun takes what the one before it leaves open later, once, and no longer when it has begun', async () => {
  const { first, second, meeting, open, send, ask } = await series();
  await open(first);
  await send({ ...order, what: 'Selesai dulu', status: 'done' });
  const [, done = ''] = meeting().followUps.order;
  const [itemId = ''] = meeting().agenda.order.filter((id) => meeting().agenda.items[id]?.kind === 'agency');
  const { agencyId } = meeting().agenda.items[itemId] ?? {};
  await open(second);
  expect(what(meeting())).toEqual(['Jalan']);
  await open(first);
  await send({ ...order, what: 'Susulan', itemId });
  await send({ ...order, what: 'Dicabut' });
  const withdrawn = meeting().followUps.order.at(-1) ?? '';
  await send({ type: 'problem.keep', noteId: null, itemId, text: 'Alat' });
  await ask('meeting.close', {});
  await ask('matter.entry', { subjectIds: [done], by: null, fields: { status: 'inProgress' } });
  await ask('matter.entry', { subjectIds: [withdrawn], by: null, fields: { withdrawn: true } });
  await open(second);
  expect(what(meeting())).toEqual(['Jalan', 'Selesai dulu', 'Susulan']);
  expect(followUpsNow(meeting())[1]).toMatchObject({ status: 'inProgress', origin: { meetingId: first } });
  expect(followUpsNow(meeting())[2]).toMatchObject({ pics: [agencyId], itemId: null });
  expect(problemsNow(meeting())).toMatchObject([{ text: 'Alat', agencyId }]);
  // What is taken out here does not come back.
  await send({ type: 'followUp.delete', followUpId: done });
  const before = meeting();
  await open(first);
  await open(second);
  expect(meeting()).toEqual(before);
  await open(first);
  await send({ ...order, what: 'Terlambat' });
  await open(second);
  expect(what(meeting())).toEqual(['Jalan', 'Susulan', 'Terlambat']);
  const [called = ''] = meeting().agenda.order;
  await send({ type: 'turn.call', itemId: called });
  await send({ type: 'turn.start' });
  await open(first);
  await send({ ...order, what: 'Sesudah mulai' });
  await open(second);
  expect(what(meeting())).toEqual(['Jalan', 'Susulan', 'Terlambat']);
});

test('undo of what was ordered before does not cut off what came later', async () => {
  const { first, second, meeting, open, send, undo, again } = await series();
  await send({ ...order, what: 'Di rakor kedua' });
  await open(first);
  await send({ ...order, what: 'Susulan' });
  await again();
  await open(second);
  expect(what(meeting())).toEqual(['Jalan', 'Di rakor kedua', 'Susulan']);
  await expect(undo()).rejects.toThrow('nothingToUndo');
  await send({ ...order, what: 'Baru' });
  await undo();
  expect(what(meeting())).toEqual(['Jalan', 'Di rakor kedua', 'Susulan']);
});

test('nor after a power cut, of which nothing but the journal tells what was taken in', async () => {
  const { disk, clock, first, second, meeting, open, send, view } = await series();
  await send({ ...order, what: 'Di rakor kedua' });
  await send({ type: 'followUp.delete', followUpId: meeting().followUps.order[1] ?? '' });
  await open(first);
  await send({ ...order, what: 'Susulan' });
  await open(second);
  expect([what(meeting()), view().undo]).toEqual([['Jalan', 'Susulan'], null]);
  const { port: files } = simulatedDisk({ image: disk.image() });
  const after = await modelApplication({ files, clock, isFull: () => false, onDesk: () => undefined });
  await after.ask('meeting.open', { meetingId: second });
  expect(after.desks[0].view()).toMatchObject({ meeting: meeting(), undo: null });
});

test('nor does it take away an agency that was given something meanwhile', async () => {
  const { first, second, followUpId, meeting, open, send, undo } = await series();
  const agency = (name: string) =>
    ({ type: 'agenda.addAgency', name, short: '', head: '', agencyId: null, index: null }) as const;
  const idOf = (name: string): string => Object.values(meeting().agencies).find((one) => one.name === name)?.id ?? '';
  await send(agency('Dinas Baru'));
  await open(first);
  await send(agency('Dinas Baru'));
  await send({ ...order, what: 'Susulan', pics: [idOf('Dinas Baru')] });
  await open(second);
  await expect(undo()).rejects.toThrow('nothingToUndo');
  // News of what it carries names agencies too.
  await send(agency('Dinas Lain'));
  await open(first);
  await send(agency('Dinas Lain'));
  await send({ type: 'followUp.edit', followUpId, fields: { pics: [idOf('Dinas Lain')] } });
  await open(second);
  await expect(undo()).rejects.toThrow('nothingToUndo');
  expect(followUpsNow(meeting())).toMatchObject([
    { pics: [idOf('Dinas Lain')] },
    { what: 'Susulan', pics: [idOf('Dinas Baru')] },
  ]);
  // Of another agency nothing was heard.
  await send(agency('Dinas Lagi'));
  await open(first);
  await send({ ...order, what: 'Susulan kedua', pics: [idOf('Dinas Baru')] });
  await open(second);
  await undo();
  expect(idOf('Dinas Lagi')).toBe('');
});

test('so does a new meeting into which another was carried, and one that is continued before it was opened again', async () => {
  const { first, second, meeting, open, send, ask } = await series();
  const carried = { title: 'Empat', date: '2021-06-28', agencies: [], carryFrom: first };
  const { meetingId: fourth } = await ask('meeting.create', carried);
  await open(first);
  await send({ ...order, what: 'Susulan' });
  await open(fourth);
  expect(what(meeting())).toEqual(['Jalan', 'Susulan']);
  await ask('meeting.continue', { meetingId: second, title: 'Tiga', date: '2021-06-14' });
  expect(what(meeting())).toEqual(['Jalan', 'Susulan']);
});

/** What is left open late of an agency that was renamed in the register, before a rakor that is prepared then or made now. */
async function renamedSince(which: 'prepared' | 'new') {
  const self = await series();
  const { first, meeting, open, send, ask, again, stop, damageRegister, view } = self;
  await open(first);
  const agency = Object.values(meeting().agencies).find(({ name }) => name === 'Dinas Satu');
  if (agency === undefined) throw new Error('no agency');
  const next = { title: 'Tiga', date: '2021-06-14' };
  const fields = { name: 'Dinas Nama Baru' };
  await ask('register.command', {
    command: { type: 'agency.edit', agencyId: agency.id, fields, agencies: [agency] },
  });
  if (which === 'prepared') await ask('meeting.continue', { ...next, meetingId: first });
  let third = meeting().id;
  await open(first);
  await send({ ...order, what: 'Susulan', pics: [agency.id] });
  await send({ ...order, what: 'Umum' });
  await send({ type: 'problem.keep', noteId: null, itemId: null, text: 'Alat', agencyId: agency.id });
  await stop();
  const mend = await damageRegister();
  await again();
  expect(view().notices).toMatchObject([{ code: 'registerUnreadable', params: {} }]);
  if (which === 'prepared') await open(third);
  else {
    const agencies = agencyRows(fields.name);
    third = (await ask('meeting.create', { ...next, agencies, carryFrom: first })).meetingId;
  }
  return {
    ...self,
    third,
    agency,
    named: (): string[] => Object.values(meeting().agencies).map(({ name }) => name),
    told: (): string[] => view().notices.map(({ code }) => code),
    mend,
    /** The agency's turn, which begins the rakor. */
    async begin() {
      const [itemId = ''] = meeting().agenda.order.filter((id) => meeting().agenda.items[id]?.kind === 'agency');
      await send({ type: 'turn.call', itemId });
      await send({ type: 'turn.start' });
      await settled();
    },
  };
}

const settled = async (): Promise<void> => {
  for (let n = 0; n < 800; n += 1) await Promise.resolve();
};

const BOTH = ['prepared', 'new'] as const;

test.each(BOTH)(
  'while the register cannot be read nothing of an agency that may have been renamed comes into a %s rakor: it waits',
  async (which) => {
    const { third, agency, meeting, open, ask, again, stop, mend, named, told } = await renamedSince(which);
    await expect(ask('register.read', {})).rejects.toThrow('registerUnreadable');
    expect(named()).not.toContain(agency.name);
    expect(what(meeting())).toEqual(['Jalan', 'Umum']);
    expect(problemsNow(meeting())).toEqual([]);
    expect(told()).toEqual(['registerUnreadable', 'mattersWaiting']);

    await stop();
    await mend();
    await again();
    await open(third);
    expect(told()).toEqual([]);
    expect(named()).not.toContain(agency.name);
    expect(what(meeting())).toEqual(['Jalan', 'Umum', 'Susulan']);
    const [item] = Object.values(meeting().agenda.items).filter(({ kind }) => kind === 'agency');
    expect(followUpsNow(meeting()).at(-1)).toMatchObject({ pics: [item?.agencyId] });
    expect(problemsNow(meeting())).toMatchObject([{ text: 'Alat', agencyId: item?.agencyId }]);
  },
);

test.each(BOTH)('what waits is taken into a %s rakor as it begins, since it would never come', async (which) => {
  const { first, third, agency, meeting, open, named, begin, again } = await renamedSince(which);
  await begin();
  expect(what(meeting())).toEqual(['Jalan', 'Umum', 'Susulan']);
  expect(named()).toContain(agency.name);
  expect(problemsNow(meeting())).toMatchObject([{ text: 'Alat' }]);
  const { followUps, problems, agencies } = meeting();
  await open(first);
  await open(third);
  expect(meeting()).toMatchObject({ followUps, problems, agencies });
  await again();
  await open(third);
  expect(meeting()).toMatchObject({ followUps, problems, agencies });
});

test('by its present name, where the register can be read again by then; and what was told of it is taken back', async () => {
  const { agency, meeting, mend, ask, named, told, begin } = await renamedSince('new');
  await mend();
  await ask('register.read', {});
  expect(told()).toEqual(['mattersWaiting']);
  await begin();
  expect(what(meeting())).toEqual(['Jalan', 'Umum', 'Susulan']);
  expect(named()).not.toContain(agency.name);
  expect(told()).toEqual([]);
});

test('so does what the rakor before it left open, where that could not be read as it was opened', async () => {
  const { first, second, meeting, open, send, ask, unreadable } = await series();
  await open(first);
  await send({ ...order, what: 'Susulan' });
  await ask('meeting.close', {});
  unreadable(first);
  await open(second);
  expect(what(meeting())).toEqual(['Jalan']);
  unreadable(null);
  await send({ type: 'turn.call', itemId: meeting().agenda.order[0] ?? '' });
  await send({ type: 'turn.start' });
  await settled();
  expect(what(meeting())).toEqual(['Jalan', 'Susulan']);
});

test('what was shown of an agency that presents after the next rakor was prepared comes with it, until that has begun', async () => {
  const { first, meeting, open, send, ask } = await series();
  await open(first);
  const next = { title: 'Tiga', date: '2021-06-14' };
  const { meetingId: third } = await ask('meeting.continue', { ...next, meetingId: first });
  const { meetingId: fourth } = await ask('meeting.continue', { ...next, meetingId: first });
  await send({ type: 'turn.call', itemId: meeting().agenda.order[0] ?? '' });
  expect(meeting().past).toEqual({});
  await open(first);
  const [itemId = ''] = meeting().agenda.order.filter((id) => meeting().agenda.items[id]?.kind === 'agency');
  const author = { kind: 'leader', role: 'bupati' } as const;
  const say = (text: string) =>
    send({ type: 'note.add', itemId, author, kind: 'note', visibility: 'shown', text, concerns: null });
  await send({ type: 'turn.call', itemId });
  await send({ type: 'turn.start' });
  await say('Dilihat');
  await send({ type: 'turn.finish', callNext: false });
  await open(third);
  const presenting = (): string =>
    Object.values(meeting().agenda.items).find(({ kind }) => kind === 'agency')?.agencyId ?? '';
  const seen = (): string[] => (meeting().past[presenting()]?.notes ?? []).map(({ text }) => text);
  expect(Object.keys(meeting().past)).toEqual([presenting()]);
  expect(seen()).toEqual(['Dilihat']);
  const before = meeting();
  await open(first);
  await open(third);
  expect(meeting()).toEqual(before);
  // From then on it follows its own rakor, as any copy.
  await open(first);
  await say('Menyusul');
  await open(third);
  expect(seen()).toEqual(['Dilihat', 'Menyusul']);
  await open(fourth);
  expect(meeting().past).toEqual({});
});

test('so it does for an agency that was renamed meanwhile, and for no other', async () => {
  const { first, meeting, open, send, ask } = await series();
  await open(first);
  const agency = Object.values(meeting().agencies).find(({ name }) => name === 'Dinas Satu');
  const turn = Object.values(meeting().agenda.items).find(({ agencyId }) => agencyId === agency?.id);
  if (agency === undefined || turn === undefined) throw new Error('no agency');
  const command = { type: 'agency.edit', agencyId: agency.id, fields: { name: 'Dinas Nama Baru' }, agencies: [agency] };
  await ask('register.command', { command });
  const next = { title: 'Tiga', date: '2021-06-14', carryFrom: first };
  const agencies = agencyRows('Dinas Lain\nDinas Nama Baru');
  const { meetingId: third } = await ask('meeting.create', { ...next, agencies });
  await open(first);
  await send({ type: 'turn.call', itemId: turn.id });
  await send({ type: 'turn.start' });
  await send({ type: 'turn.finish', callNext: false });
  await open(third);
  const now = Object.values(meeting().agencies).find(({ name }) => name === 'Dinas Nama Baru');
  expect(meeting().past).toMatchObject({ [now?.id ?? '']: { from: { meetingId: first } } });
  expect(Object.keys(meeting().past)).toHaveLength(1);
});
