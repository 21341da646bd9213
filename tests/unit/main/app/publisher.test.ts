import { applyPatches, enablePatches, produceWithPatches } from 'immer';
import { expect, test } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { firstSettings } from '#core/model/settings.ts';
import type { Pointed } from '#core/model/slides.ts';
import type { Audience, Push } from '#core/protocol/messages.ts';
import { instant, mono } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import { projectorView } from '#core/views/projector.ts';
import { publisher } from '#main/app/publisher.ts';
import { openRoom } from '../../../support/build-meeting.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

enablePatches();

const EMPTY: DeskView = {
  settings: firstSettings([]),
  meetings: [],
  meeting: null,
  saved: { seq: 0, durable: 0, at: null, failing: null },
  register: { rev: 0, undo: null, redo: null, failing: null },
  undo: null,
  redo: null,
  readOnly: false,
  seat: null,
  lastBackup: null,
  exporting: null,
  host: {
    kind: 'browser',
    displays: [],
    placing: null,
    projectorOpen: false,
    strip: 'off',
    projectorUrl: null,
    dataFolder: '/data',
    version: '0',
  },
  notices: [],
};

function rig() {
  let view = EMPTY;
  let pointed: Pointed | null = null;
  const pushed: { audience: Audience; push: Push }[] = [];
  const own = publisher({
    view: () => view,
    projected: (seen) => projectorView(seen.meeting, seen.settings, () => '', seen.pointed, seen.isStrip),
    pointed: () => pointed,
    clocks: () => ({ mono: mono(1), now: instant(1) }),
    push: (audience, push) => void pushed.push({ audience, push }),
  });
  return {
    own,
    pushed,
    point(at: Pointed | null) {
      pointed = at;
    },
    /** Shows the strip in place of the projector's window. */
    strip() {
      view = { ...view, host: { ...view.host, strip: 'on' } };
    },
    become(fields: Partial<DeskView>) {
      view = { ...view, ...fields };
    },
    of: (audience: Audience) => pushed.flatMap((one) => (one.audience === audience ? [one.push] : [])),
  };
}

const changed = (meeting: Meeting, title: string) => {
  const [next, patches] = produceWithPatches(meeting, (draft) => {
    draft.title = title;
  });
  return { next, change: { before: meeting, patches } };
};

test('each audience has its own revisions without a gap, and hello returns the present one', () => {
  const { own, become, of } = rig();
  const meeting = roomOf(movedClock());
  become({ meeting });
  own.publish();
  for (let n = 0; n < 5; n += 1) {
    become({ saved: { ...EMPTY.saved, seq: n + 1 } });
    own.publish();
  }
  become({ settings: { ...EMPTY.settings, theme: 'dark' } });
  own.publish();
  expect(of('desk').map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(of('projector').map(({ rev }) => rev)).toEqual([1, 2]);
  expect([own.hello('desk', 'page').rev, own.hello('projector', 'page').rev]).toEqual([7, 2]);
});

test('a change that no call could know of is sent by the next one, whole', () => {
  const { own, become, of } = rig();
  const meeting = roomOf(movedClock());
  // Opened, and changed before anybody was informed: the change alone would not fit what the desk has.
  const { next, change } = changed(meeting, 'Lain');
  become({ meeting: next });
  own.publish(change);
  const [push] = of('desk');
  if (push?.kind !== 'patches') throw new Error('no patches');
  expect(applyPatches(EMPTY, push.patches).meeting).toEqual(next);
});

test('a command costs what it changes', () => {
  const { own, become, of } = rig();
  const meeting = roomOf(movedClock());
  become({ meeting });
  own.publish();
  const { next, change } = changed(meeting, 'Lain');
  become({ meeting: next });
  own.publish(change);
  expect(of('desk').at(-1)).toMatchObject({ patches: [{ op: 'replace', path: ['meeting', 'title'], value: 'Lain' }] });
});

test('where the operator points goes to the projector alone, and is no change of the meeting', () => {
  const { own, become, point, of } = rig();
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  const slides = { hash: 'c'.repeat(64), name: 'bahan.pdf', bytes: 1, pages: 4 };
  room.send({ type: 'slides.attach', itemId, slides });
  room.send({ type: 'screen.layout', layout: 'slides' });
  room.send({ type: 'turn.call', itemId });
  become({ meeting: room.meeting() });
  own.publish();
  const before = of('desk').length;
  point({ itemId, page: 1, x: 0.5, y: 0.25 });
  own.publish();
  expect(of('projector').at(-1)).toMatchObject({ view: { spot: { x: 0.5, y: 0.25 } } });
  point(null);
  own.publish();
  expect(of('projector').at(-1)).toMatchObject({ view: { spot: null } });
  expect(of('desk')).toHaveLength(before);
});

test('hello first pushes to everybody else what it contains, so that the next push fits all', () => {
  const { own, become, of } = rig();
  become({ meeting: roomOf(movedClock()) });
  const hello = own.hello('desk', 'page');
  expect(of('desk')).toHaveLength(1);
  expect(hello.rev).toBe(1);
  expect(of('projector')).toHaveLength(1);
});

test('an equal view is not sent, even if it was rebuilt', () => {
  const { own, become, pushed } = rig();
  become({ saved: { ...EMPTY.saved }, host: structuredClone(EMPTY.host), settings: structuredClone(EMPTY.settings) });
  own.publish();
  expect(pushed).toEqual([]);
});

test('whatever differs in the view is sent, and nothing besides', () => {
  const { own, become, of } = rig();
  const others: Omit<DeskView, 'meeting'> = {
    settings: { ...EMPTY.settings, theme: 'dark' },
    meetings: [
      {
        id: 'm1',
        title: 'R',
        date: '2021-05-17' as DeskView['meetings'][number]['date'],
        status: 'open',
        sample: false,
        rehearsal: false,
        continues: null,
        interrupted: false,
        agencies: 1,
        done: 0,
        notes: 0,
        openFollowUps: 0,
        changedAt: instant(1),
        health: 'sound',
      },
    ],
    saved: { ...EMPTY.saved, seq: 1 },
    register: { ...EMPTY.register, rev: 1 },
    undo: { type: 'note.add', author: null, itemId: null },
    redo: { type: 'note.add', author: null, itemId: null },
    readOnly: true,
    seat: 'page',
    lastBackup: { at: instant(1), path: '/cadangan' },
    exporting: { done: 0, total: 1, name: '' },
    host: { ...EMPTY.host, projectorOpen: true },
    notices: [{ id: 'a', code: 'openedReadOnly', params: {} }],
  };
  for (const [key, value] of Object.entries(others)) {
    become({ [key]: value });
    own.publish();
    expect(of('desk').at(-1)).toMatchObject({ patches: [{ op: 'replace', path: [key], value }] });
  }
});

test('the strip in place of the projector’s window is another view, sent though the meeting is the same', () => {
  const { own, become, strip, of } = rig();
  become({ meeting: roomOf(movedClock()) });
  own.publish();
  expect(of('projector').at(-1)).not.toMatchObject({ view: { stage: 'strip' } });
  strip();
  own.publish();
  expect(of('projector').at(-1)).toMatchObject({ view: { stage: 'strip' } });
});
