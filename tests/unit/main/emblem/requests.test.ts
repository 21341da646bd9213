import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firstSettings, type Settings } from '#core/model/settings.ts';
import { emblemFor, emblemHandlers } from '#main/emblem/requests.ts';
import { emblemStore } from '#main/emblem/store.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { makePng, pngChunk } from '../../../support/make-png.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function room() {
  const folder = await temporaryFolder();
  const emblems = emblemStore(diskPort, folder);
  let settings: Settings = firstSettings([]);
  const handlers = emblemHandlers({
    emblems,
    updateSettings: async (change) => {
      settings = change(settings);
    },
  });
  return { emblems, handlers, settings: () => settings, pictures: join(folder, 'emblem') };
}

it('stores the image in a file of its own, without anything else, and embeds it in documents', async () => {
  const { emblems, handlers, settings, pictures } = await room();
  const plain = makePng({ width: 30, height: 40 });
  const between = [pngChunk('tEXt', Buffer.from('GPS\0-3.4,115.9'))];
  await handlers['emblem.set']({ png: base64(makePng({ width: 30, height: 40, between })) });
  const { emblem } = settings();
  expect(emblem).toMatchObject({ width: 30, height: 40 });
  expect(readFileSync(join(pictures, `${emblem?.id}.png`))).toEqual(plain);
  expect(await emblemFor(emblem, emblems)).toEqual({
    dataUrl: `data:image/png;base64,${base64(plain)}`,
    width: 30,
    height: 40,
  });
});

it('keeps earlier images for the meetings closed with them, and prints none once it is removed', async () => {
  const { emblems, handlers, settings, pictures } = await room();
  await handlers['emblem.set']({ png: base64(makePng({ width: 30, height: 40 })) });
  const before = settings().emblem;
  await handlers['emblem.set']({ png: base64(makePng({ width: 31, height: 40 })) });
  await handlers['emblem.clear']({});
  expect(settings().emblem).toBeNull();
  expect(readdirSync(pictures)).toHaveLength(2);
  expect(await emblemFor(settings().emblem, emblems)).toBeNull();
  expect(await emblemFor(before, emblems)).toMatchObject({ width: 30 });
});

it('refuses what is no picture and leaves the one before', async () => {
  const { handlers, settings, pictures } = await room();
  await handlers['emblem.set']({ png: base64(makePng({ width: 30, height: 40 })) });
  const before = settings();
  await expect(handlers['emblem.set']({ png: base64(Buffer.from('halo')) })).rejects.toMatchObject({
    code: 'emblemUnsound',
  });
  await expect(handlers['emblem.set']({ png: '%%%' })).rejects.toMatchObject({ code: 'emblemUnsound' });
  expect(settings()).toBe(before);
  expect(existsSync(join(pictures, `${before.emblem?.id}.png`))).toBe(true);
});

it('reads nothing but what it stored', async () => {
  const { emblems, handlers, settings, pictures } = await room();
  await handlers['emblem.set']({ png: base64(makePng({ width: 30, height: 40 })) });
  const id = settings().emblem?.id ?? '';
  expect(await emblems.read(id)).not.toBeNull();
  for (const other of ['', '../settings', `../emblem/${id}`, 'f'.repeat(32), 'g'.repeat(32)]) {
    expect(await emblems.read(other)).toBeNull();
  }
  writeFileSync(join(pictures, `${id}.png`), '<script>');
  expect(await emblems.read(id)).toBeNull();
});
