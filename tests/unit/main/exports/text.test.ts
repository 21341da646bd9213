import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { documentHtml } from '#main/documents/document-html.tsx';
import { documentFile, documentText } from '#main/exports/render-document.ts';
import { MARKS, steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';
import { optionsWith } from '../../../support/document-page.ts';
import { docxText } from '../../../support/docx-text.ts';
import { closedRoom, sourceOf } from '../../../support/export-source.ts';
import { HOSTILE_TEXTS } from '../../../support/hostile-text.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';

describe('the minutes as plain text', () => {
  it('is a short summary in a messenger, with headings between asterisks and no internal note', () => {
    const meeting = closedRoom().meeting();
    const lines = (purpose: 'message' | 'panelMessage') => documentText(sourceOf(meeting), purpose).split('\n');
    const head = ['*Ringkasan judul*', 'Senin, 17 Mei 2021, tempat', ''];
    const directive = '1. tampil (untuk Dinas Pekerjaan Umum dan Penataan Ruang) (Bupati, Dinas Kesehatan)';
    const duty = '   PUPR dan Dinkes; paling lambat 31 Mei 2021';
    expect(lines('message')).toEqual([...head, '*Arahan*', directive, duty, '']);
    expect(lines('panelMessage')).toEqual([
      ...head,
      '*Keputusan Rapat*',
      '1. keputusan (Bupati, Dinas Kesehatan)',
      '',
      '*Arahan*',
      directive,
      duty,
      '',
    ]);
    const empty = documentText(sourceOf(openRoom().meeting()), 'message');
    expect(empty).toContain('Belum ada keputusan, arahan atau tindak lanjut yang dapat dibagikan.');
  });

  it('has a programme with nobody in brackets where nobody is in charge', () => {
    const source = sourceOf(openRoom().meeting(), { options: optionsWith({}, { rundown: true }) });
    expect(documentText(source, 'file')).toContain(
      [
        '1. 08.30–08.35 Pembukaan',
        '2. 08.35–08.40 Indonesia Raya',
        '3. 08.40–08.45 Doa',
        '4. 08.45–08.57 Dinas Kesehatan (Kepala Dinas Kesehatan)',
        '',
      ].join('\n'),
    );
  });

  it('asks for nothing in a messenger that is finished', () => {
    const room = closedRoom();
    const [followUpId = ''] = room.meeting().followUps.order;
    room.send({ type: 'followUp.edit', followUpId, by: null, fields: { status: 'done' } });
    const text = documentText(sourceOf(room.meeting()), 'message');
    expect(text).toContain('\n   PUPR dan Dinkes; selesai\n');
    expect(text).not.toContain('paling lambat');
  });

  it('gives each figure of a target its unit, once', async () => {
    const room = openRoom();
    const { id: itemId } = room.item('Dinas Kesehatan');
    const none = { unit: '', target: '', achieved: '', change: '' };
    const targets = [
      { ...none, id: 'a', indicator: 'Imunisasi', unit: '%', target: '76,3 %', achieved: '81' },
      { ...none, id: 'b', indicator: 'Puskesmas', unit: 'unit', achieved: '12' },
      { ...none, id: 'c', indicator: 'Posyandu', unit: 'unit' },
      { ...none, id: 'd', indicator: 'Kader' },
    ];
    room.send({ type: 'sheet.edit', itemId, fields: { targets } });
    room.send({ type: 'turn.call', itemId });
    room.send({ type: 'turn.start' });
    const text = new TextDecoder().decode(await documentFile(sourceOf(room.meeting()), 'txt'));
    expect(text.match(/- (Imunisasi|Puskesmas|Posyandu|Kader).*/g)).toEqual([
      '- Imunisasi; Target: 76,3 %; Capaian: 81 %',
      '- Puskesmas; Capaian: 12 unit',
      '- Posyandu; Satuan: unit',
      '- Kader',
    ]);
  });

  it('says what was presented, and on which page a note was begun, on every paper', async () => {
    const room = openRoom();
    const { id: itemId } = room.item('Dinas Kesehatan');
    const slides = { hash: 'a'.repeat(64), name: 'PUPR_paparan final (2).pptx', bytes: 9, pages: 12 };
    room.send({ type: 'slides.attach', itemId, slides });
    room.send({ type: 'screen.layout', layout: 'slides' });
    room.send({ type: 'turn.call', itemId });
    room.send({ type: 'turn.start' });
    room.send({ type: 'slides.page', itemId, page: 7 });
    room.send(noteOf(itemId, 'perbaiki data', { kind: 'directive', visibility: 'shown' }));
    const said = async (include: object) => {
      const asked = { options: optionsWith({}, include) };
      const sheet = { ...asked, document: 'agencySheet', agencyId: 'dinkes' } as const;
      const [minutes, own] = [sourceOf(room.meeting(), asked), sourceOf(room.meeting(), sheet)];
      const pages = [
        documentHtml({ ...minutes, document: 'minutes' }),
        documentHtml({ ...own, document: 'agencySheet' }),
      ];
      const texts = pages.map((page) => page.replaceAll(/<[^>]*>/g, ' '));
      const files = await Promise.all([minutes, own].map((source) => documentFile(source, 'txt')));
      const plain = files.map((file) => new TextDecoder().decode(file));
      return [...texts, ...plain, docxText(await documentFile(minutes, 'docx'))];
    };
    for (const paper of await said({ slides: true, pages: true })) {
      expect(paper).toMatch(/Bahan paparan\W+PUPR_paparan final \(2\)\.pptx, 12 halaman/);
      expect(paper).toMatch(/perbaiki data\s+\(hal\. 7\)/);
    }
    for (const paper of await said({ slides: false, pages: false })) {
      expect(paper).not.toMatch(/Bahan paparan|hal\. 7/);
      expect(paper).toContain('perbaiki data');
    }
  });

  it('says of a note that it was added after the meeting, on every paper', async () => {
    const room = closedRoom();
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, 'terlambat', { kind: 'directive', visibility: 'shown' }));
    room.send(noteOf(id, 'menyusul', { kind: 'decision', visibility: 'shown' }));
    const source = sourceOf(room.meeting());
    const html = documentHtml({ ...source, document: 'minutes' }).replaceAll(/<[^>]*>/g, '');
    const papers = [documentText(source, 'message'), html, docxText(await documentFile(source, 'docx'))];
    for (const paper of papers) {
      expect(paper.match(/terlambat\s+\(catatan susulan\)/g)).toHaveLength(1);
      expect(paper.match(/menyusul\s+\(catatan susulan\)/g)).toHaveLength(1);
      expect(paper.match(/catatan susulan/g)).toHaveLength(2);
    }
  });

  it('is signed where the body ends, before its attachments', () => {
    const text = documentText(sourceOf(closedRoom().meeting()), 'file');
    const order = [
      'Kegiatan Rapat',
      'Demikian notula',
      'Pimpinan Rapat,',
      'Lampiran: Matriks',
      'Lampiran: Daftar Hadir',
    ];
    const places = order.map((words) => text.indexOf(words, text.indexOf('Kegiatan Rapat')));
    expect(places.toSorted((x, y) => x - y)).toEqual(places);
    expect(places).not.toContain(-1);
  });

  it('has in a file the sheet, the times and the signature too, in an encoding that Windows knows', async () => {
    const bytes = await documentFile(sourceOf(closedRoom().meeting()), 'txt');
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFNOTULA\r\n======\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    for (const words of ['Visi dan misi: visi', 'lamanya 12 menit', 'Pimpinan Rapat,', 'Lampiran: Daftar Hadir']) {
      expect(text).toContain(words);
    }
  });

  it('obeys what the export leaves out', () => {
    const { meeting } = { meeting: closedRoom().meeting() };
    const bare = { sheet: false, times: false, followUps: false, internalNotes: false, attendance: 'none' } as const;
    const text = documentText(sourceOf(meeting, { options: optionsWith({}, bare) }), 'file');
    for (const words of ['visi\n', 'lamanya', 'Matriks', 'catatan', 'keputusan (', 'Lampiran']) {
      expect(text).not.toContain(words);
    }
    expect(text).toContain('tampil');
  });

  it('holds every note that the minutes hold exactly once, and no private one, in both patterns', () => {
    fc.assert(
      fc.property(steps(50), fc.constantFrom('newer' as const, 'older' as const), (course, pattern) => {
        const meeting = playedMeeting(course);
        const options = optionsWith({ pattern });
        const minutes = minutesOf(meeting, options);
        const items = [...minutes.items, ...minutes.notPresented];
        const notes = [...items.flatMap((item) => item.notes.flatMap((group) => group.notes)), ...minutes.decisions];
        const expected = (
          JSON.stringify([notes.map(({ text }) => text), minutes.followUps]).match(MARKS) ?? []
        ).toSorted();
        const secret = JSON.stringify(
          allNotes(meeting)
            .filter(({ visibility }) => visibility === 'private')
            .map(({ text }) => text),
        );
        const bare = optionsWith({ pattern }, { sheet: false });
        const text = documentText(sourceOf(meeting, { options: bare }), 'file');
        const found = (text.match(MARKS) ?? []).filter((mark) => expected.includes(mark));
        expect(found.toSorted()).toEqual(expected);
        for (const mark of secret.match(MARKS) ?? []) {
          if (!expected.includes(mark)) expect(text).not.toContain(mark);
        }
      }),
      { numRuns: depth(25, 300) },
    );
  });

  it('keeps a heading one bold line, and a text separate, whatever they contain', () => {
    for (const hostile of HOSTILE_TEXTS) {
      const room = closedRoom((name) => `${hostile.slice(0, 200)} ${name}`);
      room.send({ type: 'meeting.reopen' });
      room.send({ type: 'agency.edit', agencyId: 'dinkes', name: `*${hostile.slice(0, 100)}*`, short: 'x', head: '' });
      const text = documentText(sourceOf(room.meeting()), 'message');
      for (const line of text.split('\n').filter((one) => /^\*/.test(one)))
        expect(line).toMatch(/^\*[^*\s]([^*]*[^*\s])?\*$/);
      expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    }
  });
});

describe('an agency’s sheet as plain text', () => {
  it('says what was asked of it, in its own turn and elsewhere, and its follow-ups', () => {
    const meeting = closedRoom().meeting();
    const text = documentText(sourceOf(meeting, { document: 'agencySheet', agencyId: 'pupr' }), 'message');
    expect(text).toContain('*LEMBAR ARAHAN*\nKepada: Kepala Dinas Pekerjaan Umum dan Penataan Ruang\n');
    expect(text).toContain('*Arahan pada giliran lain*');
    expect(text).toContain('- Bupati (arahan): tampil');
    expect(text).toContain('1. tampil\n');
    expect(text).not.toContain('rahasia');
    const none = documentText(sourceOf(meeting, { document: 'agencySheet', agencyId: 'satui' }), 'file');
    expect(none).toContain('Tidak ada arahan, keputusan atau tindak lanjut yang dicatat untuk Kecamatan Satui.');
  });
});

it.each(['followUps', 'attendance', 'rundown', 'ledger'] as const)('refuses %s as a text', (document) => {
  expect(() => documentText(sourceOf(closedRoom().meeting(), { document }), 'file')).toThrow('badMessage');
});
