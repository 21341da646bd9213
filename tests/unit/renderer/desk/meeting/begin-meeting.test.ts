import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import { instantOf } from '#core/time/zone.ts';
import type { DeskRuntime } from '#renderer/desk/kernel/runtime.ts';
import { rehearse } from '#renderer/desk/meeting/begin-meeting.ts';
import { turnActions } from '#renderer/desk/meeting/turn-actions.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The desk of a meeting of 3 December on some day. */
async function deskOn(day: string) {
  const now = instantOf(day, '08:30', 'WITA');
  vi.setSystemTime(now);
  const room = openRoom({ date: '2026-12-03' });
  const main = deskDouble(room.meeting(), firstSettings(THREE_AGENCIES));
  const runtime = await runtimeAt(main);
  return { room, main, runtime, turns: turnActions(runtime) };
}
type Desk = Awaited<ReturnType<typeof deskOn>>;

const WAYS: readonly (readonly [string, (desk: Desk) => Promise<void>])[] = [
  ['the start key', ({ turns }) => turns.startPause()],
  ['the key that calls the next', ({ turns }) => turns.finishNext()],
  ['calling an item', ({ turns, room }) => turns.call(room.item('Dinas Kesehatan').id)],
];

describe.each(WAYS)('%s', (_name, press) => {
  it('asks before the meeting begins on another day, and nothing has begun', async () => {
    const desk = await deskOn('2026-11-26');
    await press(desk);
    expect(desk.main.sent).toEqual([]);
    expect(desk.runtime.ui.get().dialog).toMatchObject({
      kind: 'otherDay',
      command: { type: expect.stringMatching(/^turn\./) },
    });
  });

  it('asks nothing on the day itself, nor once the meeting has begun', async () => {
    const desk = await deskOn('2026-12-03');
    await press(desk);
    expect(desk.main.view().meeting?.status).toBe('open');
    const later = await deskOn('2026-11-26');
    await later.runtime.send({ type: 'turn.start' });
    await later.runtime.send({ type: 'turn.finish', callNext: false });
    await press(later);
    expect(later.runtime.ui.get().dialog).toBeNull();
    expect(later.main.sent.length).toBe(3);
  });
});

it('what was to begin begins in the rehearsal', async () => {
  const { main, runtime } = await deskOn('2026-11-26');
  const ask: DeskRuntime['ask'] = async (type) => {
    expect([type, main.sent]).toEqual(['meeting.rehearse', []]);
    return { meetingId: 'gladi' } as never;
  };
  await rehearse({ ...runtime, ask }, { type: 'turn.start' });
  expect(main.sent).toMatchObject([{ type: 'turn.start' }]);
  await rehearse({ ...runtime, ask: async () => null }, { type: 'turn.pause' });
  expect(main.sent).toHaveLength(1);
});
