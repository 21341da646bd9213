import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { instant, mono } from '#core/time/units.ts';
import type { SavedState } from '#core/views/desk.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { buildEntry } from '../support/build-entry.ts';
import { roomOf } from '../support/projector-at-work.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { startLight } from '../torture/light-process.ts';

/** A disk of two megabytes in memory; where the system does not let us have one, the test says so and is skipped. */
async function smallDisk(skip: () => never): Promise<string> {
  const folder = await temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status !== 0) {
    console.log('SKIPPED: no file system can be mounted here, so no disk can be filled');
    return skip();
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

/** Takes all the room there is. */
function fill(path: string): void {
  try {
    for (let size = 64_000; ; ) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

const typed = (meeting: Meeting, letter: string): Command => ({
  type: 'draft.set',
  key: 'compose',
  draft: {
    itemId: meeting.agenda.order[0] ?? '',
    author: { kind: 'leader', role: 'sekda' },
    kind: 'note',
    visibility: 'auto',
    text: letter.repeat(100_000),
  },
});

test('on a disk that is full every change is kept, it is said, and all is durable once there is room', async ({
  skip,
}) => {
  const disk = await smallDisk(skip);
  const entry = await buildEntry('tests/torture/light-main.ts');
  const data = join(disk, 'data');
  const started = async () => {
    let waiting: { until(saved: SavedState): boolean; then(): void } | null = null;
    const look = (): void => {
      if (waiting?.until(main.view().saved) !== true) return;
      waiting.then();
      waiting = null;
    };
    const main = startLight(entry, data, look);
    expect(await main.ready).toBe(true);
    await main.connect();
    const saved = (until: (saved: SavedState) => boolean): Promise<void> =>
      new Promise((then) => {
        waiting = { until, then };
        look();
      });
    return { ...main, saved };
  };
  const meetingOf = (main: { view(): { meeting: Meeting | null } }): Meeting => {
    const { meeting } = main.view();
    if (meeting === null) throw new Error('no meeting is open');
    return meeting;
  };

  const main = await started();
  const made = await main.ask('meeting.create', {
    title: 'Rakor',
    date: '2026-11-24',
    agencies: [],
    carryFrom: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  await main.send({ type: 'meeting.edit', fields: { theme: 'sebelum' } });
  await main.saved(({ seq, durable }) => durable === seq);

  fill(join(disk, 'penuh'));
  for (const letter of 'abc') expect(await main.send(typed(meetingOf(main), letter))).toMatchObject({ ok: true });
  await main.saved(({ failing }) => failing !== null);
  expect(main.view().saved.failing).toMatchObject({ code: 'saveFailed', reason: 'full' });
  expect(main.view().saved.durable).toBeLessThan(main.view().saved.seq);
  await main.send({ type: 'meeting.edit', fields: { theme: 'selama' } });
  expect(await main.ask('settings.edit', { fields: { theme: 'dark' } })).toMatchObject({
    ok: false,
    refusal: { code: 'diskFull' },
  });
  expect(main.view().settings.theme).toBe('light');

  rmSync(join(disk, 'penuh'));
  await main.saved(({ seq, durable, failing }) => durable === seq && failing === null);
  const before = meetingOf(main);
  expect(before).toMatchObject({ theme: 'selama' });
  expect(before.drafts.compose?.text).toBe('c'.repeat(100_000));
  main.child.kill('SIGKILL');
  await main.gone;

  const again = await started();
  onTestFinished(async () => {
    again.child.kill('SIGKILL');
    await again.gone;
  });
  const opened = await again.ask('meeting.open', { meetingId: made.value.meetingId });
  expect(opened.ok).toBe(true);
  expect(meetingOf(again)).toEqual(before);
});

test('whoever leaves the browser host while the disk is full finds it going on, and it ends once there is room', async ({
  skip,
}) => {
  const disk = await smallDisk(skip);
  const running = await startApplication(join(disk, 'data'));
  let output = '';
  running.process.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const desk = await running.connect('desk');
  accepted(await desk.ask('meeting.create', { title: 'Rakor', date: '2026-11-24', agencies: [], carryFrom: null }));
  fill(join(disk, 'penuh'));
  const { meeting } = desk.view();
  if (meeting === null) throw new Error('no meeting is open');
  accepted(await desk.send(typed(meeting, 'x')));
  await desk.until(({ saved }) => saved.failing !== null);
  running.process.kill('SIGINT');
  await vi.waitFor(
    () => expect(output).toMatch(/tetap berjalan.*ruang penyimpanan habis.*http:\S+\/desk\.html#token/s),
    20_000,
  );
  const again = await running.connect('desk');
  expect(again.view().meeting?.drafts.compose?.text).toBe('x'.repeat(100_000));
  expect(again.view().saved.failing).toMatchObject({ reason: 'full' });
  rmSync(join(disk, 'penuh'));
  running.process.kill('SIGINT');
  const [code] = (await once(running.process, 'exit')) as [number];
  expect(code).toBe(0);
});

test('a meeting that the disk has no room for is refused in plain words and leaves nothing behind', async ({
  skip,
}) => {
  const disk = await smallDisk(skip);
  const store = meetingStore({
    files: diskPort,
    dataFolder: disk,
    now: () => instant(Date.now()),
    report: (error) => {
      throw error;
    },
  });
  const meeting = roomOf({ now: () => instant(Date.now()), mono: () => mono(0) }, 4000);
  await expect(store.create(meeting)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await store.list()).toEqual([]);
  expect(await diskPort.list(store.folderOf(meeting.id))).toEqual([]);
});
