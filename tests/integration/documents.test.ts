import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { documentPolicy } from '#main/documents/document-policy.ts';
import { MARKS, steps } from '../support/arbitraries.ts';
import { noteOf, openRoom, type RoomOptions, start } from '../support/build-meeting.ts';
import { depth } from '../support/depth.ts';
import { optionsWith, pageOf } from '../support/document-page.ts';
import { EMBLEM } from '../support/emblem.ts';
import { playedMeeting } from '../support/played-meeting.ts';

function presented(options: RoomOptions = {}) {
  const room = openRoom(options);
  start(room, 'Dinas Kesehatan');
  return room;
}
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'));
const page = (meeting: Meeting): string => bodyOf(pageOf(meeting));

describe('the page of the NOTULA', () => {
  it('is the same for the same meeting', () => {
    const meeting = presented().meeting();
    expect(pageOf(meeting)).toBe(pageOf(structuredClone(meeting)));
  });

  it('is self-contained: no script, no address, no style beside its own', () => {
    const html = pageOf(presented().meeting());
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form| style=| on[a-z]+=/i);
    expect(html).not.toMatch(/https?:/);
    expect([...html.matchAll(/url\((?!data:font\/woff2;base64,)/g)]).toEqual([]);
    expect(html.match(/url\(data:font\/woff2/g)?.length).toBe(6);
  });

  it('brings the rules of its paper with it', () => {
    const html = pageOf(presented().meeting());
    expect(html).toContain('margin: 2cm 2cm 2.5cm 3cm');
    expect(html).toContain('table-header-group');
  });

  it('carries the policy under which hosts show it, and its own style satisfies it', () => {
    const html = pageOf(presented().meeting());
    const policy = documentPolicy(html);
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; font-src data:; img-src data:;/,
    );
    expect(policy).not.toContain('unsafe');
    const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'");
    expect(inPage).toBe(policy);
  });

  it('shows markup, emoji and odd characters of names and notes as what they are', () => {
    const room = presented();
    const { id } = room.item('Dinas Kesehatan');
    const hostile = '<script>alert(1)</script> & "kutip" 🏗️';
    room.send({ type: 'meeting.edit', fields: { title: `${hostile}</title>`, place: hostile } });
    room.send(noteOf(id, `${hostile}\u0000\u202E\uD800</style>`));
    room.send({ type: 'leader.edit', leader: { role: 'bupati', name: hostile, office: '', rank: '', nip: '' } });
    const html = pageOf(room.meeting());
    expect(html).not.toContain('<script>');
    // Of the documents' own style and of the sheet's, and none out of a text.
    expect(html.match(/<\/style>/g)).toHaveLength(2);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;kutip&quot; 🏗️');
    expect(html).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });

  it('gives every table head cells with a scope, and every table with lines a caption', () => {
    const room = presented();
    room.send({ type: 'attendance.fill' });
    room.send({
      type: 'sheet.edit',
      itemId: room.item('Dinas Kesehatan').id,
      fields: {
        targets: [{ id: 't', indicator: 'Stunting', unit: '%', target: '14', achieved: '18', change: 'Turun' }],
      },
    });
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'kerjakan'));
    const follow = { itemId: null, what: null, pics: null, due: null, status: 'open' } as const;
    room.send({ type: 'followUp.add', noteId: room.lastNote().id, ...follow });
    const html = page(room.meeting());
    expect(html.match(/class="grid/g)).toHaveLength(3);
    expect(html.match(/<caption>/g)).toHaveLength(3);
    expect(html.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
  });

  it('never says a private word, whatever the meeting', () => {
    fc.assert(
      fc.property(steps(40), (course) => {
        const meeting = playedMeeting(course);
        const html = page(meeting);
        const { drafts } = meeting;
        const secret = allNotes(meeting).filter(({ visibility }) => visibility === 'private');
        for (const { text } of [...secret, ...Object.values(drafts)]) {
          for (const mark of text.match(MARKS) ?? []) expect(html).not.toContain(mark);
        }
      }),
      { numRuns: depth(15, 200) },
    );
  });
});

describe('what is known and what is not', () => {
  it('prints no kop, no rule and no follow-up table where there is nothing to print', () => {
    const html = page(presented().meeting());
    expect(html).not.toContain('class="kop"');
    expect(html).not.toContain('Matriks Tindak Lanjut');
    expect(html).not.toContain('Keputusan Rapat');
    expect(html).not.toContain('Lampiran');
  });

  it('prints of the kop what is there', () => {
    const letterhead = { government: 'PEMERINTAH KABUPATEN', office: '', lines: ['', 'Jalan Raya 1'] };
    const html = bodyOf(pageOf(presented().meeting(), { letterhead }));
    expect(html).toContain('PEMERINTAH KABUPATEN');
    expect(html).toContain('Jalan Raya 1');
    expect(html).not.toContain('kop-office');
    expect(html.match(/kop-line/g)).toHaveLength(1);
  });

  it('says of an open meeting that the paper is a draft, and of a finished one when it was closed', () => {
    const room = presented();
    expect(page(room.meeting())).toContain('KONSEP');
    room.clock.advance(60_000 * 11);
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const html = page(room.meeting());
    expect(html).not.toContain('KONSEP');
    expect(html).toContain('Rapat ditutup pukul 08.41 WITA.');
  });

  it('prints rank and NIP of an official, but none of the elected nor of the Sekda', () => {
    const room = presented();
    const titled = { office: '', rank: 'Pembina Utama', nip: '19700101' };
    room.send({ type: 'leader.edit', leader: { role: 'bupati', name: 'Nama Bupati', ...titled } });
    room.send({ type: 'leader.edit', leader: { role: 'sekda', name: 'Nama Sekda', ...titled } });
    room.send({ type: 'leader.edit', leader: { role: 'asisten1', name: 'Nama Asisten', ...titled } });
    expect(page(room.meeting())).not.toContain('19700101');
    room.send({ type: 'meeting.edit', fields: { chair: 'sekda' } });
    expect(page(room.meeting())).not.toContain('19700101');
    room.send({ type: 'meeting.edit', fields: { chair: 'asisten1' } });
    const html = page(room.meeting());
    expect(html).toContain('NIP 19700101');
    expect(html).toContain('Pembina Utama');
  });

  it('follows the language of the meeting, not that of the screen', () => {
    const english = presented({ settings: (own) => ({ ...own, locale: 'en' }) }).meeting();
    const html = pageOf(english);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('MINUTES');
    expect(html).toContain('Monday, 17 May 2021');
    expect(pageOf(presented().meeting())).toContain('<html lang="id">');
  });
});

describe('what the export asks for', () => {
  const field = (html: string, name: string) => html.includes(`<th scope="row" class="name">${name}</th>`);

  it('is the newer or the older pattern', () => {
    const meeting = presented().meeting();
    const newer = page(meeting);
    expect(newer).toContain('<h1>NOTULA</h1>');
    expect(field(newer, 'Waktu Panggilan')).toBe(false);
    expect(newer).not.toContain('<h4');
    const older = bodyOf(pageOf(meeting, { options: optionsWith({ pattern: 'older' }) }));
    expect(older).toContain('<h1>NOTULEN</h1>');
    expect(field(older, 'Waktu Panggilan')).toBe(true);
    expect(field(older, 'Waktu Sidang')).toBe(true);
    const parts = [...older.matchAll(/<h3 class="part">([^<]+)</g)].map(([, name]) => name);
    expect(parts).toEqual(['1. Kata Pembukaan', '2. Pembahasan', '3. Peraturan']);
    expect(older).toContain('<h4 class="item">2.1. Dinas Kesehatan</h4>');
    expect(older).toContain('class="signatures of-1 older"');
  });

  it('is the form and nothing of ours, word for word', () => {
    const room = presented();
    room.send({ type: 'meeting.edit', fields: { place: 'Ruang Rapat', number: '005/1', theme: 'Penajaman' } });
    const usual = page(room.meeting());
    for (const ours of ['Ruang Rapat', 'Nomor: 005/1', 'Penajaman']) expect(usual).toContain(ours);
    const strict = bodyOf(pageOf(room.meeting(), { options: optionsWith({ strict: true }) }));
    const names = [...strict.matchAll(/class="name">([^<]+)<\/th>/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Sidang/Rapat',
      'Hari/Tanggal',
      'Surat Undangan',
      'Waktu Sidang/Rapat',
      'Acara',
      'Ketua',
      'Sekretaris',
      'Pencatat',
    ]);
    for (const ours of ['Ruang Rapat', '005/1', 'Penajaman']) expect(strict).not.toContain(ours);
    expect(strict).toContain('Kegiatan Sidang/Rapat');
  });

  it('is one to three signatures, the chair at the right, the elected without rank', () => {
    const room = presented();
    const person = (role: 'bupati' | 'sekda') =>
      ({ role, name: `Nama ${role}`, office: '', rank: `Pangkat ${role}`, nip: `NIP-${role}` }) as const;
    room.send({ type: 'leader.edit', leader: person('bupati') });
    room.send({ type: 'leader.edit', leader: person('sekda') });
    room.send({ type: 'meeting.edit', fields: { minuteTaker: 'Nama Notulis' } });
    const html = bodyOf(
      pageOf(room.meeting(), { options: optionsWith({ signers: ['acknowledged', 'chair', 'minuteTaker'] }) }),
    );
    const blocks = [...html.matchAll(/<div class="signature">(.*?)<\/div><\/div>/g)].map(([, block = '']) => block);
    expect(blocks.map((block) => /class="name">([^<]+)</.exec(block)?.[1])).toEqual([
      'Nama Notulis',
      'Nama bupati',
      'Nama sekda',
    ]);
    expect(html).not.toMatch(/Pangkat bupati|NIP-bupati/);
    expect(blocks[2]).toMatch(/Mengetahui,.*Sekretaris Daerah.*Nama sekda/);
    expect(blocks[2]).not.toMatch(/Pangkat|NIP/);
  });

  it('is the kop of the office with the emblem at its left, or the regent’s with the emblem above', () => {
    const letterhead = {
      government: 'PEMERINTAH KABUPATEN TANAH BUMBU',
      office: 'SEKRETARIAT DAERAH',
      lines: ['Jalan'],
    };
    const meeting = presented().meeting();
    const office = bodyOf(pageOf(meeting, { letterhead, emblem: EMBLEM }));
    expect(office).toMatch(/<header class="kop office with-emblem"><img class="emblem" src="data:image\/png;base64,/);
    expect(office).toContain('SEKRETARIAT DAERAH');
    const regent = bodyOf(pageOf(meeting, { letterhead, emblem: EMBLEM, options: optionsWith({ kop: 'regent' }) }));
    expect(regent).toContain('<p class="kop-office">BUPATI TANAH BUMBU</p>');
    expect(regent).not.toContain('SEKRETARIAT DAERAH');
    expect(regent).not.toContain('PEMERINTAH');
  });

  it('keeps the first words of the next pages as signs of a counter, whatever they are', () => {
    const evil = ['"; } </style><script>', 'kata\\', 'é🏗'];
    const html = pageOf(presented().meeting(), { options: optionsWith({ catchword: true }), catchwords: evil });
    expect(html.match(/<\/style>/g)).toHaveLength(2);
    expect(html).not.toContain('<script>');
    expect(html).toContain('"kata\\5c " "\\e9 \\1f3d7 " ""; suffix');
  });
});

describe('the other papers', () => {
  function worked() {
    const room = presented();
    const { id } = room.item('Dinas Kesehatan');
    room.send(noteOf(id, 'turunkan stunting', { kind: 'directive' }));
    const follow = { itemId: null, what: null, pics: null, due: '2021-06-01', status: 'open' } as const;
    room.send({ type: 'followUp.add', noteId: room.lastNote().id, ...follow });
    room.send({ type: 'attendance.fill' });
    return room.meeting();
  }

  it.each([
    ['followUps', 'MATRIKS TINDAK LANJUT', 'turunkan stunting'],
    ['attendance', 'DAFTAR HADIR', 'Kepala Dinas Kesehatan'],
    ['rundown', 'SUSUNAN ACARA', '08.45–08.57'],
    ['agencySheet', 'LEMBAR ARAHAN', 'Arahan Bupati pada Rakor 17 Mei 2021'],
  ] as const)('%s has its title, its content and captions', (document, heading, content) => {
    const html = bodyOf(pageOf(worked(), { document, agencyId: document === 'agencySheet' ? 'dinkes' : null }));
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html).toContain(content);
    expect(html.match(/class="grid/g)?.length).toBe(html.match(/<caption>/g)?.length);
  });

  it('is refused for an agency that is not of the meeting', () => {
    expect(() => pageOf(worked(), { document: 'agencySheet', agencyId: '__proto__' })).toThrow(Refused);
    expect(() => pageOf(worked(), { document: 'agencySheet', agencyId: null })).toThrow(Refused);
  });

  it('shows times in the list of attendance only when they are asked for', () => {
    const room = presented();
    room.send({ type: 'attendance.fill' });
    const [first] = room.meeting().attendance.order;
    room.send({ type: 'attendance.tick', attendeeId: first ?? '', present: true });
    const list = (attendance: 'blank' | 'ticked') =>
      bodyOf(pageOf(room.meeting(), { document: 'attendance', options: optionsWith({}, { attendance }) }));
    expect(list('ticked')).toContain('08.30</td>');
    expect(list('ticked')).toContain('tidak hadir');
    expect(list('blank')).not.toMatch(/08\.30<\/td>|tidak hadir/);
  });

  it('draws planned and actual times with a table that says the same', () => {
    const html = bodyOf(pageOf(worked(), { options: optionsWith({}, { chart: true }) }));
    expect(html).toMatch(/<svg class="chart"[^>]* role="img" aria-label="Bagan rencana/);
    expect(html).toContain('<table class="grid figures"><caption>');
    expect(html.match(/ style=/)).toBeNull();
  });
});
