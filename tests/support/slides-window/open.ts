import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { sharedChromium } from '../print-page.ts';
import { distFolder, type StaticRenderer, serveRenderer } from '../static-renderer.ts';

/** Builds the window of `main.ts` as the product's windows are built, and serves it under their policy. */
export async function serveSlidesWindow(): Promise<StaticRenderer> {
  const folder = await mkdtemp(join(tmpdir(), 'ekspose-slides-'));
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  cpSync(join(distFolder(), 'renderer/pdf'), join(folder, 'pdf'), { recursive: true });
  const renderer = await serveRenderer(folder);
  return {
    ...renderer,
    async close() {
      await renderer.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** After how long a call ends the worker, ms: longer than a busy machine needs for any. */
export const PATIENCE = 60_000;

/** A page with that window. @param prepare called with the page before it is loaded */
export async function openSlidesWindow(
  { origin }: StaticRenderer,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await (await sharedChromium()).newPage();
  await prepare?.(page);
  await page.goto(`${origin}/index.html?patience=${PATIENCE}`);
  await page.waitForFunction(() => 'slides' in window);
  return page;
}
