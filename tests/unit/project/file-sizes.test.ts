import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDERS = ['src-core', 'src-main', 'src-renderer', 'tests', 'scripts'];
/** A file that can be read in one sitting. */
const MOST_LINES = 300;

it(`no source file has more than ${MOST_LINES} lines`, () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|mjs|cjs|css|html)$/.test(path))
      .map((path) => join(folder, path)),
  );
  const tooLong = files.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').length;
    return lines > MOST_LINES ? [`${path}: ${lines}`] : [];
  });
  expect(tooLong).toEqual([]);
  expect(files.length).toBeGreaterThan(50);
});
