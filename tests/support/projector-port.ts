import type { Page } from '@playwright/test';
import type { ProjectorView } from '#core/views/projector.ts';
import { twoTasks } from './two-tasks.ts';

interface Double {
  /** @param goesOn the clock that runs is the same as before, not one that begins now */
  push(view: unknown, goesOn?: boolean): void;
  /** From now on there are no answers. */
  hangUp(): void;
  /** Answers are sent again. */
  pickUp(): void;
  readonly messages: number;
  /** The page's monotonic clock when the running clock was last anchored, ms. */
  readonly anchor: number;
}

declare global {
  interface Window {
    projectorDouble: Double;
  }
}

/**
 * Puts a double of the application behind a projector page: `window.ekspose` as the preload would expose it. A running
 * clock in a view is anchored when the view is delivered.
 */
export async function installProjectorPort(page: Page, first: ProjectorView): Promise<void> {
  await page.addInitScript((view) => {
    const listeners = new Set<(push: unknown) => void>();
    let current: unknown = view;
    let answering = true;
    let rev = 0;
    let messages = 0;
    let anchor = 0;
    const clocks = () => ({ mono: performance.now(), now: Date.now() });
    interface Clocked {
      clock?: { anchor: number | null };
      floor?: Clocked | null;
    }
    const anchored = (given: Clocked, at = performance.now()): Clocked => {
      const { clock, floor } = given;
      // The agenda's view contains the clock of the active item.
      if (floor != null) return { ...given, floor: anchored(floor, at) };
      if (clock === undefined || clock.anchor === null) return given;
      anchor = at;
      return { ...given, clock: { ...clock, anchor } };
    };
    Object.defineProperty(window, 'ekspose', {
      value: Object.freeze({
        hello: async () => {
          if (!answering) throw new Error('disconnected');
          messages += 1;
          return { audience: 'projector', view: anchored(current as Clocked), rev, clocks: clocks() };
        },
        send: async () => ({ ok: false, refusal: { code: 'notAllowed', params: {} } }),
        ask: async () => ({ ok: false, refusal: { code: 'notAllowed', params: {} } }),
        onPush: (listener: (push: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      }),
    });
    Object.defineProperty(window, 'projectorDouble', {
      value: {
        push: (next: unknown, goesOn = false) => {
          current = next;
          rev += 1;
          messages += 1;
          for (const listener of listeners)
            listener({
              kind: 'view',
              view: anchored(next as Clocked, goesOn ? anchor : undefined),
              rev,
              clocks: clocks(),
            });
        },
        hangUp: () => {
          answering = false;
          window.dispatchEvent(new Event('ekspose:disconnected'));
        },
        pickUp: () => {
          answering = true;
        },
        get messages() {
          return messages;
        },
        get anchor() {
          return anchor;
        },
      },
    });
  }, first);
}

/** Sends a whole new view to the page, as main would. @returns when its screen is drawn, which may have to be loaded first */
export async function pushView(page: Page, view: ProjectorView): Promise<void> {
  await page.evaluate((next) => window.projectorDouble.push(next), view);
  if (await twoTasks(page)) await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
}
