import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LAYERS = ['core', 'main', 'renderer'] as const;

/**
 * Suites whose subject is a whole folder rather than one of its files: what holds of every command, say. A suite is named
 * by its source folder and its own name; everything else is named after the file that it tests.
 */
const SUITES: Readonly<Record<string, string>> = {
  'core/commands/agenda-fill': 'the agenda filled in one step, by commands of several files',
  'core/commands/hostile-messages': 'no message whatever breaks a meeting or reaches a prototype',
  'core/commands/invariants': 'what holds of a meeting after any course of commands',
  'core/commands/interruption': 'commands of several files answer for an outage',
  'core/commands/turn-order': 'who is called next, over agenda and turn',
  'core/displays/arrangements': 'the arrangements of tests/support/display-arrangements.ts, over choices and placement',
  'core/import/agency-shapes': 'lists in the shapes in which offices paste them',
  'core/minutes/papers': 'the other papers: attendance, rundown, sheet, ledger',
  'core/minutes/private-notes': 'no paper says a private word',
  'core/model/over-years': 'meetings, register, trash, backups and other computers over the years',
  'core/pacing/nudges-and-chime': 'what is asked and rung at the same marks',
  'core/time/time': 'units, zone and clock text are one subject',
  'core/views/screen': 'what each layout of the projector is told',
  'core/views/slides-view': 'the layout of slides',
  'main/app/workspace-model': 'interleavings of everything that the workspace lives through',
  'main/exports/private-notes': 'every way by which a private note could leave the desk',
  'main/hosts/electron/displays-at-random':
    'both windows over displays that come and go, with the habits of each system',
  'main/meeting/clock': 'a session over clocks that step and start anew',
  'main/meeting/damage': 'every byte of a meeting’s files damaged',
  'main/meeting/failing-disk': 'every operation of the disk failing',
  'main/meeting/left-open-late': 'what a meeting leaves open after the next one was prepared, from record to session',
  'main/meeting/power-cut': 'the disk cut off after every operation',
  'main/meeting/undo-after-restart': 'history file and session together',
  'main/sample/read-back': 'the papers of the sample rakor, read back',
  'renderer/desk/agenda/agenda': 'rows, reordering and names of the agenda’s column',
  'renderer/desk/meeting/lists/lists': 'tables and lists of agencies, from file to fields',
  'renderer/desk/drafts': 'what is typed, from field to main and back',
  'renderer/kit/typed-values': 'what the fields make of what is typed',
};

const tests = LAYERS.flatMap((layer) =>
  readdirSync(join('tests/unit', layer), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => ({ layer, path, name: path.replace(/\.test\.tsx?$/, '') })),
);
const sourceOf = (layer: string, name: string): boolean =>
  ['.ts', '.tsx', ''].some((ending) => existsSync(join(`src-${layer}`, `${name}${ending}`)));

describe('tests/unit mirrors the source', () => {
  it.each(tests)('$layer/$path', ({ layer, path, name }) => {
    const folder = join(`src-${layer}`, dirname(path));
    expect(existsSync(folder), `${folder} is a source folder`).toBe(true);
    const known = sourceOf(layer, name) || `${layer}/${name}` in SUITES;
    expect(known, `src-${layer}/${name} is a source file, or a suite in the table of this test`).toBe(true);
  });

  it('has no suite in its table that is not there, or that is named after a source file', () => {
    const there = new Set(tests.map(({ layer, name }) => `${layer}/${name}`));
    const stale = Object.keys(SUITES).filter((suite) => {
      const [layer = '', ...rest] = suite.split('/');
      return !there.has(suite) || sourceOf(layer, rest.join('/'));
    });
    expect(stale).toEqual([]);
  });

  it('has every other test in project/', () => {
    expect(readdirSync('tests/unit').toSorted()).toEqual([...LAYERS, 'project'].toSorted());
  });
});
