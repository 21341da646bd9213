import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { routes } from '#main/hosts/browser/routes.ts';
import { shownDocuments } from '#main/hosts/web/documents.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const { compressFolder }: { compressFolder(folder: string): Promise<void> } = await import(
  String(new URL('../../scripts/compress.mjs', import.meta.url))
);

const SCRIPT = `console.log(${JSON.stringify('kata '.repeat(500))});\n`;
const SOUND = Buffer.from('RIFF, and then what cannot be made smaller here');

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The server's routes over a build of two files, compressed as a build is. */
async function served(): Promise<
  (path: string, accepted?: string, method?: string, more?: OutgoingHttpHeaders) => Promise<Got>
> {
  const renderer = await temporaryFolder();
  await mkdir(join(renderer, 'assets'));
  await writeFile(join(renderer, 'assets/desk.js'), SCRIPT);
  await writeFile(join(renderer, 'assets/time-up.wav'), SOUND);
  await compressFolder(renderer);
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const emblems = { read: async () => null };
  const slides = { sizeOf: async () => null, read: async () => null };
  const answer = routes({
    ...{ renderer, origin, documents: shownDocuments(), emblems, slides, usedTicket: '' },
    redeem: () => null,
    focus: () => false,
  });
  server.on('request', (request, response) => void answer(request, response));
  return async (path, accepted, method = 'GET', more = {}) => {
    const headers = { ...more, ...(accepted === undefined ? {} : { 'accept-encoding': accepted }) };
    const asked = get(`${origin}${path}`, { headers, method, agent: false });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) };
  };
}

test('a file of the build goes out in the form that the browser takes, and is the same file', async () => {
  const ask = await served();
  const brotli = await ask('/assets/desk.js', 'gzip, deflate, br, zstd');
  expect(brotli.headers).toMatchObject({
    ...{ 'content-encoding': 'br', vary: 'accept-encoding, sec-fetch-dest', 'x-content-type-options': 'nosniff' },
    'content-type': 'text/javascript; charset=utf-8',
    'content-security-policy': expect.stringContaining("script-src 'self'"),
  });
  expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
  const gzip = await ask('/assets/desk.js', 'gzip');
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
  const plain = await ask('/assets/desk.js');
  expect(plain.headers).toMatchObject({ vary: 'accept-encoding, sec-fetch-dest' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(SCRIPT);
  expect(brotli.body.length).toBeLessThan(SCRIPT.length / 4);
  // Again, now that they are cached: nobody gets an encoding that they did not request.
  expect((await ask('/assets/desk.js', 'br')).body).toEqual(brotli.body);
  expect((await ask('/assets/desk.js')).body).toEqual(plain.body);
});

test('whatever may be a page or a worker has the policy; a part of a page, which follows the page’s, is small', async () => {
  const ask = await served();
  const policyOf = async (taken: OutgoingHttpHeaders) =>
    (await ask('/assets/desk.js', 'br', 'GET', taken)).headers['content-security-policy'];
  for (const taken of ['document', 'worker', 'sharedworker', 'serviceworker', 'iframe', 'empty', 'image', 'Script'])
    expect(await policyOf({ 'sec-fetch-dest': taken }), taken).toContain("default-src 'none'");
  expect(await policyOf({})).toContain("default-src 'none'");
  for (const part of ['script', 'style', 'font'])
    expect(await policyOf({ 'sec-fetch-dest': part }), part).toBeUndefined();
});

test('a file of which the build made no other form goes out as it is', async () => {
  const ask = await served();
  const { status, headers, body } = await ask('/assets/time-up.wav', 'br');
  expect({ status, coding: headers['content-encoding'] }).toEqual({ status: 200, coding: undefined });
  expect(body).toEqual(SOUND);
});

test('a question without a body is answered with the headers alone', async () => {
  const { status, headers, body } = await (await served())('/assets/desk.js', 'br', 'HEAD');
  expect({ status, coding: headers['content-encoding'], length: body.length }).toEqual({
    ...{ status: 200, coding: 'br', length: 0 },
  });
});

test('the compressed forms have no address of their own', async () => {
  const ask = await served();
  for (const path of ['/assets/desk.js.br', '/assets/desk.js.gz', '/assets/desk.js%2ebr'])
    expect((await ask(path, 'br')).status).toBe(404);
});

test('compressed twice, a build is the same to the last byte', async () => {
  const [first, second] = await Promise.all(
    ['a', 'b'].map(async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'desk.js'), SCRIPT);
      await compressFolder(folder);
      return Promise.all(['br', 'gz'].map((ending) => readFile(join(folder, `desk.js.${ending}`))));
    }),
  );
  expect(first).toEqual(second);
});
