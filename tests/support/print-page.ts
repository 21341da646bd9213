import { type Browser, chromium } from '@playwright/test';
import { pdfOf } from './printer.ts';
import { TEST_BROWSER_ARGS, testBrowser } from './test-browser.ts';

let shared: Promise<Browser> | null = null;

/** The Chromium of this worker, for everything that is printed or shown; it ends with the worker. */
export function sharedChromium(): Promise<Browser> {
  const executablePath = testBrowser();
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge to test with; EKSPOSE_BROWSER names one');
  shared ??= chromium.launch({ executablePath, args: [...TEST_BROWSER_ARGS] });
  return shared;
}

/**
 * Prints a page as the browser host does, but in a running Chromium. That host's own way, the browser's command line,
 * is tested in print-pdf.test.ts.
 */
export async function printPage(html: string): Promise<Uint8Array> {
  const page = await (await sharedChromium()).newPage();
  try {
    await page.setContent(html);
    return await pdfOf(page);
  } finally {
    await page.close();
  }
}
