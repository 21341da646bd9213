import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { registerScheme, serveScheme } from '#main/hosts/electron/scheme.ts';
import { shownDocuments } from '#main/hosts/web/documents.ts';
import { type SlidesFiles, slidesFiles } from '#main/slides/slides-files.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { app, plain, protocol } from '../../../../doubles/electron/plain.ts';
import { pdfBytes, sha256 } from '../../../../support/slides-on-disk.ts';
import { temporaryFolder } from '../../../../support/temp-folder.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));

const SOUND = new Uint8Array(1_000).map((_, index) => index % 251);

let slides: SlidesFiles;

beforeEach(async () => {
  plain.start({ mode: 'windows', displays: [] });
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets/time-up.wav'), SOUND);
  app.ready = false;
  registerScheme(protocol as never);
  app.ready = true;
  slides = slidesFiles(diskPort, folder);
  serveScheme(protocol as never, folder, shownDocuments(), { read: async () => null }, slides.served);
});

const ask = (
  resourceType: string,
  headers: Record<string, string> = {},
  path = '/assets/time-up.wav',
  method = 'GET',
) => plain.does.request({ id: 1, url: `app://ekspose${path}`, method, resourceType, headers });

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

test('slides are sent in parts while their address lasts, and to nobody who guesses', async () => {
  const bytes = pdfBytes('bahan', 600_000);
  const path = join(slides.store.incoming, 'a.part');
  await slides.store.prepare();
  await writeFile(path, bytes);
  await slides.store.take(path, sha256(bytes), bytes.length);
  const at = slides.grants.projected((slidesAt) => slidesAt('i1', sha256(bytes)));

  const whole = await ask('fetch', {}, at);
  expect(whole).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-length': '600000',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
  expect(sha256(whole?.body ?? new Uint8Array())).toBe(sha256(bytes));
  const part = await ask('fetch', { range: 'bytes=300000-300009' }, at);
  expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 300000-300009/600000' } });
  expect(Buffer.from(part?.body ?? [])).toEqual(bytes.subarray(300_000, 300_010));
  expect(await ask('fetch', {}, at, 'HEAD')).toMatchObject({ status: 200, headers: { 'content-length': '600000' } });
  expect((await ask('fetch', {}, at, 'POST'))?.status).toBe(403);

  slides.grants.projected(() => null);
  for (const gone of [
    at,
    `/slides/${'0'.repeat(32)}.pdf`,
    `/slides/${sha256(bytes)}.pdf`,
    '/slides/',
    '/slides/incoming',
  ]) {
    expect((await ask('fetch', {}, gone))?.status).toBe(404);
  }
});
