// Writes release/SHA256SUMS.txt over the packages there, as sha256sum has it: whoever copies one to a flash disk can check it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../release', import.meta.url));
const packages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.startsWith('Ekspose-'))
  .map(({ name }) => name)
  .toSorted();
if (packages.length === 0) {
  console.error('Tidak ada paket di folder release. / There is no package in the folder release.');
  process.exit(1);
}
const lines = packages.map(
  (name) =>
    `${createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')}  ${name}\n`,
);
writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''));
console.log(lines.join(''));
