import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const create = {
  title: 'Rakor',
  date: '2026-05-18',
  agencies: agencyRows('Dinas Sosial\nDinas Kesehatan'),
  carryFrom: null,
};

test('the projector may listen and nothing else', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  accepted(await desk.ask('meeting.create', create));
  const projector = await running.connect('projector');
  const before = desk.view().meeting;
  expect(await projector.send({ type: 'turn.start' })).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
  expect(await projector.ask('meeting.close', {})).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
  expect(desk.view().meeting).toEqual(before);
});

test('an unknown message is refused and changes nothing', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  accepted(await desk.ask('meeting.create', create));
  const before = desk.view().meeting;
  for (const message of [
    null,
    42,
    'halo',
    {},
    { kind: 'rahasia' },
    { kind: 'command', command: { type: 'meeting.explode' } },
    { kind: 'command', command: { type: '__proto__' } },
    { kind: 'command', command: { type: 'constructor' } },
    { kind: 'command', command: { type: 'turn.addTime', by: 'banyak' } },
    { kind: 'request', type: 'file.read', payload: { path: '/etc/passwd' } },
    { kind: 'request', type: 'toString', payload: {} },
  ]) {
    const told = JSON.stringify(message);
    expect(await desk.call(message), told).toMatchObject({ ok: false, refusal: { code: 'badMessage' } });
    expect(desk.view().meeting, told).toEqual(before);
  }
});

test('a file that this run did not export is not opened for a window', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  const reply = await desk.ask('file.show', { path: '/etc/passwd', how: 'open' });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
});

function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('a foreign host name, a foreign method and paths outside the renderer are refused', async () => {
  const running = await startApplication(await temporaryFolder());
  const { origin, host } = new URL(running.urls.desk);
  expect(await statusOf(`${origin}/desk.html`, { host })).toBe(200);
  expect(await statusOf(`${origin}/desk.html`, { host: 'ekspose.example' })).toBe(403);
  expect(await statusOf(`${origin}/desk.html`, { host }, 'POST')).toBe(405);
  for (const path of [
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/browser.cjs',
    '/..%5c..%5cpackage.json',
    '/%00',
    '/%zz',
  ]) {
    expect(await statusOf(`${origin}${path}`, { host })).toBe(404);
  }
});

const socketOutcome = async (url: string, origin: string): Promise<string> => {
  const socket = new WebSocket(url, { origin });
  const outcome = await Promise.race([
    once(socket, 'open').then(() => 'open'),
    once(socket, 'unexpected-response').then(() => 'refused'),
    once(socket, 'error').then(() => 'refused'),
  ]);
  socket.on('error', () => undefined);
  socket.terminate();
  return outcome;
};

test('a socket needs the right token and our own origin', async () => {
  const running = await startApplication(await temporaryFolder());
  const page = new URL(running.urls.desk);
  const token = new URLSearchParams(page.hash.slice(1)).get('token') ?? '';
  const socket = (given: string) => `ws://${page.host}/socket?token=${given}`;
  expect(await socketOutcome(socket(token), page.origin)).toBe('open');
  expect(await socketOutcome(socket(token), 'http://ekspose.example')).toBe('refused');
  expect(await socketOutcome(socket('x'.repeat(token.length)), page.origin)).toBe('refused');
  expect(await socketOutcome(socket(''), page.origin)).toBe('refused');
});

test('a second start on the same folder writes nothing and brings the first to the front', async () => {
  const folder = await temporaryFolder();
  const first = await startApplication(folder);
  await expect(startApplication(folder)).rejects.toThrow(/ended with 0: Ekspose sudah berjalan/);
  const desk = await first.connect('desk');
  accepted(await desk.ask('meeting.create', create));
});

test('of five copies started at once over a dead lock one runs and the others step back', async () => {
  const folder = await temporaryFolder();
  const first = await startApplication(folder);
  await first.kill();
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => startApplication(folder)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the lock of a killed process is taken over at once', async () => {
  const folder = await temporaryFolder();
  const first = await startApplication(folder);
  await first.kill();
  const second = await startApplication(folder);
  expect((await second.connect('desk')).view().meeting).toBeNull();
});
