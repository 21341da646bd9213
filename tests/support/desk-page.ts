import { expect, type Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import type { EksposePort, Push } from '#core/protocol/messages.ts';
import { settingsOf } from './desk-meetings.ts';
import { type DeskDouble, type DeskDoubleOptions, deskDouble } from './desk-port.ts';
import { windowTest } from './renderer-fixture.ts';

export interface OpenedDesk {
  readonly desk: Page;
  readonly double: DeskDouble;
}

export interface OpenDeskOptions extends DeskDoubleOptions {
  /** Delay of every answer and every push, ms: keys are then faster than their effects. */
  readonly latency?: number;
  readonly locale?: 'id' | 'en';
}

interface Fixtures {
  /** Opens the desk's own page on a meeting, with a double of the application behind it. */
  openDesk(meeting: Meeting | null, options?: OpenDeskOptions): Promise<OpenedDesk>;
}

/**
 * Connects a page to the double: `window.ekspose` as the preload would expose it. Repeated whenever the page is loaded.
 * @returns ends it: what is on its way then must not reach the next test's document
 */
async function tie(page: Page, double: DeskDouble, latency: number): Promise<() => void> {
  let isTied = true;
  const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, latency));
  const ask = async (what: 'hello' | 'send' | 'ask', first: unknown, second: unknown): Promise<unknown> => {
    // Processed on arrival, answered later: what follows is processed in its order.
    const answer =
      what === 'hello'
        ? double.hello()
        : what === 'send'
          ? double.send(first as Parameters<EksposePort['send']>[0])
          : double.ask(first as 'history.undo', second as Record<string, never>);
    const told = await answer;
    if (latency > 0) await late();
    return told;
  };
  const push = async (message: Push): Promise<void> => {
    if (latency > 0) await late();
    if (!isTied) return;
    // A page that is just being loaded sends hello afterwards.
    await page.evaluate((given) => window.deskPush?.(given), message).catch(() => undefined);
  };
  await page.exposeFunction('deskAsk', ask);
  double.onPush((message) => void push(message));
  await page.addInitScript(() => {
    const listeners = new Set<(push: unknown) => void>();
    Object.assign(window, {
      deskPush: (given: unknown) => {
        for (const listener of listeners) listener(given);
      },
      ekspose: Object.freeze({
        hello: () => window.deskAsk('hello'),
        send: (command: unknown) => window.deskAsk('send', command),
        ask: (type: unknown, payload: unknown) => window.deskAsk('ask', type, payload),
        onPush: (listener: (push: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      }),
    });
  });
  return () => {
    isTied = false;
  };
}

declare global {
  interface Window {
    deskPush?(push: unknown): void;
    deskAsk(what: 'hello' | 'send' | 'ask', first?: unknown, second?: unknown): Promise<unknown>;
  }
}

export const test = windowTest('desk').extend<Fixtures>({
  openDesk: async ({ page, renderer }, use) => {
    const opened: Page[] = [];
    const untie: (() => void)[] = [];
    let isElsewhen = false;
    await use(async (meeting, { latency = 0, locale = 'id', ...options } = {}) => {
      if (options.now !== undefined) {
        isElsewhen = true;
        await page.clock.setSystemTime(options.now());
      }
      const desk = opened.length > 0 ? await page.context().newPage() : page;
      opened.push(desk);
      await desk.emulateMedia({ reducedMotion: 'reduce' });
      await desk.setViewportSize({ width: 1366, height: 768 });
      const double = deskDouble(meeting, { ...settingsOf(), locale }, options);
      untie.push(await tie(desk, double, latency));
      await desk.goto(`${renderer.origin}/desk.html`);
      await expect(desk.locator('#root > *').first()).toBeVisible();
      // Before they are there, everything has other widths.
      await desk.evaluate(() => document.fonts.ready.then(() => undefined));
      return { desk, double };
    });
    for (const end of untie) end();
    // The clock belongs to the context, which the next test has too.
    if (isElsewhen) await page.clock.setSystemTime(Date.now());
    // The first is the test's `page`, which is looked at before it is closed.
    for (const desk of opened.slice(1)) await desk.close();
  },
});

export { expect };
