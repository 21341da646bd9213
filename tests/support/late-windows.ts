import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';

/** How late an answer of the application, a frame, and a script may come, ms: those of a small machine that has other work. */
const LATEST = { answer: 300, frame: 250, script: 400 } as const;

/** In the page, before everything else of it. Half of all answers and frames are late, in an order that the seed decides. */
function beLate({ seed, answer, frame }: { seed: number; answer: number; frame: number }): void {
  // Those of the browser: a test may put a clock of its own in front of them.
  const after = window.setTimeout.bind(window);
  const forget = window.clearTimeout.bind(window);
  const draw = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  let state = seed;
  /** @returns how late this one is, ms; mulberry32 */
  const late = (most: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.max(0, (((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * 2 - 1) * most;
  };

  const timers = new Map<number, number>();
  const frames = new Map<number, number>();
  let lastId = 0;
  window.requestAnimationFrame = (run) => {
    lastId -= 1;
    const id = lastId;
    const ask = (): void => {
      timers.delete(id);
      const asked = draw((time) => {
        frames.delete(id);
        run(time);
      });
      frames.set(id, asked);
    };
    const wait = late(frame);
    if (wait === 0) ask();
    else timers.set(id, after(ask, wait));
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    forget(timers.get(id));
    cancel(frames.get(id) ?? id);
    timers.delete(id);
    frames.delete(id);
  };

  const { addEventListener } = WebSocket.prototype;
  /** The answers that a socket has given so far. Changes that the application tells of overtake them. */
  const given = new WeakMap<WebSocket, Promise<void>>();
  WebSocket.prototype.addEventListener = function (this: WebSocket, type: string, hear: unknown) {
    const listener = hear as (event: Event) => void;
    addEventListener.call(this, type, (event) => {
      const incoming = event instanceof MessageEvent ? (JSON.parse(String(event.data)) as { id?: number }) : {};
      // Nothing is shown before the first one.
      if (incoming.id === undefined || incoming.id === 1) listener(event);
      else {
        const before = given.get(this) ?? Promise.resolve();
        given.set(
          this,
          before.then(async () => {
            await new Promise<void>((resolve) => void after(resolve, late(answer)));
            listener(event);
          }),
        );
      }
    });
  };
}

/** @returns how late the script at an address comes, ms: half of them are late, which ones the seed decides */
function scriptDelay(seed: string, address: string): number {
  const first = createHash('sha256')
    .update(`${seed} ${new URL(address).pathname}`)
    .digest()
    .readUInt8();
  return Math.max(0, (first / 255) * 2 - 1) * LATEST.script;
}

/**
 * With EKSPOSE_LATE (a number, the seed) in the environment: the windows of a context hear answers, draw frames and get scripts
 * late, as on the smallest machine. Whoever acts on what is visible already, a test or a user, then meets what comes afterwards.
 */
export async function lateIfAsked(context: BrowserContext): Promise<BrowserContext> {
  const seed = process.env.EKSPOSE_LATE;
  if (seed === undefined) return context;
  await context.addInitScript(beLate, { seed: Number(seed), ...LATEST });
  await context.route('**/assets/*.js', async (route) => {
    await pause(scriptDelay(seed, route.request().url()));
    await route.fallback();
  });
  return context;
}
