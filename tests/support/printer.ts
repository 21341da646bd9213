import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from '@playwright/test';
import { testBrowser } from './test-browser.ts';

const PDF = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

/** Prints a page with the options of the browser host's command line. */
export async function pdfOf(page: Page): Promise<Uint8Array> {
  await page.evaluate(async () => document.fonts.ready);
  return new Uint8Array(await page.pdf(PDF));
}

const printers = new WeakMap<Browser, Promise<number>>();

/** Answers `tests/doubles/browser/printer.mjs`. @returns its port */
function printerOf(browser: Browser): Promise<number> {
  const running = printers.get(browser);
  if (running !== undefined) return running;
  const server: Server = createServer(async (request, response) => {
    try {
      const { url, output } = JSON.parse(await text(request)) as { url: string; output: string };
      const page = await browser.newPage();
      await page.goto(url);
      await writeFile(output, await pdfOf(page));
      await page.close();
      response.writeHead(200).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  const port = new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  // It ends with the process of the tests.
  server.unref();
  printers.set(browser, port);
  return port;
}

/**
 * What an application under test needs in its environment to print with a browser that runs already. The command line of a
 * real one is tried in print-pdf.test.ts, and from the desk on in rakor.spec.ts.
 */
export async function printingWith(browser: Browser): Promise<Record<string, string>> {
  // Windows runs no script as a program.
  if (process.platform === 'win32') return { EKSPOSE_BROWSER: testBrowser() ?? '' };
  return {
    EKSPOSE_BROWSER: join(import.meta.dirname, '../doubles/browser/printer.mjs'),
    EKSPOSE_TEST_PRINTER: String(await printerOf(browser)),
  };
}
