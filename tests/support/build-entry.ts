import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

const built = new Map<string, Promise<string>>();

/**
 * Bundles one file of the tests with everything of ours in it, to be run by Node alone; once in a worker, which leaves nothing
 * behind when it ends.
 * @returns its path
 */
export function buildEntry(entry: string): Promise<string> {
  const known = built.get(entry);
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'ekspose-entry-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = bundled(entry, folder);
  built.set(entry, path);
  return path;
}

async function bundled(entry: string, folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: { format: 'esm', entryFileNames: 'entry.mjs', codeSplitting: false },
      },
    },
  });
  return join(folder, 'entry.mjs');
}
