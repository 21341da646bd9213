import { BrowserWindow } from 'electron';
import { SEALED_PAGE } from './sealed-page.ts';

/**
 * Prints a self-contained page in a hidden window that has neither preload nor script.
 * @param address of the page, see `documentAddress`
 * @returns the PDF, tagged and outlined, its page size from the page's own CSS
 */
export async function printPdf(address: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: SEALED_PAGE,
  });
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
  }
}
