// Holds the layers of `layers.mjs`, and keeps their picture in docs/architecture.md true (`--write` draws it anew).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { drawnInto, examine } from './layers.mjs';

const DOCUMENT = 'docs/architecture.md';
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src-*'], {
  encoding: 'utf8',
});
const { faults, folders } = examine(listed.trim().split('\n'));
const before = readFileSync(DOCUMENT, 'utf8');
const after = drawnInto(before, folders);
if (after !== before && process.argv.includes('--write')) writeFileSync(DOCUMENT, after);
else if (after !== before) faults.push(`the picture in ${DOCUMENT} is not true any more: npm run check draws it`);
for (const fault of faults) console.error(fault);
console.log(`layers: ${faults.length === 0 ? 'every import points down, no circle' : `${faults.length} faults`}`);
process.exitCode = faults.length === 0 ? 0 : 1;
