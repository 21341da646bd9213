import { describe, expect, it } from 'vitest';
import { noteOf, openRoom, start } from '../support/build-meeting.ts';
import { optionsWith, pageOf } from '../support/document-page.ts';
import { bodyLines, outsideMargins, type PdfSheet, pdfSheets } from '../support/pdf-lines.ts';
import { printPage } from '../support/print-page.ts';
import { squeezed } from '../support/read-pdf.ts';

/** A meeting whose paper ends a little lower on its page with each `length`, with or without a matriks before the end. */
function meetingOf(length: number, matrix: boolean) {
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  const { id } = room.item('Dinas Kesehatan');
  const follow = { type: 'followUp.add', itemId: null, what: null, pics: null, due: null, status: 'open' } as const;
  for (let n = 0; n < length; n += 1) {
    const kind = (['directive', 'decision', 'problem'] as const)[n % 3] ?? 'note';
    room.send(noteOf(id, `Catatan nomor ${n} tentang puskesmas. ${'Percepat pembangunan. '.repeat(n % 4)}`, { kind }));
    if (matrix) room.send({ ...follow, noteId: room.lastNote().id });
  }
  room.send({ type: 'turn.finish', callNext: false });
  room.send({ type: 'meeting.finish' });
  return room.meeting();
}

/** What is wrong with a paper's page breaks. */
function wrongBreaks(sheets: readonly PdfSheet[]): string[] {
  const wrong: string[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const lines = bodyLines(sheet).map(({ text }) => text);
    const last = lines.at(-1) ?? '';
    if (
      /^(\d+\. |Kegiatan|Peserta|Pimpinan Rapat$|Arahan$|Permasalahan$|Catatan$|Matriks|Keputusan Rapat$)/.test(last)
    ) {
      if (!/nomor/.test(last)) wrong.push(`page ${index + 1} ends with the heading ${last}`);
    }
    const signature = lines.findIndex((text) => text.includes('Pimpinan Rapat,'));
    if (signature !== -1) {
      if (!lines.slice(0, signature).some((text) => text.startsWith('Demikian')))
        wrong.push('signature without sentence');
      if (!lines.slice(signature).some((text) => text.includes('.'.repeat(40)))) wrong.push('signature torn');
      if (signature < 2) wrong.push('signature alone');
    }
    wrong.push(...outsideMargins(sheet));
  }
  if (!sheets.some((sheet) => bodyLines(sheet).some(({ text }) => text.includes('Pimpinan Rapat,'))))
    wrong.push('unsigned');
  return wrong;
}

describe('papers of twelve lengths', () => {
  it('have no signature alone or torn, and no heading at the foot of a page', async () => {
    const told: string[] = [];
    const pages = new Set<number>();
    const variants = [
      { matrix: true, pattern: 'newer' },
      { matrix: false, pattern: 'newer' },
      { matrix: false, pattern: 'older' },
    ] as const;
    for (let n = 0; n < 12; n += 1) {
      const { matrix, pattern } = variants[n % variants.length] ?? variants[0];
      const length = 7 + 3 * n;
      const sheets = await pdfSheets(
        await printPage(pageOf(meetingOf(length, matrix), { options: optionsWith({ pattern }) })),
      );
      pages.add(sheets.length);
      told.push(...wrongBreaks(sheets).map((what) => `${length} notes, ${pattern}: ${what}`));
    }
    expect(told).toEqual([]);
    // Ends at many heights of a page, or the loop has tried one case only.
    expect(pages.size).toBeGreaterThan(2);
  }, 300_000);
});

describe('agencies that were not reached', () => {
  it('have their name with what was noted of them, on whatever height of a page it falls', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => n + 1);
    const room = openRoom({ agencyText: numbers.map((n) => `Kecamatan Nomor ${n}`).join('\n') });
    start(room, 'Kecamatan Nomor 1');
    for (const n of numbers.slice(1)) {
      const text = 'Percepat pembangunan puskesmas. '.repeat(1 + ((n * 7) % 5)).trim();
      room.send(noteOf(room.item(`Kecamatan Nomor ${n}`).id, text, { kind: n % 4 === 0 ? 'decision' : 'directive' }));
    }
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const sheets = await pdfSheets(await printPage(pageOf(room.meeting())));
    expect(sheets.length).toBeGreaterThan(4);
    const feet = sheets.map((sheet) => bodyLines(sheet).at(-1)?.text ?? '');
    expect(feet.filter((text) => text.includes('belum sampai'))).toEqual([]);
  }, 120_000);
});

describe('agencies that presented', () => {
  it('have who and when with what was said first, on whatever height of a page they fall', async () => {
    const numbers = Array.from({ length: 40 }, (_, n) => n + 1);
    const room = openRoom({ agencyText: numbers.map((n) => `Kecamatan Nomor ${n}`).join('\n') });
    for (const n of numbers) {
      start(room, `Kecamatan Nomor ${n}`);
      const { id } = room.item(`Kecamatan Nomor ${n}`);
      for (let k = 0; k < 1 + ((n * 3) % 4); k += 1)
        room.send(noteOf(id, 'Percepat pembangunan puskesmas. '.repeat(1 + ((n * 7 + k) % 5)).trim()));
      if (n % 2 === 0) room.send(noteOf(id, 'Dibangun tahun ini.', { kind: 'decision' }));
      if (n % 5 === 3) room.send({ type: 'sheet.edit', itemId: id, fields: { vision: 'Visi kami. '.repeat(n * 3) } });
      room.send({ type: 'turn.finish', callNext: false });
    }
    room.send({ type: 'meeting.finish' });
    const sheets = await pdfSheets(await printPage(pageOf(room.meeting())));
    expect(sheets.length).toBeGreaterThan(8);
    const feet = sheets.map((sheet) => bodyLines(sheet).at(-1)?.text ?? '');
    expect(feet.filter((text) => /^(Penyaji|Waktu|\d+\. Kecamatan)/.test(text))).toEqual([]);
    // Alone on the next page nobody would know whose decisions these are.
    const heads = sheets.map((sheet) => bodyLines(sheet)[0]?.text ?? '');
    expect(heads.filter((text) => text.startsWith('Keputusan: lihat'))).toEqual([]);
  }, 120_000);
});

describe('texts that would burst a page', () => {
  const ENDLESS = 'W'.repeat(10_000);
  const LINE = 'W'.repeat(300);
  const HOSTILE = [
    '<img src=x onerror=alert(1)><script>alert(2)</script>',
    "=cmd|' /C calc'!A0",
    '\u202Eterbalik\u202C \u200Fkanan',
    'rusak \uD83D\uDE00 \uD83D separuh',
    `${ENDLESS} akhir`,
  ];

  it('stay within the margins of every paper', async () => {
    const room = openRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send({
      type: 'meeting.edit',
      fields: { title: LINE, theme: LINE, place: LINE, invitation: LINE, minuteTaker: LINE },
    });
    room.send({ type: 'agency.edit', agencyId: 'dinkes', name: 'W'.repeat(200), short: 'W'.repeat(60), head: LINE });
    for (const role of ['bupati', 'sekda'] as const)
      room.send({ type: 'leader.edit', leader: { role, name: LINE, office: LINE, rank: LINE, nip: LINE } });
    room.send({
      type: 'sheet.edit',
      itemId: id,
      fields: {
        vision: ENDLESS,
        targets: [{ id: 't', indicator: LINE, unit: LINE, target: LINE, achieved: LINE, change: LINE }],
        problems: `satu\n${ENDLESS}`,
      },
    });
    for (const text of HOSTILE) room.send(noteOf(id, text, { kind: 'directive' }));
    room.send({
      type: 'followUp.add',
      noteId: null,
      itemId: id,
      what: ENDLESS,
      pics: ['dinkes'],
      due: null,
      status: 'open',
    });
    room.send({ type: 'attendance.fill' });
    const letterhead = { government: LINE, office: LINE, lines: [LINE] };
    const options = optionsWith(
      { signers: ['chair', 'minuteTaker', 'acknowledged'] },
      { rundown: true, chart: true, attendance: 'ticked' },
    );
    for (const document of ['minutes', 'agencySheet', 'rundown'] as const) {
      const html = pageOf(room.meeting(), { document, options, letterhead, agencyId: 'dinkes' });
      const sheets = await pdfSheets(await printPage(html));
      expect(sheets.flatMap(outsideMargins).map((what) => what.slice(0, 120))).toEqual([]);
      const text = squeezed(sheets.flatMap((sheet) => bodyLines(sheet).map((line) => line.text)).join(''));
      if (document === 'rundown') continue;
      for (const words of ['<imgsrc=xonerror=alert(1)>', "=cmd|'/Ccalc'!A0", 'terbalikkanan', 'separuh', 'akhir'])
        expect(text).toContain(words);
    }
  }, 180_000);
});
