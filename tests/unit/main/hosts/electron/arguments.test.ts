import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '#main/hosts/electron/arguments.ts';
import { defaultDataFolder, defaultDocumentsFolder } from '#main/hosts/folders.ts';
import { appDouble } from '../../../../doubles/electron/module/app.ts';

test('a folder is named from where the application is started', () => {
  const given = readArguments(['.', '--data', 'rakor', '--documents=surat', '--unasked'], {});
  expect(given).toEqual({ data: resolve('rakor'), documents: resolve('surat'), unasked: true });
  expect(readArguments([], { EKSPOSE_DATA: './rakor', EKSPOSE_DOCUMENTS: '../surat' })).toEqual({
    data: resolve('rakor'),
    documents: resolve('..', 'surat'),
    unasked: false,
  });
});

test('the argument counts before the environment, and an empty name is none', () => {
  const environment = { EKSPOSE_DATA: '/data', EKSPOSE_DOCUMENTS: '' };
  expect(readArguments(['--data', '/lain', '--ozone-platform=x11'], environment).data).toBe('/lain');
  const empty = readArguments(['--data='], { EKSPOSE_DATA: '', EKSPOSE_DOCUMENTS: '' });
  expect(empty).toMatchObject({ data: defaultDataFolder(), documents: defaultDocumentsFolder() });
});

test('the double of electron refuses a path that is not whole, as Electron does', () => {
  expect(() => appDouble.setPath('userData', '.')).toThrow('Path must be absolute');
  expect(() => appDouble.setPath('userData', join(tmpdir(), 'ekspose-none'))).toThrow('does not exist');
});
