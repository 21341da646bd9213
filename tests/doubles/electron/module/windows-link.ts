import { type Link, link, type MainCalls, type WindowCalls, type Wire } from '../link.ts';

export type MainHandlers = Parameters<typeof link<WindowCalls, MainCalls>>[2];

let current: Link<WindowCalls> | null = null;

/** Ties this process to the test that holds its windows. */
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
