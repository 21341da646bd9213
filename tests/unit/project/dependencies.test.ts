import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { drawnInto, examine } from '../../../scripts/layers.mjs';

/** A source of some length that has these imports. */
const sourceOf = (imports: readonly string[] = []): string =>
  imports.map((from) => `import '${from}';\n`).join('') + '// a line\n'.repeat(12);

/** What the layers say of a tree that has these imports, by file. */
const faultsOf = (imports: Readonly<Record<string, readonly string[]>>): string[] =>
  examine(Object.keys(imports), (path) => sourceOf(imports[path])).faults;

it('hold in the sources as they are, and their picture is true', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-layers.mjs'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toContain('no circle');
  expect(status).toBe(0);
});

const NONE: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  ['what lies below', { 'src-core/commands/a.ts': ['../model/b.ts'], 'src-core/model/b.ts': [] }],
  ['the core, from a window', { 'src-renderer/kit/a.ts': ['#core/model/b.ts'], 'src-core/model/b.ts': [] }],
  ['a feature, from the root', { 'src-renderer/desk/app.tsx': ['./notes/b.ts'], 'src-renderer/desk/notes/b.ts': [] }],
  ['the desk’s ways to read a meeting, from a feature', { 'src-renderer/desk/notes/a.ts': ['../meeting/lists/b.ts'] }],
  ['a package', { 'src-main/storage/a.ts': ['lowdb', 'node:fs'] }],
];
it.each(NONE)('let a file import %s', (_what, imports) => expect(faultsOf(imports)).toEqual([]));

const BROKEN: readonly (readonly [string, RegExp, Readonly<Record<string, readonly string[]>>])[] = [
  ['a layer above', /in a layer above/, { 'src-core/model/a.ts': ['../commands/b.ts'] }],
  ['a layer above, by an alias', /in a layer above/, { 'src-main/storage/a.ts': ['#main/app/b.ts'] }],
  ['a type of a layer above', /in a layer above/, { 'src-renderer/desk/kernel/a.ts': ['../meeting/b.ts'] }],
  ['another feature', /its neighbour/, { 'src-renderer/desk/notes/a.ts': ['../agenda/b.ts'] }],
  ['another feature’s styles', /its neighbour/, { 'src-renderer/desk/notes/a.ts': ['../agenda/b.css'] }],
  ['the root, from a feature', /in a layer above/, { 'src-renderer/desk/notes/a.ts': ['../app.tsx'] }],
  [
    'what is inside the projector',
    /looks into/,
    { 'src-renderer/desk/projector/a.ts': ['#renderer/projector/fit/b.ts'] },
  ],
  ['what is inside a feature', /looks into/, { 'src-renderer/desk/app.tsx': ['./notes/inner/b.ts'] }],
  ['another part of the program', /another part/, { 'src-renderer/kit/a.ts': ['#main/app/b.ts'] }],
  [
    'a file that imports it',
    /a circle of files: .*a\.ts ↔ .*b\.ts/,
    { 'src-core/model/a.ts': ['./b.ts'], 'src-core/model/b.ts': ['./a.ts'] },
  ],
  [
    'a folder that imports its own',
    /a circle of folders/,
    { 'src-core/model/a.ts': ['../time/b.ts'], 'src-core/time/c.ts': ['../model/d.ts'] },
  ],
];
it.each(BROKEN)('do not let a file import %s', (_what, told, imports) =>
  expect(faultsOf(imports)).toContainEqual(expect.stringMatching(told)),
);

it('know every folder', () =>
  expect(faultsOf({ 'src-core/new/a.ts': [] })).toEqual(['src-core/new/a.ts is in no layer']));

it('are not drawn into a document without a place for them', () => {
  expect(() => drawnInto('# Nothing', new Map())).toThrow('marks');
});

it('send a few lines that one other file alone imports to that other', () => {
  const of = (sources: Readonly<Record<string, string>>): string[] =>
    examine(Object.keys(sources), (path) => sources[path] ?? '').faults;
  const user = sourceOf(['./few.ts']);
  expect(of({ 'src-core/model/few.ts': '// few', 'src-core/model/user.ts': user })).toEqual([
    'src-core/model/few.ts has 1 lines, and src-core/model/user.ts alone imports it: join them',
  ]);
  expect(
    of({ 'src-core/model/few.ts': '// few', 'src-core/model/user.ts': user, 'src-core/model/other.ts': user }),
  ).toEqual([]);
});
