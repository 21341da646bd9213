import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type DocumentFormat, type DocumentKind, FORMATS_OF } from '#core/minutes/documents.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { docxText } from '../support/docx-text.ts';
import { AGENCIES, type ExportingRoom, exportingRoom } from '../support/exporting-application.ts';
import { catchword } from '../support/pdf-lines.ts';
import { sharedChromium } from '../support/print-page.ts';
import { printingWith } from '../support/printer.ts';
import { readPdf, wholeText } from '../support/read-pdf.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const options = DEFAULT_OPTIONS;
/** One of its own, for a test that needs another environment. */
const room = async (env: NodeJS.ProcessEnv): Promise<ExportingRoom> => exportingRoom(await temporaryFolder(), env);

const ends: (() => unknown)[] = [];
let shared: Promise<ExportingRoom> | null = null;
/** The same for all tests here that neither change the meeting nor need another environment; nothing is exported yet. */
async function sharedRoom(): Promise<ExportingRoom> {
  shared ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ekspose-exports-'));
    ends.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    return exportingRoom(folder, await printingWith(await sharedChromium()), (end) => ends.unshift(end));
  })();
  const same = await shared;
  await rm(same.documents, { recursive: true, force: true });
  return same;
}
afterAll(async () => {
  for (const end of ends) await end();
});

const PAIRS = DOCUMENT_KINDS.flatMap((document) => FORMATS_OF[document].map((format) => ({ document, format })));

/** Reads a file as its own program would. */
async function textOf(format: DocumentFormat, bytes: Buffer): Promise<string> {
  switch (format) {
    case 'pdf':
      return wholeText(await readPdf(new Uint8Array(bytes)));
    case 'docx':
      return docxText(bytes);
    case 'xlsx':
      return JSON.stringify(await readXlsxFile(bytes));
    case 'csv':
    case 'txt':
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    default:
      return format satisfies never;
  }
}

describe('the documents of the running application', () => {
  it('are written in each of their formats, open, and hold no private word', async () => {
    const { desk, documents, agencyId } = await sharedRoom();
    accepted(await desk.send({ type: 'attendance.fill' }));
    const names: string[] = [];
    for (const { document, format } of PAIRS) {
      const whose = document === 'agencySheet' ? agencyId('Dinkes') : null;
      const isMinutes = document === 'minutes' && format === 'pdf';
      // Asked for in one of them, which shows that what is chosen reaches the paper.
      const asked = {
        document,
        format,
        options: { ...options, catchword: isMinutes },
        agencyId: whose,
        overwrite: false,
      };
      const { path } = accepted(await desk.ask('document.export', asked));
      if (path === null) throw new Error('cancelled');
      names.push(path.slice(documents.length + 1));
      const bytes = await readFile(path);
      if (isMinutes) {
        const { word, next } = await catchword(new Uint8Array(bytes));
        expect(word).not.toBe('');
        expect(next).toContain(word.replace('…', ''));
      }
      const text = await textOf(format, bytes);
      expect(text).not.toContain('rahasia');
      const expected = {
        minutes: 'arahan',
        followUps: 'arahan',
        agencySheet: 'arahan',
        ledger: 'Kesehatan',
        rundown: 'Kesehatan',
        attendance: 'RakorUji',
      };
      expect([document, format, text.replace(/\s/g, '')]).toEqual([
        document,
        format,
        expect.stringContaining(expected[document]),
      ]);
    }
    expect(names).toEqual([
      'Notula Rakor Uji 2026-05-18.pdf',
      'Notula Rakor Uji 2026-05-18.docx',
      'Notula Rakor Uji 2026-05-18.txt',
      'Matriks Tindak Lanjut Rakor Uji 2026-05-18.pdf',
      'Matriks Tindak Lanjut Rakor Uji 2026-05-18.xlsx',
      'Matriks Tindak Lanjut Rakor Uji 2026-05-18.csv',
      'Daftar Hadir Kosong Rakor Uji 2026-05-18.pdf',
      'Susunan Acara Rakor Uji 2026-05-18.pdf',
      'Lembar Arahan Dinkes Rakor Uji 2026-05-18.pdf',
      'Lembar Arahan Dinkes Rakor Uji 2026-05-18.txt',
      'Catatan Waktu Giliran Rakor Uji 2026-05-18.xlsx',
      'Catatan Waktu Giliran Rakor Uji 2026-05-18.csv',
    ]);
    expect((await readdir(documents)).toSorted()).toEqual(names.toSorted());
  });

  it('are refused in formats in which they are not to be had, and for agencies that are not there', async () => {
    const { desk } = await sharedRoom();
    const ask = (document: DocumentKind, format: DocumentFormat, agencyId: string | null = null) =>
      desk.ask('document.export', { document, format, options, agencyId, overwrite: false });
    for (const reply of [
      await ask('rundown', 'xlsx'),
      await ask('ledger', 'pdf'),
      await ask('agencySheet', 'pdf'),
      await ask('minutes', 'pdf', 'gone'),
    ]) {
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'badMessage' } });
    }
    for (const id of ['gone', '__proto__', 'constructor']) {
      expect(await ask('agencySheet', 'txt', id)).toMatchObject({ ok: false, refusal: { code: 'unknownAgency' } });
    }
  });

  it('ask before a file is replaced, and then replace it', async () => {
    const { desk, documents } = await sharedRoom();
    const asked = { document: 'minutes', format: 'txt', options, agencyId: null, overwrite: false } as const;
    const { path } = accepted(await desk.ask('document.export', asked));
    if (path === null) throw new Error('cancelled');
    await writeFile(path, 'catatan orang lain');
    expect(await desk.ask('document.export', asked)).toMatchObject({
      ok: false,
      refusal: { code: 'exportExists', params: { path } },
    });
    expect(await readFile(path, 'utf8')).toBe('catatan orang lain');
    accepted(await desk.ask('document.export', { ...asked, overwrite: true }));
    expect(await readFile(path, 'utf8')).toContain('NOTULA');
    expect(await readdir(documents)).toEqual(['Notula Rakor Uji 2026-05-18.txt']);
  });

  it('say in plain words that their folder cannot be reached', async () => {
    const { desk, documents } = await sharedRoom();
    await writeFile(documents, 'sebuah berkas');
    const asked = { document: 'followUps', format: 'csv', options, agencyId: null, overwrite: false } as const;
    expect(await desk.ask('document.export', asked)).toMatchObject({
      ok: false,
      refusal: { code: 'exportGone', params: { folder: documents } },
    });
    expect(await readFile(documents, 'utf8')).toBe('sebuah berkas');
    await rm(documents);
    accepted(await desk.ask('document.export', asked));
  });

  it('say that there is no browser to print with, and are written without one where none is needed', async () => {
    const { desk } = await room({ EKSPOSE_BROWSER: '/gone/chromium', PATH: '/gone' });
    const ask = (format: DocumentFormat) =>
      desk.ask('document.export', { document: 'minutes', format, options, agencyId: null, overwrite: false });
    expect(await ask('pdf')).toMatchObject({ ok: false, refusal: { code: 'noBrowser' } });
    accepted(await ask('docx'));
  });

  it('are had as a text for a messenger', async () => {
    const { desk, agencyId } = await sharedRoom();
    const whole = accepted(await desk.ask('document.text', { document: 'minutes', options, agencyId: null }));
    expect(whole.text).toContain('*Arahan*\n1. arahan Dinkes (Bupati, Dinas Kesehatan)\n');
    expect(whole.text).not.toContain('rahasia');
    const sheet = { document: 'agencySheet', options, agencyId: agencyId('Dinsos') } as const;
    expect(accepted(await desk.ask('document.text', sheet)).text).toContain('arahan Dinsos');
    expect(await desk.ask('document.text', { document: 'ledger', options, agencyId: null })).toMatchObject({
      ok: false,
      refusal: { code: 'badMessage' },
    });
  });
});

it('the board and a reminder are written and said by the running application, as its documents are', async () => {
  const { desk, documents, agencyId } = await sharedRoom();
  const filter = { agencyId: null, leader: null, standing: null, text: '' } as const;
  const paper = { document: 'board', filter, sort: 'due' } as const;
  const { path } = accepted(await desk.ask('board.export', { paper, format: 'csv', overwrite: false }));
  expect(path).toMatch(new RegExp(`^${documents}.*Daftar Tindak Lanjut`));
  const table = await readFile(path ?? '', 'utf8');
  for (const words of ['arahan Dinkes', 'arahan Dinsos']) expect(table).toContain(words);
  const { text } = accepted(await desk.ask('board.text', { agencyId: agencyId('Dinsos') }));
  expect(text).toContain('arahan Dinsos');
  expect(text).not.toMatch(/rahasia|Dinkes/);
  const { url } = accepted(
    await desk.ask('board.preview', { paper: { document: 'reminder', agencyId: agencyId('Dinkes') } }),
  );
  expect(url).not.toBe('');
});

describe('every agency’s sheet at once', () => {
  it('comes into a folder of its own, with progress, and is asked about before it is replaced', async () => {
    const { desk, documents } = await sharedRoom();
    const seen: string[] = [];
    const watching = desk.until(({ exporting }) => {
      if (exporting !== null) seen.push(`${exporting.done}/${exporting.total} ${exporting.name}`);
      return exporting !== null && exporting.done === 1;
    });
    const done = accepted(await desk.ask('document.exportAgencies', { options, overwrite: false }));
    await watching;
    const folder = join(documents, 'Lembar Arahan Rakor Uji 2026-05-18');
    const files = ['Lembar Arahan Dinkes Rakor Uji 2026-05-18.pdf', 'Lembar Arahan Dinsos Rakor Uji 2026-05-18.pdf'];
    expect(done).toEqual({ folder, files, total: 2, cancelled: false, failed: null });
    expect(await readdir(folder)).toEqual(files);
    expect(seen).toContain('0/2 Dinas Kesehatan');
    expect(seen).toContain('1/2 Dinas Sosial');
    expect(desk.view().exporting).toBeNull();
    for (const name of files) {
      const text = wholeText(await readPdf(new Uint8Array(await readFile(join(folder, name)))));
      expect(text).toContain(name.includes('Dinkes') ? 'arahanDinkes' : 'arahanDinsos');
      expect(text).not.toContain('rahasia');
    }
    const again = await desk.ask('document.exportAgencies', { options, overwrite: false });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'exportExists', params: { path: folder } } });
    expect(accepted(await desk.ask('document.exportAgencies', { options, overwrite: true }))?.files).toEqual(files);
  });

  it('stops after the sheet that it is at when it is cancelled, and keeps what is written', async () => {
    const { desk } = await sharedRoom();
    const exporting = desk.ask('document.exportAgencies', { options, overwrite: false });
    await desk.until((view) => view.exporting !== null && view.exporting.name !== '');
    expect(await desk.ask('document.exportAgencies', { options, overwrite: true })).toMatchObject({
      ok: false,
      refusal: { code: 'exportUnderWay' },
    });
    accepted(await desk.ask('document.cancel', {}));
    const done = accepted(await exporting);
    expect(done).toMatchObject({ total: 2, cancelled: true, failed: null });
    expect(done?.files).toHaveLength(1);
    expect(await readdir(done?.folder ?? '')).toEqual(done?.files);
  });

  it('is refused where nothing was asked of anybody', async () => {
    const running = await startApplication(await temporaryFolder());
    const desk = await running.connect('desk');
    const request = { title: 'Rakor Kosong', date: '2026-05-18', agencies: agencyRows(AGENCIES), carryFrom: null };
    accepted(await desk.ask('meeting.create', request));
    expect(await desk.ask('document.exportAgencies', { options, overwrite: false })).toMatchObject({
      ok: false,
      refusal: { code: 'exportNothing', params: { term: 'SKPD' } },
    });
  });
});

it('goes on answering and saving while a large document is made', async () => {
  const { desk } = await sharedRoom();
  const { meeting } = desk.view();
  const itemId = meeting?.agenda.order.find((id) => meeting.agenda.items[id]?.agencyId !== null) ?? '';
  const note = {
    type: 'note.add',
    itemId,
    author: { kind: 'leader', role: 'sekda' },
    kind: 'note',
    concerns: null,
  } as const;
  const sending = Array.from({ length: 1_500 }, (_, n) =>
    desk.send({ ...note, visibility: 'internal', text: `catatan ${n} ${'panjang '.repeat(20)}` }),
  );
  for (const reply of await Promise.all(sending)) accepted(reply);
  const asked = { document: 'minutes', format: 'docx', options, agencyId: null } as const;
  // The thread is started by then, and what is measured is the document.
  accepted(await desk.ask('document.export', { ...asked, overwrite: false }));
  const began = performance.now();
  let took = 0;
  const exporting = desk.ask('document.export', { ...asked, overwrite: true }).then((reply) => {
    took = performance.now() - began;
    return reply;
  });
  let longest = 0;
  let changes = 0;
  let last = 0;
  while (took === 0) {
    const sent = performance.now();
    ({ seq: last } = accepted(await desk.send({ type: 'meeting.edit', fields: { theme: `tema ${changes}` } })));
    longest = Math.max(longest, performance.now() - sent);
    changes += 1;
  }
  accepted(await exporting);
  await desk.until(({ saved }) => saved.durable >= last);
  // Made in the main thread, the first change would wait for the whole document, and there would be one.
  expect(changes).toBeGreaterThan(5);
  expect(longest).toBeLessThan(took / 2);
});
