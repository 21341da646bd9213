import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, connect, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const create = {
  title: 'Rakor',
  date: '2026-05-18',
  agencies: agencyRows('Dinas Sosial\nDinas Kesehatan'),
  carryFrom: null,
};
const otherDesk = { ok: false, refusal: { code: 'otherDesk' } };

test('of two desks one writes; the other reads, is told whose turn it is, and may take over', async () => {
  const running = await startApplication(await temporaryFolder());
  const first = await connect<'desk'>(running.urls.desk, 'first');
  accepted(await first.ask('meeting.create', create));
  const second = await connect<'desk'>(running.urls.desk, 'second');
  expect(second.view().seat).toBe('first');
  expect(await second.send({ type: 'turn.call' } as never)).toMatchObject(otherDesk);
  expect(await second.ask('meeting.close', {})).toMatchObject(otherDesk);
  expect(await second.ask('slides.begin', { name: 'a.pdf', bytes: 9 })).toMatchObject(otherDesk);
  expect(await second.ask('slides.point', { at: null })).toMatchObject(otherDesk);
  accepted(await second.ask('data.about', {}));
  accepted(await second.ask('desk.takeOver', {}));
  await first.until(({ seat }) => seat === 'second');
  expect(await first.ask('history.undo', {})).toMatchObject(otherDesk);
  accepted(await second.ask('meeting.close', {}));
  // Gone for good, its seat goes to the one that waits.
  second.close();
  await first.until(({ seat }) => seat === 'first');
  accepted(await first.ask('sample.create', {}));
});

/** A browser that only writes down with what it was started, and goes on or ends at once. */
async function startedBrowser(folder: string, ending = 'setInterval(() => undefined, 1000);') {
  const [path, seen] = [join(folder, 'browser.cjs'), join(folder, 'argv')];
  await writeFile(
    path,
    `#!${process.execPath}\nrequire('node:fs').appendFileSync(${JSON.stringify(seen)}, process.argv.join('\\n') + '\\n');\n${ending}\n`,
  );
  await chmod(path, 0o755);
  return { path, args: () => readFile(seen, 'utf8') };
}

/** Starts the browser host with windows, as on a computer with a display. */
function startWithWindows(folder: string, browser: string) {
  const dist = process.env.EKSPOSE_DIST ?? join(import.meta.dirname, '../../dist');
  const data = join(folder, 'data');
  const child = spawn(process.execPath, [join(dist, 'main/browser.cjs'), '--data', data, '--documents', folder], {
    env: { ...process.env, EKSPOSE_BROWSER: browser, DISPLAY: ':9' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const said = async (words: string | RegExp) => {
    await expect.poll(() => output, { timeout: 20_000 }).toMatch(words);
    return output;
  };
  return { child, said };
}

test('a browser that ends at once does not end the application, and a second start says what it brings about', async () => {
  const folder = await temporaryFolder();
  const browser = await startedBrowser(folder, 'process.exit(21);');
  const first = startWithWindows(folder, browser.path);
  expect(await first.said(/tetap berjalan.*desk\.html#token=/)).not.toContain('berhenti. Semua');
  const starts = async (option: string) =>
    (await browser.args()).split('\n').flatMap((arg) => (arg.startsWith(option) ? [arg] : []));
  expect(await starts('--app=')).toHaveLength(1);

  const second = startWithWindows(folder, browser.path);
  expect((await once(second.child, 'exit'))[0]).toBe(0);
  await second.said(/sudah berjalan.*membuka jendela operator sekali lagi/);
  await expect.poll(() => starts('--app=')).toHaveLength(2);
  expect(new Set(await starts('--app='))).toHaveLength(2);
  expect(new Set(await starts('--user-data-dir='))).toHaveLength(1);
  expect(first.child.exitCode).toBeNull();
});

test('a window’s command line holds a ticket that is good once, and no token', async () => {
  const folder = await temporaryFolder();
  const browser = await startedBrowser(folder);
  const printed = await startWithWindows(folder, browser.path).said('/projector.html#');
  const token = /desk\.html#token=(\S+)/.exec(printed)?.[1] ?? expect.unreachable('no address was printed');
  await expect.poll(() => browser.args().catch(() => ''), { timeout: 20_000 }).toContain('--app=');
  const args = await browser.args();
  expect(args).not.toContain(token);
  const ticket = /--app=(\S+)/.exec(args)?.[1] ?? expect.unreachable('no address was given');

  // Looking at it does not use it up.
  expect((await fetch(ticket, { method: 'HEAD' })).status).toBe(405);
  const redeemed = await fetch(ticket, { redirect: 'manual' });
  expect(redeemed.status).toBe(303);
  expect(redeemed.headers.get('location')).toBe('/desk.html');
  const cookie = redeemed.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; Path=\/socket; HttpOnly; SameSite=Strict$/);
  const again = await fetch(ticket, { redirect: 'manual' });
  expect(again.status).toBe(410);
  expect(again.headers.get('set-cookie')).toBeNull();
  expect(await again.text()).toContain('Tutup jendela ini');

  // With the cookie the page connects as its own audience, as often as it is loaded, and as no other.
  const { origin, host } = new URL(ticket);
  const outcome = (as: string, held: string, from = origin) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://${host}/socket?client=x&as=${as}`, {
        origin: from,
        headers: { cookie: held },
      });
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', ({ message }) => resolve(message));
    });
  const held = cookie.split(';')[0] ?? '';
  expect(await outcome('desk', held)).toBe('open');
  expect(await outcome('desk', held)).toBe('open');
  expect(await outcome('projector', held)).toContain('403');
  expect(await outcome('desk', '')).toContain('403');
  expect(await outcome('desk', held, 'http://evil.example')).toContain('403');
});
