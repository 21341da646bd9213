import { once } from 'node:events';
import { get } from 'node:http';
import { connect as connectTo, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { depth } from '../support/depth.ts';
import { connect, type Running, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { seededRandom, type Untrusted, untrustedBytes } from '../support/untrusted-bytes.ts';

/** How many requests are sent, and of which seed; more by `EKSPOSE_FUZZ=100000`. */
const COUNT = depth(1_500, 20_000, 'EKSPOSE_FUZZ');
const SEED = Number(process.env.EKSPOSE_FUZZ_SEED ?? 20_260_518);
const AT_ONCE = 48;

/** Sends one, and is done when the server has said something or closed, or at once where the sender does not wait for it. */
async function send({ parts, ending }: Untrusted, port: number, left: Socket[]): Promise<void> {
  const socket = connectTo(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const done = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('data', () => resolve());
  });
  await Promise.race([once(socket, 'connect').catch(() => undefined), done]);
  for (const part of parts) socket.write(part);
  switch (ending) {
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'half':
      socket.end();
      break;
    case 'stay':
      socket.resume();
      left.push(socket);
      return;
    case 'wait':
      // Says no more: half a request would otherwise be waited for until the server has had enough of it.
      socket.end();
      break;
    default:
      ending satisfies never;
  }
  await done;
  socket.destroy();
}

async function flood(count: number, next: () => Untrusted, port: number): Promise<Socket[]> {
  const left: Socket[] = [];
  let sent = 0;
  const one = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      await send(next(), port, left);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return left;
}

async function heapOf({ process: child }: Running): Promise<number> {
  const told = new Promise<number>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      const found = /heap (\d+)/.exec(String(chunk))?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  child.kill('SIGUSR2');
  return told;
}

const statusOf = async (url: string): Promise<number | undefined> => {
  const [response] = await once(get(url, { agent: false }), 'response');
  response.resume();
  return response.statusCode;
};

test(`${COUNT} requests as no browser makes them leave the server alive, and its memory flat`, async () => {
  const running = await startApplication(await temporaryFolder(), {
    NODE_OPTIONS: `--require ${join(import.meta.dirname, '../support/heap-report.cjs')}`,
  });
  const died = once(running.process, 'exit').then(() => Promise.reject(new Error(`it died: ${log}`)));
  died.catch(() => undefined);
  let log = '';
  running.process.stderr?.on('data', (chunk) => (log += chunk));
  const url = new URL(running.urls.desk);
  const port = Number(url.port);
  const desk = await connect<'desk'>(running.urls.desk);
  const next = untrustedBytes(SEED, url.host);

  const warm = Math.floor(COUNT / 4);
  const leftFirst = await Promise.race([flood(warm, next, port), died]);
  const before = await Promise.race([heapOf(running), died]);
  const leftLast = await Promise.race([flood(COUNT - warm, next, port), died]);
  const after = await Promise.race([heapOf(running), died]);

  expect(after / before).toBeLessThan(1.1);
  expect(await statusOf(`${url.origin}/desk.html`)).toBe(200);
  // The desk that was at work all the time has noticed nothing.
  expect(await desk.ask('data.about', {})).toMatchObject({ ok: true });
  // Those who said half a sentence, and stayed, were shown out.
  const left = [...leftFirst, ...leftLast];
  expect(left.length).toBeGreaterThan(0);
  await Promise.all(left.filter(({ closed }) => !closed).map((socket) => once(socket, 'close')));
  expect(running.process.exitCode).toBeNull();
  expect(log).toBe('');
});

test('what is sent is the same for the same seed', () => {
  const [a, b] = [untrustedBytes(7, 'h:1'), untrustedBytes(7, 'h:1')];
  const all = (next: () => Untrusted) =>
    Array.from({ length: 50 }, () => Buffer.concat([...next().parts]).toString('hex'));
  expect(all(a)).toEqual(all(b));
  expect(seededRandom(1)()).not.toBe(seededRandom(2)());
});
