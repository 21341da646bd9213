import { beforeAll, describe, expect, it } from 'vitest';
import { applyCommand } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { firstSettings } from '#core/model/settings.ts';
import { duration, later, mono } from '#core/time/units.ts';
import { documentPage, documentText } from '#main/exports/render-document.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { sampleMeeting } from '#main/sample/sample-meeting.ts';
import { sampleBegins, samplePlay } from '#main/sample/sample-rakor.ts';
import { countedIds } from '../../../support/build-meeting.ts';
import { sourceOf } from '../../../support/export-source.ts';

/** The sample rakor as it was closed, without a file or a process. */
function played(): Meeting {
  const newId = countedIds();
  const prepared = sampleMeeting(firstSettings(SAMPLE_AGENCIES), {
    at: sampleBegins({ date: '2021-05-17', startAt: '08:30', zone: 'WITA' }),
    newId,
  });
  const begin = sampleBegins(prepared);
  let passed = 0;
  return samplePlay(prepared).reduce((meeting, { after, command }) => {
    passed += after;
    const context = { at: later(begin, duration(passed)), mono: mono(passed), newId };
    return applyCommand(meeting, command(meeting), context).meeting;
  }, prepared);
}

let meeting: Meeting;
let text: string;
beforeAll(() => {
  meeting = played();
  text = documentText(sourceOf(meeting), 'file');
}, 60_000);

/** What the NOTULA says of one agency, up to the next heading. */
function partOf(agency: string): string {
  const begin = text.search(new RegExp(`^\\d+\\. ${agency}$`, 'm'));
  expect(begin).toBeGreaterThan(-1);
  const rest = text.slice(text.indexOf('\n', begin) + 1);
  const end = rest.search(/^\d+\. [A-Z]/m);
  return end === -1 ? rest : rest.slice(0, end);
}
const plain = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the NOTULA of the sample', () => {
  it('names who acts, who represents with their own office, and nobody where nobody is known', () => {
    expect(partOf('Dinas Pekerjaan Umum dan Penataan Ruang')).toMatch(
      /^Penyaji: .+, Plt\. Kepala Dinas Pekerjaan Umum dan Penataan Ruang$/m,
    );
    expect(partOf('Dinas Perpustakaan dan Kearsipan')).toContain(
      'Penyaji: Taufan Firmanto, S.H., M.H., Sekretaris Dinas Perpustakaan dan Kearsipan, mewakili Kepala Dinas Perpustakaan dan Kearsipan\n',
    );
    expect(partOf('Kecamatan Karang Bintang')).not.toContain('Penyaji');
    expect(partOf('Kecamatan Karang Bintang')).toMatch(/^Waktu: .*pukul/m);
  });

  it('says nothing of a turn that was cut or ran over but when it was, in whole minutes', () => {
    expect(partOf('Dinas Perpustakaan dan Kearsipan')).toMatch(/^Waktu: .*\(lamanya \d+ menit\)$/m);
    const times = text.match(/^Waktu: .*$/gm) ?? [];
    expect(times.length).toBeGreaterThan(40);
    expect(times.filter((line) => /detik|dipersingkat|tambahan|lewat/.test(line))).toEqual([]);
  });

  it('has its programme in the order in which it took place, the break in the middle', () => {
    const programme = /^Acara:\n((?: {2}\d+\. .+\n)+)/m.exec(text)?.[1]?.trim().split(/\n\s*/) ?? [];
    expect(programme.map((line) => line.replace(/Paparan \d+/, 'Paparan n'))).toEqual([
      '1. Pembukaan',
      '2. Indonesia Raya',
      '3. Doa',
      '4. Paparan n SKPD',
      '5. Ishoma',
      '6. Paparan n SKPD',
      '7. Arahan penutup',
      '8. Penutup',
    ]);
    const turns =
      programme
        .join()
        .match(/Paparan (\d+)/g)
        ?.map((words) => Number(words.split(' ')[1])) ?? [];
    expect(turns.reduce((sum, n) => sum + n, 0)).toBe(40);
    const numbers = [...text.slice(text.indexOf('Kegiatan Rapat')).matchAll(/^(\d+)\. (?:Dinas|Kecamatan|Badan)/gm)];
    expect(new Set(numbers.map(([, n]) => n)).size).toBe(numbers.length);
  });

  it('is signed by the Bupati without rank or NIP, before the matriks', () => {
    const end = text.slice(text.indexOf('Demikian notula'), text.indexOf('Lampiran: Matriks'));
    expect(end).toContain('Pimpinan Rapat,\nBupati Tanah Bumbu\n\nNama Bupati (contoh)');
    expect(end).not.toMatch(/NIP|Pembina/);
  });
});

it.each(['setda', 'kec-satui', 'kec-kuranji'])('the directive to all is in the sheet of %s, once', (agencyId) => {
  const sheet = documentText(sourceOf(meeting, { document: 'agencySheet', agencyId }), 'file');
  expect(sheet.split('Hasil rakor ini dibawa pulang')).toHaveLength(2);
});

it('the list of attendance and the matriks keep the people and whom it is for', () => {
  const attendance = plain(documentPage(sourceOf(meeting, { document: 'attendance' })));
  for (const words of [
    'Plt. Kepala Dinas Pekerjaan Umum dan Penataan Ruang',
    'Sekretaris Dinas Perpustakaan dan Kearsipan, mewakili Kepala Dinas Perpustakaan dan Kearsipan',
    'Camat Karang Bintang',
    'Plh. Kepala Badan Kepegawaian',
  ]) {
    expect(attendance).toContain(words);
  }
  const matrix = plain(documentPage(sourceOf(meeting, { document: 'followUps' })));
  expect(matrix).toContain('Dinkes, DP3AP2KB dan DPMD');
  expect(matrix).not.toContain('Perbandingan antarkepala dinas');
});
