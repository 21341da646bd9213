import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { digestOf } from '#core/archive/digest.ts';
import { readDigest } from '#renderer/archive/read-digest.ts';
import { openRoom } from '../../../support/build-meeting.ts';

const lineOf = (json: string): string =>
  JSON.stringify({ of: 'files', gzip: gzipSync(json).toString('base64'), crc: '0' });

it('a digest is read from the line in which main stores it', async () => {
  const digest = JSON.parse(JSON.stringify(digestOf(openRoom({ title: 'Rapat “Ñandú” — 5 €' }).meeting(), 7)));
  expect(await readDigest(lineOf(JSON.stringify(digest)))).toEqual(digest);
});

it('and nothing is read from what is none: no JSON, no base64, no gzip, half of it, another thing', async () => {
  const whole = lineOf(JSON.stringify(digestOf(openRoom().meeting(), 7)));
  const half = JSON.stringify({ gzip: (JSON.parse(whole) as { gzip: string }).gzip.slice(0, 400) });
  for (const line of ['', 'null', '{"gzip":"?"}', '{"gzip":"YWJj"}', half, lineOf('{}'), lineOf('[1'), '{"gzip":3}'])
    expect([line, await readDigest(line)]).toEqual([line, null]);
});
