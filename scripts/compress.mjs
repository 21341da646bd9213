// Beside each file of a folder that is worth it, the same compressed: `.br` for whoever takes Brotli, `.gz` for everybody else.
// The browser host serves them as they are; a build is made once, and a start takes what it made.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** Fonts and pictures are compressed already; sounds are loaded rarely, and in parts. */
const WORTH = new Set(['.html', '.js', '.css', '.svg', '.json']);

/** Bytes. What reads slides is loaded in advance, so that a twelfth less is not worth ten times the work. */
const LARGE = 400_000;

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/**
 * @param {string} folder looked through with all that is in it
 * @returns {Promise<void>} when every file is written; the same bytes for the same build
 */
export async function compressFolder(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => WORTH.has(extname(path)) && statSync(path).isFile());
  await Promise.all(
    paths.map(async (path) => {
      const bytes = readFileSync(path);
      const quality = bytes.length > LARGE ? 9 : 10;
      const params = { [zlib.BROTLI_PARAM_QUALITY]: quality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      writeFileSync(`${path}.br`, await brotli(bytes, { params }));
      writeFileSync(`${path}.gz`, await gzipped(bytes, { level: 9 }));
    }),
  );
}
