import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { applyPatches, enablePatches } from 'immer';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import type { Command } from '#core/commands/apply.ts';
import type { Audience, Hello, Push, Reply, ViewOf } from '#core/protocol/messages.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import { testBrowser } from './test-browser.ts';

enablePatches();

const DIST = process.env.EKSPOSE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

export interface Running {
  readonly urls: Record<Audience, string>;
  readonly process: ChildProcess;
  connect<A extends Audience>(audience: A): Promise<Client<A>>;
  /** SIGTERM; resolves with the exit code when the process has ended. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
}

export interface Client<A extends Audience = Audience> {
  view(): ViewOf[A];
  /** Every frame that the application sent, verbatim. */
  readonly frames: readonly string[];
  call(message: unknown): Promise<unknown>;
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
  /** Resolves as soon as the view fulfils the condition. */
  until(condition: (view: ViewOf[A]) => boolean): Promise<void>;
  close(): void;
}

/** Takes what is to be done when nobody needs the application any more: at the end of the test, if nothing else is said. */
export type AtEnd = (end: () => void) => unknown;

/** Starts the built application on the browser host, without windows, as its own process. */
export async function startApplication(
  dataFolder: string,
  env: NodeJS.ProcessEnv = {},
  atEnd: AtEnd = onTestFinished,
): Promise<Running> {
  const child = spawn(
    process.execPath,
    [`${DIST}/main/browser.cjs`, '--no-window', '--data', dataFolder, '--documents', `${dataFolder}/documents`],
    { env: { ...process.env, EKSPOSE_BROWSER: testBrowser() ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  atEnd(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const urls = await new Promise<Record<Audience, string>>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const desk = /http:\S+\/desk\.html#\S+/.exec(output)?.[0];
      const projector = /http:\S+\/projector\.html#\S+/.exec(output)?.[0];
      if (desk !== undefined && projector !== undefined) resolve({ desk, projector });
    });
    child.once('exit', (code) => reject(new Error(`the application ended with ${code}: ${output}`)));
  });
  const gone = once(child, 'exit');
  return {
    urls,
    process: child,
    connect: (audience) => connect(urls[audience], '', atEnd),
    async stop() {
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Connects as the audience's page would. @param client the page's name among those of its audience */
export async function connect<A extends Audience>(
  pageUrl: string,
  client = '',
  atEnd: AtEnd = onTestFinished,
): Promise<Client<A>> {
  const page = new URL(pageUrl);
  const token = new URLSearchParams(page.hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${page.host}/socket?token=${token}&client=${client}`, { origin: page.origin });
  await once(socket, 'open');
  atEnd(() => socket.terminate());
  const frames: string[] = [];
  const waiting = new Map<number, (answer: unknown) => void>();
  const checks = new Set<() => void>();
  let lastId = 0;
  let view: ViewOf[A];
  let rev = -1;
  const early: Push[] = [];

  socket.on('message', (data) => {
    const text = String(data);
    frames.push(text);
    const incoming = JSON.parse(text) as { id: number; answer: unknown } | { push: Push };
    if (!('push' in incoming)) {
      waiting.get(incoming.id)?.(incoming.answer);
      waiting.delete(incoming.id);
      return;
    }
    if (rev === -1) early.push(incoming.push);
    else take(incoming.push);
  });

  const take = (push: Push): void => {
    if (push.rev <= rev) return;
    if (push.rev !== rev + 1) throw new Error(`push ${push.rev} follows ${rev}`);
    rev = push.rev;
    view = push.kind === 'view' ? (push.view as ViewOf[A]) : (applyPatches(view as object, push.patches) as ViewOf[A]);
    for (const check of checks) check();
  };

  const call = (message: unknown): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    socket.send(JSON.stringify({ id, message }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  const hello = (await call({ kind: 'hello' })) as Hello<A>;
  view = hello.view;
  rev = hello.rev;
  for (const push of early) take(push);

  return {
    view: () => view,
    frames,
    call,
    send: (command) => call({ kind: 'command', command }) as Promise<Reply<{ seq: number }>>,
    ask: (type, payload) => call({ kind: 'request', type, payload }) as ReturnType<Client['ask']> as never,
    until: (condition) =>
      new Promise((resolve) => {
        const check = () => {
          if (!condition(view)) return;
          checks.delete(check);
          resolve();
        };
        checks.add(check);
        check();
      }),
    close: () => socket.close(),
  };
}

/** The value of an accepted reply; otherwise the test fails with the refusal. */
export function accepted<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code} ${JSON.stringify(reply.refusal.params)}`);
  return reply.value;
}
