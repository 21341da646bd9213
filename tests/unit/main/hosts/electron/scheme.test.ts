import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { partOf, registerScheme, serveScheme } from '#main/hosts/electron/scheme.ts';
import { shownDocuments } from '#main/hosts/web/documents.ts';
import { app, plain, protocol } from '../../../../doubles/electron/plain.ts';
import { temporaryFolder } from '../../../../support/temp-folder.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));

const SOUND = new Uint8Array(1_000).map((_, index) => index % 251);

beforeEach(async () => {
  plain.start({ mode: 'windows', displays: [] });
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/time-up.wav'), SOUND);
  app.ready = false;
  registerScheme(protocol as never);
  app.ready = true;
  serveScheme(protocol as never, folder, shownDocuments(), { read: async () => null });
});

const ask = (resourceType: string, headers: Record<string, string> = {}) =>
  plain.does.request({ id: 1, url: 'app://ekspose/assets/time-up.wav', method: 'GET', resourceType, headers });

// electron/electron shell/browser/net/electron_url_loader_factory.cc: the length comes from the header alone, and media need it.
test('a sound is served with its length, whole and in parts', async () => {
  const whole = await ask('media');
  expect(whole).toMatchObject({ status: 200, headers: { 'content-length': '1000', 'accept-ranges': 'bytes' } });
  const part = await ask('media', { range: 'bytes=10-19' });
  expect(part).toMatchObject({ status: 206, headers: { 'content-length': '10', 'content-range': 'bytes 10-19/1000' } });
  expect([...(part?.body ?? [])]).toEqual([...SOUND.subarray(10, 20)]);
});

test('a page may fetch from the scheme', async () => {
  expect((await ask('fetch'))?.status).toBe(200);
});

describe('the requested part', () => {
  test.each([
    [null, null],
    ['bytes=0-', { start: 0, end: 100 }],
    ['bytes=90-200', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=100-', null],
    ['bytes=20-10', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
  ])('%s', (range, part) => {
    expect(partOf(100, range)).toEqual(part);
  });
});
