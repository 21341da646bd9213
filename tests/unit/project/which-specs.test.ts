import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ON_ELECTRON, testsOn } from '../../e2e/support/which-host.ts';

const specs = readdirSync('tests/e2e', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
  .map((path) => path.replaceAll('\\', '/').replace('.spec.ts', ''));

describe('the specs of a change (scripts/specs-of.mjs)', () => {
  /** Asked of the script itself, which is no TypeScript. */
  const ask = (code: string): unknown =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '--eval',
          `import * as it from './scripts/specs-of.mjs'; console.log(JSON.stringify(${code}))`,
        ],
        { encoding: 'utf8' },
      ),
    );
  const map = ask('it.SPECS_OF') as Record<string, string[]>;

  it('are specs and folders that are there', () => {
    expect(
      Object.values(map)
        .flat()
        .filter((spec) => !specs.includes(spec)),
    ).toEqual([]);
    expect(Object.keys(map).filter((folder) => !existsSync(folder))).toEqual([]);
  });

  it('reach every spec from some folder', () => {
    const reached = new Set(Object.values(map).flat());
    expect(specs.filter((spec) => !reached.has(spec))).toEqual([]);
  });

  it('are those of the nearest folder, and a changed spec itself', () => {
    expect(ask("it.specsOf(['src-main/emblem/store.ts', 'tests/e2e/no-idle-traffic.spec.ts', 'README.md'])")).toEqual([
      'emblem',
      'no-idle-traffic',
    ]);
  });
});

describe('what is tried on the double of Electron (tests/e2e/support/which-host.ts)', () => {
  it.each(ON_ELECTRON.map(({ spec, tests = [] }) => [spec, tests] as const))('%s is there', (spec, tests) => {
    const text = readFileSync(`tests/e2e/${spec}.spec.ts`, 'utf8');
    expect(tests.filter((title) => !text.includes(title))).toEqual([]);
  });

  it('is found by the name under which Playwright knows it, and nothing else is', () => {
    const pattern = testsOn('electron-double') ?? /./;
    expect(pattern.test('electron-double smoke.spec.ts it opens again after it was killed')).toBe(true);
    const each = 'minutes.spec.ts every agency’s sheet comes into one folder, and a paper onto the clipboard';
    expect(pattern.test(`electron-double ${each}`)).toBe(true);
    expect(pattern.test('electron-double minutes.spec.ts the options change the paper')).toBe(false);
    expect(pattern.test('electron-double every-screen.spec.ts fits')).toBe(false);
    expect(testsOn('browser')).toBeUndefined();
    expect(testsOn('electron')).toBeUndefined();
  });
});
