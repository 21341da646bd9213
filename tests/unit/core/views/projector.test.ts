import { describe, expect, it } from 'vitest';
import { mayBeSeen, type ProjectorView, projectorView, type TurnView } from '#core/views/projector.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const FRAME = { locale: 'id', theme: 'light' } as const;
const SETTINGS = { ...FRAME, emblem: null };
const seen = (room: Room): ProjectorView => projectorView(room.meeting(), SETTINGS, () => '');
const floor = (room: Room): TurnView => {
  const view = seen(room);
  if (view.stage !== 'called' && view.stage !== 'running' && view.stage !== 'paused') {
    throw new Error(`nobody is on the floor: ${view.stage}`);
  }
  return view;
};

describe('the stages', () => {
  it('are idle without a meeting', () =>
    expect(projectorView(null, SETTINGS, () => '')).toEqual({ ...FRAME, stage: 'idle' }));

  it('go from before through the turn to between and finished', () => {
    const room = openRoom();
    expect(seen(room).stage).toBe('before');
    room.send({ type: 'turn.call', itemId: room.item(DINKES).id });
    expect(seen(room).stage).toBe('called');
    room.send({ type: 'turn.start' });
    expect(seen(room).stage).toBe('running');
    room.send({ type: 'turn.pause' });
    expect(seen(room).stage).toBe('paused');
    room.send({ type: 'turn.finish', callNext: false });
    expect(seen(room).stage).toBe('between');
    room.send({ type: 'meeting.finish' });
    expect(seen(room).stage).toBe('finished');
  });

  it('hold nothing at all while the screen is blank', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'Percepat puskesmas', { visibility: 'shown' }));
    room.send({ type: 'screen.blank', on: true });
    expect(seen(room)).toEqual({ ...FRAME, stage: 'blank' });
    room.send({ type: 'screen.blank', on: false });
    expect(floor(room).notes).toHaveLength(1);
  });

  it('distinguish a break from a turn', () => {
    const room = openRoom();
    room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: null, fixedStart: null, index: 0 });
    start(room, 'break');
    expect(floor(room)).toMatchObject({ isBreak: true, presenter: null, turn: null });
  });
});

describe('the house', () => {
  it('is on the screens without a clock, and not behind the clock of an agency', () => {
    const room = openRoom();
    room.send({ type: 'meeting.edit', fields: { place: 'Ruang Rapat Bupati' } });
    const home = { place: 'Ruang Rapat Bupati', emblem: '/emblem/e1.png' };
    const homeNow = () => {
      const view = projectorView(room.meeting(), { ...FRAME, emblem: { id: 'e1', width: 3, height: 4 } }, () => '');
      return 'home' in view ? view.home : undefined;
    };
    expect(homeNow()).toEqual(home);
    room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: null, fixedStart: null, index: 0 });
    for (const name of ['break', 'prayer']) {
      start(room, name);
      expect(homeNow(), name).toEqual(home);
      room.send({ type: 'turn.finish', callNext: false });
      expect(homeNow()).toBeNull();
    }
    start(room, DINKES);
    expect(homeNow()).toBeNull();
  });
});

describe('the floor', () => {
  it('has the agency, its presenter, clock, limits and place in the row', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'turn.addTime', by: 60_000 });
    room.send({ type: 'turn.finish', callNext: false });
    const presenter = { name: 'H. Amir', office: '', acting: 'pj', representing: true } as const;
    room.send({ type: 'item.edit', itemId: room.item('Kecamatan Satui').id, fields: { presenter } });
    start(room, 'Kecamatan Satui');
    expect(floor(room)).toMatchObject({
      item: { kind: 'agency', title: 'Kecamatan Satui' },
      presenter: { ...presenter, head: 'Camat' },
      clock: { spent: 0, anchor: room.clock.mono(), added: 0 },
      limits: room.meeting().limits,
      turn: { n: 2, m: 3 },
      done: { n: 1, m: 3 },
      next: { kind: 'opening', title: '' },
      gap: room.meeting().changeover,
    });
  });

  it('leaves skipped agencies out of the row', () => {
    const room = openRoom();
    room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
    start(room, DINKES);
    expect(floor(room).turn).toEqual({ n: 1, m: 2 });
  });

  it('plans the items to come, with the called one but without the running one', () => {
    const room = openRoom();
    const { id } = room.item(DINKES);
    room.send({ type: 'turn.call', itemId: id });
    expect(floor(room).plan.map((entry) => entry.id)).toContain(id);
    room.send({ type: 'turn.start' });
    expect(floor(room).plan.map((entry) => entry.id)).not.toContain(id);
  });
});

describe('notes on the projector', () => {
  it('are the shown ones of the active item, newest first, each with its author', () => {
    const room = openRoom();
    const { id } = room.item(DINKES);
    start(room, DINKES);
    room.send(noteOf(id, 'satu', { visibility: 'shown', kind: 'directive' }));
    room.send(noteOf(id, 'rahasia', { visibility: 'private' }));
    room.send(noteOf(id, 'dalam', { visibility: 'internal' }));
    room.send(noteOf(id, 'dua', { visibility: 'shown', author: { kind: 'agency', agencyId: 'pupr' } }));
    room.send(noteOf(room.item('Kecamatan Satui').id, 'lain', { visibility: 'shown' }));
    expect(floor(room).notes.map(({ text, author }) => [text, author])).toEqual([
      ['dua', { agency: 'PUPR' }],
      ['satu', { role: 'bupati' }],
    ]);
    expect(JSON.stringify(seen(room))).not.toMatch(/rahasia|dalam|lain/);
  });

  it('are looked at again when one of the active item changes, and only while the screen shows notes', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'Percepat puskesmas', { visibility: 'shown' }));
    const here = room.lastNote().id;
    room.send(noteOf(room.item('Kecamatan Satui').id, 'Jalan desa', { visibility: 'shown' }));
    const elsewhere = room.lastNote().id;
    const isSeen = (noteId: string, text: string): boolean => {
      const { patches } = room.send({ type: 'note.edit', noteId, fields: { text } });
      return patches.some(({ path }) => mayBeSeen(room.meeting(), path));
    };
    expect(isSeen(here, 'Percepat tiga puskesmas')).toBe(true);
    expect(isSeen(elsewhere, 'Jalan dua desa')).toBe(false);
    room.send({ type: 'screen.layout', layout: 'clock' });
    expect(isSeen(here, 'Percepat empat puskesmas')).toBe(false);
  });

  it('go at once when they are made private', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'satu', { visibility: 'shown' }));
    room.send({ type: 'note.edit', noteId: room.lastNote().id, fields: { visibility: 'private' } });
    expect(floor(room).notes).toEqual([]);
  });

  it('never are what is being typed, a follow-up, a sheet or the list of attendance', () => {
    const room = openRoom();
    const itemId = room.item(DINKES).id;
    start(room, DINKES);
    const author = { kind: 'leader', role: 'bupati' } as const;
    room.send({
      type: 'draft.set',
      key: 'compose',
      draft: { itemId, author, kind: 'directive', visibility: 'shown', text: 'RAHASIA' },
    });
    room.send({ type: 'followUp.add', noteId: null, itemId, what: 'RAHASIA', pics: null, due: null, status: 'open' });
    room.send({ type: 'sheet.edit', itemId, fields: { problems: 'RAHASIA' } });
    room.send({ type: 'attendance.add', name: 'RAHASIA', office: '', agencyId: null });
    expect(JSON.stringify(seen(room))).not.toContain('RAHASIA');
  });
});
