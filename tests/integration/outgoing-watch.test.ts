import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const WATCH = join(import.meta.dirname, '../e2e/support/outgoing-watch.cjs');

/** What the watch writes down while a piece of code runs. */
function watched(code: string): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'ekspose-watch-')), 'outgoing.log');
  execFileSync(process.execPath, ['--require', WATCH, '--input-type=module', '--eval', code], {
    env: { ...process.env, EKSPOSE_WATCH_FILE: file },
  });
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

test('the watch over the main process sees what would leave this machine', () => {
  const fetched = watched("await fetch('http://ekspose.invalid:8080/').catch(() => undefined)");
  expect(fetched.join()).toContain('ekspose.invalid');
  const connected = watched(
    "import net from 'node:net'; const s = net.connect(9, '192.0.2.1'); s.on('error', () => undefined); s.destroy();",
  );
  expect(connected).toEqual(['tcp 192.0.2.1:9']);
});

test('and lets pass what stays on it', () => {
  const local = `
    import http from 'node:http';
    const server = http.createServer((_q, r) => r.end('ok')).listen(0, '127.0.0.1', async () => {
      await (await fetch('http://127.0.0.1:' + server.address().port)).text();
      server.close();
      server.closeAllConnections();
    });`;
  expect(watched(local)).toEqual([]);
});
