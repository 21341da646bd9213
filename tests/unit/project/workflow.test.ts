import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
// electron-builder's own: the project needs no reader of YAML for anything else.
const ofBuilder = createRequire(
  createRequire(require.resolve('electron-builder/package.json')).resolve('app-builder-lib/package.json'),
);
const yaml = ofBuilder('js-yaml') as { load(text: string): unknown };

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': string; readonly steps: readonly Step[] }>>;
}
const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const oldest = JSON.parse(readFileSync('.github/actions.json', 'utf8')) as Record<string, number>;

const stepsOf = (text: string): Step[] =>
  Object.values((yaml.load(text) as Workflow).jobs).flatMap(({ steps }) => steps);

/** What a workflow calls that would not be there, or not run. */
function faultsOf(text: string): string[] {
  return stepsOf(text).flatMap(({ uses, run = '' }) => {
    const faults: string[] = [];
    if (uses !== undefined) {
      const [, action = '', version = ''] = /^([\w-]+\/[\w-]+)@v(\d+)$/.exec(uses) ?? [];
      const least = oldest[action];
      if (least === undefined) faults.push(`${uses} is in no list`);
      else if (Number(version) < least) faults.push(`${uses} is older than v${least}`);
    }
    for (const [, name = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g))
      if (!(name in scripts)) faults.push(`no npm script ${name}`);
    for (const [, file = ''] of run.matchAll(/\bnode (\S+\.mjs)/g)) if (!existsSync(file)) faults.push(`no ${file}`);
    for (const [, bin = ''] of run.matchAll(/\bnpx (\S+)/g)) {
      if (!existsSync(join('node_modules/.bin', bin))) faults.push(`no program ${bin}`);
    }
    return faults;
  });
}

describe.each(workflows)('%s', (_name, text) => {
  // GitHub's runners dropped Node 20 on 16 September 2026; checkout, setup-node and upload-artifact run on Node 24 from v6 on.
  test('calls nothing that is not there, and no action that no runner runs any more', () => {
    expect(faultsOf(text)).toEqual([]);
  });

  test.runIf(process.platform !== 'win32')('has no step that a shell cannot read', () => {
    const runs = stepsOf(text).flatMap(({ run }) => run?.replaceAll(/\$\{\{.*?\}\}/g, 'x') ?? []);
    const { stderr } = spawnSync('bash', ['-n', '-c', runs.join('\n')], { encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});

test('a fault is found', () => {
  const text = `jobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v4}, {uses: a/b@v1}, {run: npm run nothing && node scripts/no.mjs && npx nobody}]}}`;
  expect(faultsOf(text)).toEqual([
    'actions/checkout@v4 is older than v6',
    'a/b@v1 is in no list',
    'no npm script nothing',
    'no scripts/no.mjs',
    'no program nobody',
  ]);
});

test('each system packages what it has tested, uses what it has packaged, and hands it out with checksums', () => {
  const [, text = ''] = workflows.find(([name]) => name === 'ci.yml') ?? [];
  const runs = ((yaml.load(text) as Workflow).jobs.system?.steps ?? []).map(
    ({ run = '', uses = '' }) => `${run}${uses}`,
  );
  const at = (what: string): number => runs.findIndex((run) => run.includes(what));
  const order = ['npm ci', 'npm test', 'npm run package', 'use-packaged.mjs', 'checksums.mjs', 'upload-artifact'].map(
    at,
  );
  expect(order.includes(-1)).toBe(false);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
