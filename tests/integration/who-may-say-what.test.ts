import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Command } from '#core/commands/apply.ts';
import type { Hello } from '#core/protocol/messages.ts';
import { REQUESTS, type RequestType } from '#core/protocol/requests.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { pdfBytes } from '../support/slides-on-disk.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { uploadSlides } from '../support/upload-slides.ts';

const create = {
  title: 'Rakor',
  date: '2026-05-18',
  agencies: agencyRows('Dinas Sosial\nDinas Kesehatan'),
  carryFrom: null,
};

test('the projector may listen, turn the page of its slides, and nothing else', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  accepted(await desk.ask('meeting.create', create));
  const projector = await running.connect('projector');
  const before = desk.view().meeting;
  expect(await projector.send({ type: 'turn.start' })).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } });
  for (const type of Object.keys(REQUESTS) as RequestType[]) {
    const reply = await projector.call({
      kind: 'request',
      type,
      payload: type === 'slides.turn' ? { to: 'next' } : {},
    });
    const refused = { ok: false, refusal: { code: 'notAllowed', params: {} } };
    expect(reply, type).toEqual(type === 'slides.turn' ? { ok: true, value: null } : refused);
  }
  expect(desk.view().meeting).toEqual(before);
});

/** Status and content under an address of the projector's or the desk's. */
async function fetched(base: string, path: string, range?: string): Promise<{ status: number; body: Buffer }> {
  const answer = await fetch(new URL(path, base), { headers: range === undefined ? {} : { range } });
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
}

test('a window fetches the slides that are shown now, and no others', async () => {
  const running = await startApplication(await temporaryFolder());
  const desk = await running.connect('desk');
  const projector = await running.connect('projector');
  accepted(await desk.ask('meeting.create', create));
  const [sosial, kesehatan] = [pdfBytes('sosial', 1_500_000), pdfBytes('kesehatan', 9_000)];
  const hashes = [await uploadSlides(desk, 'dinsos.pdf', sosial), await uploadSlides(desk, 'dinkes.pdf', kesehatan)];
  const items = Object.values(desk.view().meeting?.agenda.items ?? {}).filter(({ kind }) => kind === 'agency');
  const [first = '', second = ''] = items.map(({ id }) => id);
  const attach = async (itemId: string, hash = '', bytes = 9_000) =>
    desk.send({ type: 'slides.attach', itemId, slides: { hash, name: 'bahan.pdf', bytes, pages: 3 } });
  accepted(await attach(first, hashes[0], sosial.length));
  accepted(await attach(second, hashes[1]));
  expect(await attach(second, 'f'.repeat(64))).toMatchObject({ ok: false, refusal: { code: 'slidesMissing' } });

  /** What the projector is shown once `change` was answered. */
  const shownAfter = async (change: Command) => {
    accepted(await desk.send(change));
    const { view } = (await projector.call({ kind: 'hello' })) as Hello<'projector'>;
    return view.stage === 'slides' ? view.slides : null;
  };
  await shownAfter({ type: 'screen.layout', layout: 'slides' });
  const one = await shownAfter({ type: 'turn.call', itemId: first });
  const address = one?.address ?? '';
  const { origin } = new URL(running.urls.projector);
  expect((await fetched(origin, address)).body.equals(sosial)).toBe(true);
  expect(await fetched(origin, address, 'bytes=1000000-1000009')).toEqual({
    status: 206,
    body: sosial.subarray(1_000_000, 1_000_010),
  });
  const { host } = new URL(origin);
  expect(await statusOf(`${origin}${address}`, { host }, 'HEAD')).toBe(200);
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(await statusOf(`${origin}${address}`, { host }, method)).toBe(405);

  expect(await projector.ask('slides.turn', { to: 'last' })).toMatchObject({ ok: true });
  expect(await shownAfter({ type: 'screen.rail', on: false })).toEqual({ address, page: 3, pages: 3 });

  for (const guess of [`/slides/${hashes[1]}.pdf`, `/slides/${'0'.repeat(32)}.pdf`, '/slides/', '/slides/incoming/']) {
    expect((await fetched(origin, guess)).status, guess).toBe(404);
  }
  const other = await shownAfter({ type: 'turn.call', itemId: second });
  expect((await fetched(origin, other?.address ?? '')).body.equals(kesehatan)).toBe(true);
  expect((await fetched(origin, address)).status).toBe(404);
  expect(await shownAfter({ type: 'slides.detach', itemId: second })).toBeNull();
  expect((await fetched(origin, other?.address ?? '')).status).toBe(404);

  const { url } = accepted(await desk.ask('slides.address', { hash: hashes[1] ?? '' }));
  expect((await fetched(origin, url)).body.equals(kesehatan)).toBe(true);
  accepted(await desk.ask('meeting.close', {}));
  expect((await fetched(origin, url)).status).toBe(404);
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
