import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const biome = join(dirname(require.resolve('@biomejs/biome/package.json')), 'bin', 'biome');

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const probes: { readonly path: string; readonly source: string }[] = [];
const found = new Map<string, string[]>();
const folder = mkdtempSync(join(tmpdir(), 'ekspose-lapis-'));

/** Puts a source into `layer`, to be linted with all others. @returns asks which rules it broke */
function probe(layer: string, source: string): () => string[] {
  const path = `${layer}/probe${probes.length}.tsx`;
  probes.push({ path, source });
  return () => found.get(path) ?? [];
}

beforeAll(() => {
  const config = JSON.parse(readFileSync('biome.json', 'utf8')) as object;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  for (const { path, source } of probes) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { category, location } of (JSON.parse(stdout) as Report).diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), category.split('/').at(-1) ?? category]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const using = (from: string): string => `import * as it from '${from}';\nexport const used = it;\n`;

const FORBIDDEN: readonly (readonly [string, readonly string[]])[] = [
  [
    'src-core/model',
    [
      'node:fs',
      'node:fs/promises',
      'fs',
      'path',
      'crypto',
      'child_process',
      'electron',
      'electron/main',
      'react',
      'react/jsx-runtime',
      'react-dom/server',
      'lowdb',
      'ws',
      'i18next',
      '#main/hosts/port.ts',
      '#renderer/client/port.ts',
      '#locales/id/domain.json',
      '#assets/sample/agencies.json',
      '../../src-main/hosts/port.ts',
      '../../src-renderer/client/port.ts',
      '../../locales/id/domain.json',
    ],
  ],
  ['src-main/meeting', ['#renderer/client/port.ts', '../../src-renderer/client/port.ts']],
  [
    'src-renderer/desk',
    [
      'node:fs',
      'fs',
      'path',
      'electron',
      'electron/renderer',
      'lowdb',
      'ws',
      '#main/hosts/port.ts',
      '../../src-main/hosts/port.ts',
    ],
  ],
  [
    'src-renderer/projector',
    [
      'node:fs',
      'electron',
      '#main/hosts/port.ts',
      'zod',
      'immer',
      'react-aria-components',
      '../desk/kernel/ui-store.ts',
      '#renderer/desk/kernel/ui-store.ts',
    ],
  ],
];
const ALLOWED: readonly (readonly [string, readonly string[]])[] = [
  ['src-core/model', ['zod', 'immer', './roles.ts', '../time/units.ts']],
  ['src-main/meeting', ['#core/model/meeting.ts', 'node:fs', 'lowdb', 'immer']],
  ['src-renderer/desk', ['#core/model/meeting.ts', '#locales/id/desk.ts', 'react', 'react-aria-components', 'immer']],
  ['src-renderer/projector', ['#core/schedule/turn-clock.ts', '../kit/icons.tsx', 'react', 'react-dom']],
];
const cases = (table: typeof FORBIDDEN) =>
  table.flatMap(([layer, imports]) => imports.map((from) => [layer, from, probe(layer, using(from))] as const));

describe('the layers', () => {
  it.each(cases(FORBIDDEN))('%s may not import %s', (_layer, _from, broken) => {
    expect(broken()).toContain('noRestrictedImports');
  });
  it.each(cases(ALLOWED))('%s may import %s', (_layer, _from, broken) => expect(broken()).toEqual([]));
});

describe('the linter', () => {
  const RULES = [
    ['noExplicitAny', 'export const x: any = 1;\n'],
    ['noExplicitAny', 'export const x = (y: unknown) => (y as any).z;\n'],
    ['noNonNullAssertion', 'export const x = (y: string | null) => y!.length;\n'],
    ['noEmptyBlockStatements', 'export function x() {\n  try {\n    throw new Error();\n  } catch {}\n}\n'],
    ['noUnusedImports', "import { z } from 'zod';\nexport const x = 1;\n"],
    ['useImportType', "import { Meeting } from './y.ts';\nexport type X = Meeting;\n"],
  ] as const;
  const everywhere = ['src-core', 'src-main', 'src-renderer', 'src-renderer/projector', 'tests'].flatMap((layer) =>
    RULES.map(([rule, source]) => [rule, layer, source, probe(layer, source)] as const),
  );
  it.each(everywhere)('refuses by %s in %s: %s', (rule, _layer, _source, broken) => expect(broken()).toContain(rule));
});
