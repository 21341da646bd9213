import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temp-folder.ts';
import { WHOLE_MINUTES_PDF } from '../support/whole-minutes.ts';
import { type ElectronRun, electronSuite, forget, startElectron } from './electron-run.ts';

const suite = electronSuite();
const { start } = suite;

/** Opens the sample and returns its folder. */
async function openSample(run: ElectronRun): Promise<string> {
  const answer = await run.page('desk').evaluate(() => window.ekspose?.ask('sample.create', {}));
  if (answer?.ok !== true) throw new Error(JSON.stringify(answer));
  return join(run.data, 'meetings', answer.value.meetingId);
}

const rename = (run: ElectronRun, title: string) =>
  run
    .page('desk')
    .evaluate((given) => window.ekspose?.send({ type: 'meeting.edit', fields: { title: given } } as never), title);

test('what was done the moment before the window is closed is on the disk', async () => {
  const run = await start();
  const folder = await openSample(run);
  expect(await rename(run, 'Judul saat menutup')).toMatchObject({ ok: true });
  await run.main.call('userClose', { id: run.id('desk') });
  expect(await run.ended).toBe(0);
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(kept.join('')).toContain('Judul saat menutup');
});

test('where saving fails the operator is asked, may stay, and loses nothing', async () => {
  const run = await start();
  const folder = await openSample(run);
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'a file where the folder was');
  await rename(run, 'Belum tersimpan');
  await run.main.call('userClose', { id: run.id('desk') });
  await vi.waitFor(
    async () => expect((await run.inspect()).shown.map(({ kind }) => kind)).toContain('messageBox'),
    10_000,
  );
  expect((await run.inspect()).shown.at(-1)?.detail).toContain('belum tersimpan');
  expect(run.process.exitCode).toBeNull();
  rmSync(folder);
  renameSync(`${folder}.away`, folder);
  await run.main.call('userClose', { id: run.id('desk') });
  expect(await run.ended).toBe(0);
  expect(
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join(''),
  ).toContain('Belum tersimpan');
});

test('where another Ekspose has taken the folder nothing is written there, and what was not saved is kept elsewhere', async () => {
  const documents = await temporaryFolder();
  const run = await start({ documents });
  const folder = await openSample(run);
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'a file where the folder was');
  await rename(run, 'Belum tersimpan');
  const claim = JSON.stringify({ pid: 1, focus: null, machine: 'another', claim: 'another' });
  writeFileSync(join(run.data, 'instance.json'), claim);
  expect(await run.ended).toBe(1);
  expect(readFileSync(join(run.data, 'instance.json'), 'utf8')).toBe(claim);
  const [kept = ''] = readdirSync(documents);
  expect(readFileSync(join(documents, kept), 'utf8')).toContain('Belum tersimpan');
});

test('a signal asks nobody: what is not saved is kept among the exports, the log says where, and the exit code tells', async () => {
  const run = await start();
  const folder = await openSample(run);
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'a file where the folder was');
  await rename(run, 'Belum tersimpan');
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(1);
  const [kept = ''] = readdirSync(run.documents);
  expect(readFileSync(join(run.documents, kept), 'utf8')).toContain('Belum tersimpan');
  expect(run.output()).toContain(join(run.documents, kept));
});

test('whoever leaves all the same reads where the last changes are', async () => {
  const run = await start({ env: { EKSPOSE_DOUBLE_BUTTON: '1' } });
  const folder = await openSample(run);
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'a file where the folder was');
  await rename(run, 'Belum tersimpan');
  await run.main.call('userClose', { id: run.id('desk') });
  expect(await run.ended).toBe(1);
  const [kept = ''] = readdirSync(run.documents);
  expect(readFileSync(join(run.documents, kept), 'utf8')).toContain('Belum tersimpan');
  expect(run.output()).toMatch(new RegExp(`error box: [^]*${kept}`));
});

// electron/electron shell/browser/native_window_views_win.cc, WM_QUERYENDSESSION and WM_ENDSESSION.
test('a shutdown that is vetoed leaves saving alive; one that is not finds the last words on the disk', async () => {
  const run = await start({ env: { EKSPOSE_DOUBLE_MODE: 'windows' } });
  const folder = await openSample(run);
  const kept = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  expect(await run.main.call('session', { event: 'query' })).toEqual({ prevented: false });
  expect(await rename(run, 'Sesudah veto')).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(kept()).toContain('Sesudah veto'));
  // What is being typed is sent when a page is left; it is requested as if it were.
  await run.page('desk').evaluate(() => {
    const send = (title: string) => window.ekspose?.send({ type: 'meeting.edit', fields: { title } } as never);
    addEventListener('pagehide', () => void send('Kata terakhir'));
  });
  await run.main.call('session', { event: 'query' });
  await vi.waitFor(() => expect(kept()).toContain('Kata terakhir'));
  // The process is gone before it could answer.
  run.main.call('session', { event: 'end' }).catch(() => undefined);
  expect(await run.ended).toBe('SIGKILL');
  expect(kept()).toContain('Kata terakhir');
});

test('on a system without signals a message ends the application in order', async () => {
  const run = await start();
  run.process.send?.('ekspose:quit');
  expect(await run.ended).toBe(0);
});

test('SIGINT ends the application in order', async () => {
  const run = await start();
  run.process.kill('SIGINT');
  expect(await run.ended).toBe(0);
});

// electron/electron shell/browser/api/electron_api_app.cc, RequestSingleInstanceLock: LOCK_ERROR answers false too.
test('where Electron’s own lock fails, the folder’s lock decides: the first opens, the second is told', async () => {
  const run = await start({ env: { EKSPOSE_DOUBLE_LOCK: 'fails' } });
  expect(run.output()).toContain('memakai kunci folder data saja');
  const second = await startElectron(suite.browser, suite.dist, {
    data: run.data,
    env: { EKSPOSE_DOUBLE_LOCK: 'fails' },
  });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('Ekspose sudah berjalan');
  expect(run.process.exitCode).toBeNull();
});

test('a folder that the browser host holds is left to it, and its desk is asked to the front', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ekspose-data-'));
  const holder = spawn(process.execPath, [join(suite.dist, 'main/browser.cjs'), '--no-window', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const second = await startElectron(suite.browser, suite.dist, { data });
  expect(await second.ended).toBe(0);
  expect(holder.exitCode).toBeNull();
  // It has no window of its own, so nothing else would appear.
  expect(second.output()).toContain('tanpa jendela sendiri');
  holder.kill('SIGTERM');
  await once(holder, 'exit');
  forget(data);
});

test('the NOTULA goes where the dialog says: tagged, outlined, A4, printed without preload and script', async () => {
  const run = await start();
  await openSample(run);
  const answer = await run
    .page('desk')
    .evaluate((payload) => window.ekspose?.ask('document.export', payload), WHOLE_MINUTES_PDF);
  if (answer?.ok !== true || answer.value.path === null) throw new Error(JSON.stringify(answer));
  const { path } = answer.value;
  expect(path.startsWith(run.documents)).toBe(true);
  expect((await run.inspect()).shown).toEqual([{ kind: 'saveDialog', detail: path }]);
  const pdf = readFileSync(path, 'latin1');
  // Told by name: a whole PDF in a failed assertion helps nobody.
  expect({
    pdf: pdf.startsWith('%PDF-'),
    tagged: pdf.includes('/StructTreeRoot'),
    outlined: pdf.includes('/Outlines'),
    a4: /\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/.test(pdf),
  }).toEqual({ pdf: true, tagged: true, outlined: true, a4: true });
  // The window it was printed in is gone.
  expect((await run.inspect()).windows).toHaveLength(1);
  await run.page('desk').evaluate((file) => window.ekspose?.ask('file.show', { path: file, how: 'folder' }), path);
  expect((await run.inspect()).shown.at(-1)).toEqual({ kind: 'showItemInFolder', detail: path });
});

test('a cancelled dialog writes nothing', async () => {
  const run = await start({ env: { EKSPOSE_DOUBLE_SAVE: 'cancel' } });
  await openSample(run);
  expect(
    await run.page('desk').evaluate((payload) => window.ekspose?.ask('document.export', payload), WHOLE_MINUTES_PDF),
  ).toEqual({
    ok: true,
    value: { path: null },
  });
  expect(readdirSync(run.documents)).toEqual([]);
});

test('a data folder that cannot be used is told in a dialog, and nothing is opened', async () => {
  const data = mkdtempSync(join(tmpdir(), 'ekspose-data-'));
  const file = join(data, 'electron');
  writeFileSync(file, 'a file where a folder should be');
  const run = await startElectron(suite.browser, suite.dist, { data });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('Ekspose belum dapat dibuka');
  expect(run.output()).toContain(data);
  forget(data);
});
