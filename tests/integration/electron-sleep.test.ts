import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DeskView } from '#core/views/desk.ts';
import { type ElectronRun, electronSuite, forget } from './electron-run.ts';

const suite = electronSuite();
const { start } = suite;

const viewOf = async (run: ElectronRun): Promise<DeskView> => {
  const hello = await run.page('desk').evaluate(() => window.ekspose?.hello());
  if (hello?.audience !== 'desk') throw new Error(JSON.stringify(hello));
  return hello.view as DeskView;
};
const send = (run: ElectronRun, command: object) =>
  run.page('desk').evaluate((given) => window.ekspose?.send(given as never), command);

/** Opens the sample and starts its first agency's turn. @returns the turn's item */
async function running(run: ElectronRun): Promise<string> {
  expect(await run.page('desk').evaluate(() => window.ekspose?.ask('sample.create', {}))).toMatchObject({ ok: true });
  const { meeting } = await viewOf(run);
  const itemId = meeting?.agenda.order.find((id) => meeting.agenda.items[id]?.kind === 'agency');
  if (itemId === undefined) throw new Error('the sample has no agency');
  expect(await send(run, { type: 'turn.call', itemId })).toMatchObject({ ok: true });
  expect(await send(run, { type: 'turn.start' })).toMatchObject({ ok: true });
  return itemId;
}

test('a turn that ran when the machine went to sleep stands still when it wakes, and the desk asks', async () => {
  const run = await start();
  const began = performance.now();
  const itemId = await running(run);
  await run.main.call('power', { event: 'suspend' });
  const awake = performance.now() - began;
  expect((await viewOf(run)).meeting?.agenda.items[itemId]?.status).toBe('running');
  await run.main.call('power', { event: 'resume' });

  const { meeting } = await viewOf(run);
  expect(meeting?.outage).toMatchObject({ itemId });
  expect(meeting?.agenda.items[itemId]?.status).toBe('paused');
  // What passed between falling asleep and waking was not presented.
  const { spent } = meeting?.agenda.items[itemId]?.turn ?? {};
  expect(spent).toBeLessThan(awake);
  expect(JSON.stringify(run.messages('desk'))).toContain('"outage"');
  expect(await send(run, { type: 'outage.answer', choice: 'continue' })).toMatchObject({ ok: true });
  const after = await viewOf(run);
  expect(after.meeting?.outage).toBeNull();
  expect(after.meeting?.agenda.items[itemId]?.status).toBe('running');
});

test('sleeping while no turn runs asks nothing', async () => {
  const run = await start();
  await running(run);
  expect(await send(run, { type: 'turn.pause' })).toMatchObject({ ok: true });
  await run.main.call('power', { event: 'suspend' });
  await run.main.call('power', { event: 'resume' });
  expect((await viewOf(run)).meeting?.outage).toBeNull();
});

test('the folder for further backups is asked for by the system’s dialog, and used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ekspose-chosen-'));
  const run = await start({ env: { EKSPOSE_DOUBLE_OPEN: folder } });
  await running(run);
  const desk = run.page('desk');
  expect(await desk.evaluate(() => window.ekspose?.ask('backup.chooseFolder', {}))).toEqual({
    ok: true,
    value: { folder },
  });
  expect((await run.inspect()).shown).toEqual([{ kind: 'openDialog', detail: 'openDirectory createDirectory' }]);
  const meetingId = (await viewOf(run)).meeting?.id ?? '';
  expect(await desk.evaluate(() => window.ekspose?.ask('backup.now', {}))).toMatchObject({ ok: true });
  const listed = await desk.evaluate((id) => window.ekspose?.ask('backup.list', { meetingId: id }), meetingId);
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  expect(listed.value.map(({ place }) => place).sort()).toEqual(['chosen', 'own']);
  forget(folder);
});

test('a backup’s file is asked for by the system’s dialog and opens as a meeting; a wrong one is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ekspose-chosen-'));
  const wrong = join(folder, 'bukan-cadangan.json');
  writeFileSync(wrong, '{"format":"lain"}');
  const importChosen = (run: ElectronRun) =>
    run.page('desk').evaluate(() => window.ekspose?.ask('backup.import', { text: null }));
  const there = await start({ env: { EKSPOSE_DOUBLE_OPEN: wrong } });
  const refusal = { code: 'backupUnreadable', params: { path: wrong } };
  expect(await importChosen(there)).toMatchObject({ ok: false, refusal });
  const itemId = await running(there);
  const author = { kind: 'leader', role: 'sekda' } as const;
  const note = { type: 'note.add', itemId, author, kind: 'note', visibility: 'auto', concerns: null } as const;
  expect(await send(there, { ...note, text: 'Dibawa dengan flash disk' })).toMatchObject({ ok: true });
  expect(await there.page('desk').evaluate(() => window.ekspose?.ask('backup.now', {}))).toMatchObject({ ok: true });
  const id = (await viewOf(there)).meeting?.id ?? '';
  const written = join(there.data, 'backups', id);
  const file = join(written, readdirSync(written).find((name) => name.endsWith('.json')) ?? '');

  const here = await start({ env: { EKSPOSE_DOUBLE_OPEN: file } });
  expect(await importChosen(here)).toMatchObject({ ok: true, value: { meetingId: id } });
  expect((await here.inspect()).shown.map(({ kind }) => kind)).toEqual(['openDialog']);
  expect(JSON.stringify((await viewOf(here)).meeting?.notes)).toContain('Dibawa dengan flash disk');
  forget(folder);
});

test('a cancelled dialog chooses and opens nothing', async () => {
  const run = await start();
  const desk = run.page('desk');
  expect(await desk.evaluate(() => window.ekspose?.ask('backup.chooseFolder', {}))).toEqual({
    ok: true,
    value: { folder: null },
  });
  expect(await desk.evaluate(() => window.ekspose?.ask('backup.import', { text: null }))).toEqual({
    ok: true,
    value: null,
  });
  expect(await desk.evaluate(() => window.ekspose?.ask('data.openFolder', {}))).toMatchObject({ ok: true });
  expect((await run.inspect()).shown.at(-1)).toEqual({ kind: 'openPath', detail: run.data });
});
