import { type Link, link, type MainCalls, type WindowCalls, type Wire } from '../link.ts';

export type MainHandlers = Parameters<typeof link<WindowCalls, MainCalls>>[2];

let current: Link<WindowCalls> | null = null;
let pages = true;

/** Connects this process to the test that holds its windows. */
export function openLink(handlers: MainHandlers): void {
  if (process.send === undefined) throw new Error('the double of electron runs as a child of a test only');
  current = link<WindowCalls, MainCalls>(
    (wire) => void process.send?.(wire, undefined, undefined, () => undefined),
    (take) => process.on('message', (wire) => take(wire as Wire)),
    handlers,
  );
  process.on('disconnect', () => process.exit(0));
}

export const windowsLink = (): Link<WindowCalls> => {
  if (current === null) throw new Error('the double is not linked');
  return current;
};

/** For a test that runs the double in its own process: there are no pages, and every action on one succeeds at once. */
export function withoutPages(): void {
  pages = false;
  current = {
    call: (async (name: string) => (name === 'pdf' ? new Uint8Array() : undefined)) as Link<WindowCalls>['call'],
    end: () => undefined,
  };
}

export const hasPages = (): boolean => pages;
