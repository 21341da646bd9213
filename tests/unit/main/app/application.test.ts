import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { DATA, modelApplication } from '../../../support/application-model.ts';
import { movedClock } from '../../../support/projector-at-work.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const settle = async (): Promise<void> => {
  for (let n = 0; n < 800; n += 1) await Promise.resolve();
};

/** A meeting at work on a disk that can be full, where the desk is told that it was not ended. */
async function atWork() {
  let isFull = false;
  const disk = simulatedDisk({
    before(operation, path) {
      if (isFull && (operation === 'write' || operation === 'create')) throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder(DATA);
  const clock = movedClock();
  const { application, ask, send, desks } = await modelApplication({
    files: disk.port,
    clock,
    isFull: () => isFull,
    onDesk: () => undefined,
    leave: () => undefined,
  });
  const agencies = agencyRows('Dinas Satu');
  await ask('meeting.create', { title: 'R', date: '2021-05-17', agencies, carryFrom: null });
  await settle();
  const [desk] = desks;
  return {
    application,
    full: (on: boolean) => {
      isFull = on;
    },
    name: (title: string) => send({ type: 'meeting.edit', fields: { title } }),
    /** Something between the meetings. */
    async rename(name: string) {
      const agency = Object.values(desk.view().meeting?.agencies ?? {})[0];
      if (agency === undefined) throw new Error('no agency');
      return ask('register.command', {
        command: { type: 'agency.edit', agencyId: agency.id, fields: { name }, agencies: [agency] },
      });
    },
    told: () => desk.view().notices.map(({ code }) => code),
    saved: () => desk.view().saved,
    /** Until the next attempt to save, and what comes of it. */
    async retry() {
      clock.advance(2500);
      vi.advanceTimersByTime(2500);
      await settle();
    },
  };
}

describe('that it was not ended because something is not saved', () => {
  it('is said until everything is saved, and then no more, whatever is typed after that', async () => {
    const { application, full, name, told, saved, retry } = await atWork();
    full(true);
    await name('Satu');
    await expect(application.stop()).rejects.toThrow('diskFull');
    expect(told()).toEqual(['notStopped']);
    await name('Dua');
    await retry();
    expect(told()).toEqual(['notStopped']);
    full(false);
    await retry();
    expect(saved()).toMatchObject({ seq: 2, durable: 2, failing: null });
    expect(told()).toEqual([]);
    full(true);
    await name('Tiga');
    await retry();
    expect(told()).toEqual([]);
    await expect(application.stop()).rejects.toThrow('diskFull');
    expect(told()).toEqual(['notStopped']);
  });

  it('is said of what was said between meetings too', async () => {
    const { application, full, rename, told, retry } = await atWork();
    await rename('Dinas Dua');
    full(true);
    await rename('Dinas Tiga');
    await expect(application.stop()).rejects.toThrow('diskFull');
    await retry();
    expect(told()).toEqual(['notStopped']);
    full(false);
    await retry();
    expect(told()).toEqual([]);
    await application.stop();
  });
});
