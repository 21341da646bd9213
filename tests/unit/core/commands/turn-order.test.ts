import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemTitle, orderedItems } from '#core/model/meeting.ts';
import { openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';
const SATUI = 'Kecamatan Satui';

const titles = (room: Room): string[] =>
  orderedItems(room.meeting()).map((item) => itemTitle(room.meeting(), item) || item.kind);
const current = (room: Room): AgendaItem => {
  const id = room.meeting().current;
  const item = id === null ? undefined : room.meeting().agenda.items[id];
  if (item === undefined) throw new Error('nobody is on the floor');
  return item;
};
const call = (room: Room, name: string) => room.send({ type: 'turn.call', itemId: room.item(name).id });

describe('calling out of order', () => {
  it('ends the active turn and calls the other in one step, which one undo takes back', () => {
    const room = openRoom();
    start(room, DINKES);
    const before = room.meeting();
    const itemId = room.item(SATUI).id;
    expect(room.refusal({ type: 'turn.call', itemId })).toBe('turnRunning');
    const step = room.send({ type: 'turn.call', itemId, finish: true });
    expect(room.item(DINKES).status).toBe('done');
    expect(current(room).id).toBe(itemId);
    expect(applyPatches(step.meeting, [...step.inverse])).toEqual(before);
  });
  it('ends nothing when whom it calls cannot be called, or a turn was interrupted', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.finish', callNext: false });
    start(room, PUPR);
    expect(room.refusal({ type: 'turn.call', itemId: room.item(DINKES).id, finish: true })).toBe('itemNotWaiting');
    expect(current(room).status).toBe('running');
  });
  it('lets go of one that is only called', () => {
    const room = openRoom();
    call(room, DINKES);
    room.send({ type: 'turn.call', itemId: room.item(SATUI).id, finish: true });
    expect(room.item(DINKES).status).toBe('waiting');
  });
});

describe('finishing, calling and starting by one step', () => {
  it('starts the clock of the next, from the moment of the step', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(60_000);
    const before = room.meeting();
    const step = room.send({ type: 'turn.finish', callNext: true, start: true });
    expect(current(room)).toMatchObject({ kind: 'opening', status: 'running', turn: { spent: 0 } });
    expect(current(room).turn.ledger.map(({ what }) => what)).toEqual(['call', 'start']);
    expect(room.meeting().presented.at(-1)).toBe(room.item('opening').id);
    expect(applyPatches(step.meeting, [...step.inverse])).toEqual(before);
  });
});

describe('skipping', () => {
  it('leaves an item out, also one that is called', () => {
    const room = openRoom();
    call(room, DINKES);
    room.send({ type: 'turn.skip', itemId: room.item(DINKES).id });
    expect(room.item(DINKES).status).toBe('skipped');
    expect(room.meeting().current).toBeNull();
  });
  it('is refused while its clock runs, and when it is done', () => {
    const room = openRoom();
    start(room, DINKES);
    const itemId = room.item(DINKES).id;
    expect(room.refusal({ type: 'turn.skip', itemId })).toBe('turnRunning');
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.refusal({ type: 'turn.skip', itemId })).toBe('itemDone');
  });
});

describe('postponing', () => {
  it('moves an agency after the last one, before the closing', () => {
    const room = openRoom();
    room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    expect(titles(room)).toEqual(['opening', 'anthem', 'prayer', PUPR, SATUI, DINKES, 'closingRemarks', 'closing']);
    expect(room.item(DINKES).status).toBe('postponed');
  });

  it('of the active turn keeps its time and continues from it', () => {
    const room = openRoom();
    start(room, DINKES);
    room.clock.advance(240_000);
    room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    expect(room.meeting().current).toBeNull();
    room.clock.advance(600_000);
    start(room, DINKES);
    room.clock.advance(60_000);
    room.send({ type: 'turn.pause' });
    expect(current(room).turn.spent).toBe(300_000);
    expect(room.meeting().presented).toEqual([room.item(DINKES).id]);
  });

  it('of a paused turn records no second pause', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.pause' });
    room.send({ type: 'turn.postpone', itemId: room.item(DINKES).id });
    expect(room.item(DINKES).turn.ledger.map(({ what }) => what)).toEqual(['call', 'start', 'pause']);
  });

  it('of the only agency leaves it in place', () => {
    const room = openRoom({ agencyText: 'Dinas Sosial' });
    const before = titles(room);
    room.send({ type: 'turn.postpone', itemId: room.item('Dinas Sosial').id });
    expect(titles(room)).toEqual(before);
  });

  it('of an item that is no agency moves it to the very end', () => {
    const room = openRoom();
    room.send({ type: 'turn.postpone', itemId: room.item('prayer').id });
    expect(titles(room).at(-1)).toBe('prayer');
  });

  it('is refused for what is done or skipped', () => {
    const room = openRoom();
    const itemId = room.item(DINKES).id;
    room.send({ type: 'turn.skip', itemId });
    expect(room.refusal({ type: 'turn.postpone', itemId })).toBe('itemNotWaiting');
  });
});

describe('bringing back', () => {
  it('makes a skipped item the next one', () => {
    const room = openRoom();
    const itemId = room.item(SATUI).id;
    room.send({ type: 'turn.skip', itemId });
    room.send({ type: 'turn.bringBack', itemId });
    expect(titles(room)[0]).toBe(SATUI);
    expect(room.item(SATUI).status).toBe('waiting');
  });

  it('of a finished turn continues from what it spent and keeps its first start', () => {
    const room = openRoom();
    start(room, DINKES);
    const startedAt = room.clock.at();
    room.clock.advance(60_000);
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'turn.bringBack', itemId: room.item(DINKES).id });
    start(room, DINKES);
    room.clock.advance(60_000);
    room.send({ type: 'turn.finish', callNext: false });
    expect(room.item(DINKES).turn).toMatchObject({ spent: 120_000, startedAt, finishedAt: room.clock.at() });
    expect(room.meeting().presented).toEqual([room.item(DINKES).id]);
  });

  it('is refused for what waits, is called or runs', () => {
    const room = openRoom();
    const itemId = room.item(DINKES).id;
    expect(room.refusal({ type: 'turn.bringBack', itemId })).toBe('nothingToBringBack');
    call(room, DINKES);
    expect(room.refusal({ type: 'turn.bringBack', itemId })).toBe('nothingToBringBack');
    room.send({ type: 'turn.start' });
    expect(room.refusal({ type: 'turn.bringBack', itemId })).toBe('nothingToBringBack');
  });
});
