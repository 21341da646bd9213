import type { HostName } from './hosts.ts';

interface HostDependent {
  /** Of `tests/e2e/<name>.spec.ts`. */
  readonly spec: string;
  /** The tests that run there; all of the spec when left out. */
  readonly tests?: readonly string[];
  /** What of it depends on the host. */
  readonly why: string;
}

/**
 * What is tried on the Electron entry as well. Everything runs on the browser host; the pages and the rules behind them are
 * the same on both, so the double repeats only what passes through the host: its windows, preloads, policy, scheme, dialogs,
 * printing and storage of a page. (tests/integration/electron-*.test.ts try the host by itself.)
 */
export const ON_ELECTRON: readonly HostDependent[] = [
  { spec: 'smoke', why: 'start and end, the policy, the channels of both audiences' },
  {
    spec: 'half-typed',
    tests: [
      'a page that is loaded again in the middle of a word has it: in a note, in a note being changed, in the sheet',
      'a page that cannot be painted, and one that crashes in the middle of a word, come back with the word',
    ],
    why: 'a page that is loaded again or crashes has no sender, and keeps its words by itself',
  },
  { spec: 'rakor', why: 'commands through the preload, patches over IPC, printToPDF and a power cut' },
  {
    spec: 'minutes',
    tests: ['every agency’s sheet comes into one folder, and a paper onto the clipboard'],
    why: 'the dialog for a folder, the clipboard, printing many',
  },
  {
    spec: 'emblem',
    tests: ['the user’s own emblem stands in the letterhead and is served to the room'],
    why: 'the scheme serves it, the policy lets it through',
  },
  {
    spec: 'one-screen',
    tests: ['in a room with one screen the desk becomes the room’s screen, and a strip to write and steer by'],
    why: 'the window fills its display, and frames a page of its own scheme',
  },
  {
    spec: 'one-change',
    tests: ['whatever the desk does, the projector never shows the new beside the old'],
    why: 'views over IPC, in their order',
  },
  { spec: 'strip', why: 'another window in the place of the projector’s, only where windows can be placed' },
  { spec: 'search', why: 'the archive’s worker is a script of the window’s own scheme, under its policy' },
  { spec: 'no-idle-traffic', why: 'no message of the host’s own wakes a window' },
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The tests of a host, by their file and title; `undefined` means all. Real Electron is only where its binary is, and runs
 * everything.
 */
export function testsOn(host: HostName): RegExp | undefined {
  if (host !== 'electron-double') return undefined;
  const patterns = ON_ELECTRON.flatMap(({ spec, tests }) =>
    tests === undefined
      ? [`(^|[ /])${spec}\\.spec\\.ts\\b`]
      : tests.map((title) => `(^|[ /])${spec}\\.spec\\.ts\\b.*${escaped(title)}`),
  );
  return new RegExp(patterns.join('|'));
}
