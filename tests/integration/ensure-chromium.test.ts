import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

const look = (env: Record<string, string>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/ensure-chromium.mjs'], {
    encoding: 'utf8',
    env: { ...process.env, EKSPOSE_INSTALL: 'no', EKSPOSE_BROWSER: '', ...env },
  });
  return { status, stdout: stdout.trim(), stderr };
};

it('a program named by EKSPOSE_BROWSER is taken', () => {
  expect(look({ EKSPOSE_BROWSER: process.execPath })).toMatchObject({ status: 0, stdout: process.execPath });
});

it('nothing is taken in the place of a program that was named and is none', () => {
  const { status, stdout, stderr } = look({ EKSPOSE_BROWSER: '/nowhere/chromium' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('/nowhere/chromium');
});

// Elsewhere browsers are not looked for along PATH, and an installed one would be found.
const onPath = process.platform === 'linux' && !existsSync('/snap/bin/chromium');
it.runIf(onPath)('where there is none it says in both languages what to install', () => {
  const { status, stdout, stderr } = look({ PATH: '/nowhere', PLAYWRIGHT_BROWSERS_PATH: '/nowhere' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/Pasang Chromium, Google Chrome, atau Microsoft Edge/);
  expect(stderr).toMatch(/Install Chromium, Google Chrome or Microsoft Edge/);
});
