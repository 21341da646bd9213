import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { convert } from '#main/slides/convert.ts';
import { findConverter } from '#main/slides/find-converter.ts';
import { pptx } from '../support/presentation.ts';
import { readPdf, wholeText } from '../support/read-pdf.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const found = findConverter();
const office = found?.kind === 'libreoffice' ? found : null;
if (office === null) console.warn('SKIPPED: no LibreOffice here, so no presentation is really converted');

/** The letters of a PDF. */
const wordsIn = async (pdf: string): Promise<string> => wholeText(await readPdf(new Uint8Array(await readFile(pdf))));

test.skipIf(office === null)('LibreOffice makes a PDF of a presentation, and it loads nothing', async () => {
  if (office === null) return;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const folder = await temporaryFolder();
  const path = join(folder, 'a.part');
  await writeFile(path, pptx(['Paparan Dinas Kesehatan', 'Terima kasih'], `http://127.0.0.1:${port}/gambar.png`));
  const { signal } = new AbortController();
  const words = await convert({ converter: office, path, name: 'PUPR_paparan final (2).pptx', signal }, wordsIn);
  expect(words).toContain('PaparanDinasKesehatan');
  expect(words).toContain('Terimakasih');
  expect(asked).toEqual([]);
});
