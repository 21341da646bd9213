import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import minutes from '../../../scripts/whole-minutes.json';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { WHOLE_MINUTES_PDF } from '../../support/whole-minutes.ts';

interface Driver {
  tryPackaged(options: { program: string; args: string[]; sound: string; say: (line: string) => void }): Promise<void>;
  unpackedProgram(root: string, platform: NodeJS.Platform): string;
}
// Plain JavaScript, as the workflow runs it.
const { tryPackaged, unpackedProgram }: Driver = await import(join(process.cwd(), 'scripts', 'use-packaged.mjs'));

/**
 * A stand-in for the packaged program: it speaks as much of Chromium's debugging protocol as the driver uses, and answers
 * in the place of the desk's page.
 */
const standIn = (fault: string): string => `
const http = require('node:http'), fs = require('node:fs'), path = require('node:path');
const { WebSocketServer } = require(${JSON.stringify(join(process.cwd(), 'node_modules/ws'))});
const at = (name) => process.argv[process.argv.indexOf(name) + 1];
const fault = ${JSON.stringify(fault)};
let projectorOpen = false;
const answer = (text) => {
  if (text.includes('window.close')) return void setTimeout(() => process.exit(fault === 'code' ? 1 : 0), 20);
  if (text.includes('audience === "desk"')) return true;
  if (text.includes('({ view }) => view')) return { host: { projectorOpen, placing: { byHand: false } } };
  if (text.includes('"projector.open"')) { projectorOpen = true; return { ok: true }; }
  if (text.includes('"desk.fill"') && fault === 'thrown') console.error('Uncaught RangeError: Maximum call stack size exceeded');
  if (text.includes('"document.export"')) {
    const file = path.join(at('--documents'), 'Notula.pdf');
    fs.mkdirSync(at('--documents'), { recursive: true });
    fs.writeFileSync(file, fault === 'pdf' ? 'nothing' : '%PDF-1.7');
    return { ok: true, value: { path: file } };
  }
  if (text.includes('new Audio') && fault === 'sound') throw new Error('NotSupportedError: no length');
  return { ok: true };
};
const server = http.createServer((_request, response) => response.end(JSON.stringify([
  { url: 'app://ekspose/desk.html', webSocketDebuggerUrl: 'ws://127.0.0.1:' + server.address().port + '/page' },
])));
new WebSocketServer({ server }).on('connection', (socket) => socket.on('message', (data) => {
  const { id, params } = JSON.parse(data);
  try {
    socket.send(JSON.stringify({ id, result: { result: { value: answer(params.expression) } } }));
  } catch (error) {
    socket.send(JSON.stringify({ id, result: { exceptionDetails: { text: error.message } } }));
  }
}));
if (fault === 'start') process.exit(133);
server.listen(0, '127.0.0.1', () => console.error('DevTools listening on ws://127.0.0.1:' + server.address().port + '/devtools/browser/1'));
`;

async function use(fault: string): Promise<string[]> {
  const folder = await temporaryFolder();
  const main = join(folder, 'main.cjs');
  await writeFile(main, standIn(fault));
  const said: string[] = [];
  await tryPackaged({
    program: process.execPath,
    args: [main],
    sound: '/assets/time-up.wav',
    say: (line) => said.push(line),
  });
  return said;
}

test('the request is the one that the desk makes', () => expect(minutes).toEqual(WHOLE_MINUTES_PDF));

test('a program that works is used from the first page to the end', async () => {
  expect(await use('')).toEqual([
    'the desk is open',
    'the projector was opened and closed',
    'the chime sounds',
    expect.stringContaining('Notula.pdf'),
    'the application has ended in order',
  ]);
});

describe.concurrent('one that does not is found', () => {
  test.each([
    ['start', 'the application comes up'],
    ['sound', 'no length'],
    ['pdf', 'the export is a PDF'],
    ['thrown', 'nothing was thrown'],
    ['code', 'ends in order (1)'],
  ])('%s', async (fault, complaint) => {
    await expect(use(fault)).rejects.toThrow(complaint);
  });
});

test('the program is found in the folder of this processor', async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, 'release/linux-arm64-unpacked'), { recursive: true });
  expect(unpackedProgram(root, 'linux')).toBe(join(root, 'release/linux-arm64-unpacked/ekspose'));
  expect(unpackedProgram(root, 'win32')).toBe(join(root, 'release/win-unpacked/ekspose.exe'));
});
