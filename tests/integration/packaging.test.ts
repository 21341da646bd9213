import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareBuild, forget } from './electron-run.ts';

const ROOT = join(import.meta.dirname, '../..');
// electron-builder's own: whatever version of these it works with is the one to check with.
const ofBuilder = createRequire(createRequire(join(ROOT, 'package.json')).resolve('electron-builder/package.json'));
const ofLibrary = createRequire(ofBuilder.resolve('app-builder-lib/package.json'));
const { validateSchema } = ofLibrary('app-builder-lib/out/util/config/schemaValidator.js') as {
  validateSchema(schema: unknown, data: unknown): void;
};
const schema: unknown = ofLibrary('app-builder-lib/scheme.json');
const yaml = ofLibrary('js-yaml') as { load(text: string): Configuration };
const asar = ofLibrary('@electron/asar') as {
  listPackage(file: string): string[];
  extractFile(file: string, path: string): Buffer;
};

interface Configuration {
  readonly appId: string;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly portable: { readonly unpackDirName: unknown; readonly splashImage: string };
  readonly toolsets: { readonly appimage: string };
  readonly deb: { readonly depends: readonly string[] };
  readonly win: { readonly target: readonly { readonly target: string }[]; readonly icon: string };
  readonly linux: { readonly target: readonly string[]; readonly icon: string };
  readonly mac: {
    readonly target: readonly { readonly target: string }[];
    readonly icon: string;
    readonly identity: unknown;
    readonly entitlements: string;
    readonly entitlementsInherit: string;
  };
  readonly [other: string]: unknown;
}

const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
const configuration = (): Configuration => yaml.load(text);
const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  main: string;
  dependencies?: object;
  version: string;
};

describe('electron-builder.yml', () => {
  test('fits electron-builder’s own schema', () => {
    expect(() => validateSchema(schema, configuration())).not.toThrow();
    expect(() => validateSchema(schema, { ...configuration(), asarr: true })).toThrow('asarr');
  });

  test('makes what an office can install without an administrator, and keeps its data on removal', () => {
    const { win, nsis, linux, mac } = configuration();
    expect(win.target.map(({ target }) => target)).toEqual(['nsis', 'portable']);
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, deleteAppDataOnUninstall: false });
    // app-builder-lib out/targets/FpmTarget.js: only the package installs the AppArmor profile, so no tar.gz.
    expect(linux.target).toEqual(['AppImage', 'deb']);
    expect(mac.target.map(({ target }) => target)).toEqual(['dmg']);
  });

  // app-builder-lib templates/nsis/portable.nsi: `RMDir /r $INSTDIR` before it unpacks, and out/targets/nsis/NsisTarget.js gives every
  // start the same folder unless the option is exactly `true`.
  test('a second double click on the portable program does not delete the files of the first', () => {
    const { portable } = configuration();
    expect(portable.unpackDirName).toBe(true);
    expect(readFileSync(join(ROOT, portable.splashImage)).subarray(0, 2).toString('latin1')).toBe('BM');
  });

  // app-builder-lib out/mac/MacTargetHelper.js, findSigningIdentity: `null` leaves an arm64 program whose fuses were changed without a signature.
  test('a Mac gets a signature, with what one without a team needs', () => {
    const { mac } = configuration();
    expect(mac.identity).toBe('-');
    const entitlements = readFileSync(join(ROOT, mac.entitlements), 'utf8');
    expect(entitlements).toContain('com.apple.security.cs.allow-jit');
    expect(entitlements).toContain('com.apple.security.cs.disable-library-validation');
    expect(mac.entitlementsInherit).toBe(mac.entitlements);
  });

  // app-builder-lib scheme.json, ToolsetConfig: 0.0.0 is the runtime that needs libfuse2.
  test('the AppImage brings FUSE along, and the package names the sound library by both its names', () => {
    const { toolsets, deb } = configuration();
    expect(toolsets.appimage).toBe('1.0.3');
    expect(deb.depends).toContain('libasound2 | libasound2t64');
  });

  test('text has the same line ends on every system', () => {
    expect(readFileSync(join(ROOT, '.gitattributes'), 'utf8')).toContain('* text=auto eol=lf');
  });

  test('names icons that are there, in the form each system reads', () => {
    const { win, linux, mac } = configuration();
    const start = (path: string, length: number) =>
      readFileSync(join(ROOT, path)).subarray(0, length).toString('latin1');
    expect(start(win.icon, 4)).toBe('\0\0\u0001\0');
    expect(start(mac.icon, 4)).toBe('icns');
    expect(start(linux.icon, 4)).toBe('\u0089PNG');
  });

  test('has the id under which Windows groups the running windows', () => {
    expect(readFileSync(join(ROOT, 'src-main/hosts/electron/main.ts'), 'utf8')).toContain(`'${configuration().appId}'`);
  });
});

describe('after a build', () => {
  let dist: string;
  beforeAll(() => {
    dist = bareBuild();
  });
  afterAll(() => forget(dist));

  test('the entry of package.json is there, and nothing is left to be installed beside it', () => {
    expect(packageJson.main.startsWith('dist/')).toBe(true);
    expect(existsSync(join(dist, packageJson.main.slice('dist/'.length)))).toBe(true);
    expect(packageJson.dependencies).toBeUndefined();
  });

  const required = (file: string): string[] =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(
      ([, name = '']) => name,
    );

  test('main requires Electron and Node’s own modules, a preload Electron alone', () => {
    const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    expect(required('main/electron.cjs')).toContain('electron');
    expect(required('main/electron.cjs').filter((name) => !known.has(name))).toEqual([]);
    expect(required('main/browser.cjs').filter((name) => !known.has(name) || name === 'electron')).toEqual([]);
    for (const thread of ['exporter', 'reader'])
      expect(required(`main/${thread}.cjs`).filter((name) => !known.has(name) || name === 'electron')).toEqual([]);
    for (const preload of readdirSync(join(dist, 'preload')))
      expect(required(`preload/${preload}`)).toEqual(['electron']);
  });

  // electron-builder packs on any system, but it changes the executable, which only this form of it has here.
  test.runIf(process.platform === 'linux')('the package holds the build and nothing else, its fuses set', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ekspose-package-'));
    cpSync(dist, join(folder, 'dist'), { recursive: true });
    for (const coding of ['br', 'gz']) writeFileSync(join(folder, `dist/renderer/desk.html.${coding}`), 'compressed');
    for (const name of ['package.json', 'electron-builder.yml', 'assets', 'src-core', 'LICENSE']) {
      if (existsSync(join(ROOT, name))) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const electron = join(folder, 'electron');
    emptyElectron(electron);
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/electron-builder/cli.js'),
        ...['--linux', 'dir', '--x64', '--publish', 'never', `-c.electronDist=${electron}`],
      ],
      { cwd: folder, stdio: 'pipe' },
    );
    const unpacked = join(folder, 'release/linux-unpacked');
    const archive = join(unpacked, 'resources/app.asar');
    const files = asar.listPackage(archive).filter((path) => !/^\/dist(\/|$)/.test(path));
    expect(files).toEqual(['/assets', '/assets/icon', '/assets/icon/icon-512.png', '/package.json']);
    expect(asar.listPackage(archive)).toEqual(
      expect.arrayContaining([
        ...['electron', 'exporter', 'reader'].map((name) => `/dist/main/${name}.cjs`),
        '/dist/renderer/desk.html',
      ]),
    );
    // Electron reads the files themselves; the compressed ones are the browser host's.
    expect(asar.listPackage(archive).filter((path) => /\.(br|gz)$/.test(path))).toEqual([]);
    expect(JSON.parse(asar.extractFile(archive, 'package.json').toString())).toMatchObject({ main: packageJson.main });
    // In the order of Electron's fuse wire: runAsNode, cookies, NODE_OPTIONS, --inspect, asar integrity, only asar, …
    const wire = readFileSync(join(unpacked, 'ekspose'), 'latin1').split(FUSES)[1] ?? '';
    expect(wire.slice(2, 8)).toBe('000011');
    expect(wire[9]).toBe('0');
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'id.pak']);
    forget(folder);
  });
});

/** Precedes the fuses in Electron's executable. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As much of an Electron as electron-builder packs: an executable with its fuses as they come, and languages. */
function emptyElectron(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const language of ['id', 'en-US', 'de', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  const fuses = Buffer.concat([Buffer.from(FUSES), Buffer.from([1, 9]), Buffer.from('101100011')]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\n'), fuses]), { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) writeFileSync(join(folder, name), '');
}
