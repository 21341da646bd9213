// Builds windows, preloads and main process into dist/. Main and preloads are CommonJS: a sandboxed preload can be nothing
// else, and a CommonJS main registers its scheme before anything is awaited.
import { cpSync, existsSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, normalizePath } from 'vite';
import { compressFolder } from './compress.mjs';
import { noAriaWords } from './no-aria-words.mjs';
import { ownSchemas } from './own-schemas.mjs';
import { pureCore } from './pure-core.mjs';
import { scriptGroups } from './script-groups.mjs';

// Whoever calls (a test, say): what is built is for use. Vite would compile JSX for development otherwise.
process.env.NODE_ENV = 'production';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodeModules = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
// Another folder for a second build beside the first, as the tests make one.
const dist = process.env.EKSPOSE_DIST ?? `${root}dist`;
// As Vite names files on every system.
const core = normalizePath(`${root}src-core/`);
const schemas = normalizePath(`${root}src-renderer/desk/kernel/schemas.ts`);
const { findModules, groups } = scriptGroups(root);
const wanted = process.argv.slice(2);
const want = (part) => wanted.length === 0 || wanted.includes(part);

/** One CommonJS file with everything in it but Electron and Node. */
const script = (entry, outDir, name) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    ssr: { noExternal: true, target: 'node' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: `${root}${entry}`,
      outDir: `${dist}/${outDir}`,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: ['electron', ...nodeModules],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  });

const scripts = [
  ['main', 'src-main/hosts/electron/main.ts', 'main', 'electron'],
  ['main', 'src-main/hosts/browser/main.ts', 'main', 'browser'],
  ['main', 'src-main/exports/worker/main.ts', 'main', 'exporter'],
  ['main', 'src-main/archive/worker/main.ts', 'main', 'reader'],
  ['main', 'src-main/demo/main.ts', 'main', 'demo'],
  ['preload', 'src-main/hosts/electron/preload/desk.ts', 'preload', 'desk'],
  ['preload', 'src-main/hosts/electron/preload/projector.ts', 'preload', 'projector'],
];

for (const [part, entry, outDir, name] of scripts) {
  if ((want(part) || want(name)) && existsSync(`${root}${entry}`)) await script(entry, outDir, name);
}

if (want('renderer')) {
  await build({
    root: `${root}src-renderer`,
    configFile: false,
    logLevel: 'warn',
    plugins: [findModules, react(), noAriaWords(), ownSchemas({ core, reader: schemas }), pureCore(core)],
    // A worker is a module of its own, under the same policy as its window.
    worker: {
      format: 'es',
      plugins: () => [pureCore(core)],
      rolldownOptions: {
        output: { entryFileNames: ({ name }) => `assets/${name === 'worker' ? 'archive-worker' : name}-[hash].js` },
      },
    },
    build: {
      outDir: `${dist}/renderer`,
      emptyOutDir: true,
      target: 'chrome130',
      // What a page imports is asked for with it; Chromium knows how, and needs no script for it.
      modulePreload: { polyfill: false },
      // The desk is loaded from the disk of the same machine; its size in the warning's terms says nothing.
      chunkSizeWarningLimit: 2_000,
      // Fonts and images stay files: the content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: [`${root}src-renderer/desk.html`, `${root}src-renderer/projector.html`],
        // A first start shows the address, not how long plugins took on a slow machine.
        checks: { pluginTimings: false },
        output: {
          codeSplitting: { groups },
        },
      },
    },
  });
  // What pdf.js fetches for itself: character maps, faces of fonts that a file does not contain, and decoders of images
  // that need no compiled code, which the windows' policy forbids.
  const pdf = (from, to, pattern) =>
    cpSync(`${root}node_modules/pdfjs-dist/${from}`, `${dist}/renderer/pdf/${to}`, {
      recursive: true,
      filter: (path) => statSync(path).isDirectory() || pattern.test(path),
    });
  pdf('cmaps', 'cmaps', /\.bcmap$/);
  pdf('standard_fonts', 'standard_fonts', /\.(pfb|ttf)$/);
  pdf('wasm', 'decoders', /_nowasm_fallback\.js$/);
  await compressFolder(`${dist}/renderer`);
}
