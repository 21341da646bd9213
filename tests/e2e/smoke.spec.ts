import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Request } from '@playwright/test';
import { WebSocket } from 'ws';
import type { AppUnderTest } from './support/app-under-test.ts';
import { dist } from './support/hosts.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const shows = (page: AppUnderTest['desk']) => expect(page.locator('main')).toHaveText(/\S/);

test('the desk and the projector open, and complain of nothing', async ({ app }) => {
  await shows(app.desk);
  await shows(await app.projector());
  expect(app.complaints()).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
  expect(app.output()).not.toContain('Error');
});

test('every script, style, request and frame from elsewhere is refused', async ({ app }) => {
  await shows(app.desk);
  const outcome = await app.desk.evaluate(async () => {
    const expected = new Set(['connect-src', 'frame-src', 'script-src-elem', 'style-src-elem']);
    const told = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        expected.delete(event.effectiveDirective);
        if (expected.size === 0) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline";';
    document.body.append(script);
    const style = document.createElement('style');
    document.body.append(style);
    style.textContent = '* { color: red }';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    await told;
    return {
      fetched,
      inline: document.title === 'inline',
      red: getComputedStyle(document.body).color === 'rgb(255, 0, 0)',
    };
  });
  expect(outcome).toEqual({ fetched: 'refused', inline: false, red: false });
});

test('it ends in order, opens again on the same data, and again after it was killed', async ({ launch }) => {
  const first = await launch();
  await shows(first.desk);
  expect(await first.close()).toBe(0);
  const second = await launch({ dataFolder: first.dataFolder });
  await shows(second.desk);
  expect(second.complaints()).toEqual([]);
  await second.kill();
  const third = await launch({ dataFolder: first.dataFolder });
  await shows(third.desk);
});

test('the projector may only listen, and what is not known is refused', async ({ app }) => {
  const projector = await app.projector();
  const notAllowed = { ok: false, refusal: { code: 'notAllowed', params: {} } };
  const badMessage = { ok: false, refusal: { code: 'badMessage', params: {} } };
  expect(await sendRaw(projector, { kind: 'command', command: { type: 'turn.start' } })).toEqual(notAllowed);
  expect(await sendRaw(projector, { kind: 'request', type: 'meeting.close', payload: {} })).toEqual(notAllowed);
  expect(await sendRaw(projector, { kind: 'hello' })).toMatchObject({ audience: 'projector' });
  expect(await sendRaw(app.desk, { kind: 'unknown' })).toEqual(badMessage);
  expect(await sendRaw(app.desk, { kind: 'request', type: 'meeting.open', payload: 7 })).toEqual(badMessage);
});

test('the projector is sent its own view and nothing of the desk’s', async ({ app }) => {
  await app.desk.reload();
  await shows(app.desk);
  await shows(await app.projector());
  await expect.poll(() => app.messagesTo('projector').length).toBeGreaterThan(0);
  await expect.poll(() => app.messagesTo('desk').length).toBeGreaterThan(0);
  for (const message of app.messagesTo('projector')) {
    expect(message).not.toContain('dataFolder');
    expect(message).not.toContain('"settings"');
  }
  expect(app.messagesTo('desk').join('')).toContain('dataFolder');
});

test('a second start on the same data brings the first to the front, and ends', async ({ app, host }) => {
  test.skip(host !== 'browser', 'Electron’s own lock is tried in tests/integration/electron-windows.test.ts');
  const second = spawn(process.execPath, [join(dist(), 'main/browser.cjs'), '--no-window', '--data', app.dataFolder]);
  let said = '';
  second.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(said).not.toContain('http://');
  await shows(app.desk);
});

test.describe('on the browser host', () => {
  test.skip(({ host }) => host !== 'browser', 'the others have no server');

  test('the projector’s page takes little over the wire: with its headers, faces, and screens in advance', async ({
    app,
  }) => {
    const projector = await app.projector();
    const sizes: Promise<number>[] = [];
    const sizeOf = async (one: Request): Promise<number> => {
      const { responseBodySize, responseHeadersSize } = await one.sizes();
      return responseBodySize + responseHeadersSize;
    };
    projector.on('requestfinished', (one) => sizes.push(sizeOf(one)));
    await projector.reload();
    await shows(projector);
    await projector.waitForLoadState('networkidle');
    expect(sizes.length).toBeGreaterThan(8);
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(140_000);
  });

  /** The status of a plain request, with headers that a browser would not let a page choose. */
  const statusOf = (url: URL, path: string, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest({ host: url.hostname, port: url.port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  const upgrade = (url: URL, token: string, headers: Record<string, string>): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://${url.host}/socket?token=${token}`, { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('error', (error) => resolve(error.message));
    });

  test('a wrong token, host or origin is refused', async ({ app }) => {
    const url = new URL(app.desk.url());
    const token = new URLSearchParams(url.hash.slice(1)).get('token') ?? '';
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(await statusOf(url, '/desk.html')).toBe(200);
    expect(await statusOf(url, '/desk.html', { host: `evil.example:${url.port}` })).toBe(403);
    expect(await statusOf(url, '/desk.html', { host: `localhost:${url.port}` })).toBe(403);
    expect(await statusOf(url, '/..%2fmain%2fbrowser.cjs')).toBe(404);
    expect(await statusOf(url, '/../main/browser.cjs')).toBe(404);
    expect(await upgrade(url, token, { origin: url.origin })).toBe('open');
    for (const headers of [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: url.origin, host: 'evil.example' },
    ]) {
      expect(await upgrade(url, token, headers as Record<string, string>)).toContain('403');
    }
    expect(await upgrade(url, 'x'.repeat(token.length), { origin: url.origin })).toContain('403');
    expect(await upgrade(url, '', { origin: url.origin })).toContain('403');
  });

  test('nothing listens beyond this machine', async ({ app }) => {
    const { port } = new URL(app.desk.url());
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    for (const { address, internal, family } of addresses.filter(
      (entry) => !entry.internal && entry.family === 'IPv4',
    )) {
      expect(internal, family).toBe(false);
      const refused = await statusOf(new URL(`http://${address}:${port}`), '/desk.html').catch(
        (error: Error) => error.message,
      );
      expect(refused).toContain('ECONNREFUSED');
    }
    expect(await statusOf(new URL(`http://127.0.0.1:${port}`), '/desk.html')).toBe(200);
  });
});
