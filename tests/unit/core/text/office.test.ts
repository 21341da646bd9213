import { expect, it } from 'vitest';
import { officeAt } from '#core/text/office.ts';

it.each([
  ['Kepala Dinas', 'Dinas Kesehatan', 'Kepala Dinas Kesehatan'],
  ['Sekretaris Dinas', 'Dinas Tenaga Kerja dan Transmigrasi', 'Sekretaris Dinas Tenaga Kerja dan Transmigrasi'],
  ['Camat', 'Kecamatan Kusan Hilir', 'Camat Kusan Hilir'],
  ['Sekretaris Camat', 'Kecamatan Kuranji', 'Sekretaris Camat Kuranji'],
  ['Sekretaris Daerah', 'Sekretariat Daerah', 'Sekretaris Daerah'],
  ['Inspektur', 'Inspektorat Daerah', 'Inspektur'],
  ['Direktur', 'Rumah Sakit Umum Daerah', 'Direktur Rumah Sakit Umum Daerah'],
  ['Kepala Pelaksana', 'Badan Penanggulangan Bencana Daerah', 'Kepala Pelaksana Badan Penanggulangan Bencana Daerah'],
  ['', 'Dinas Kesehatan', 'Dinas Kesehatan'],
  ['Kepala', '', 'Kepala'],
])('%s + %s = %s', (office, agency, said) => {
  expect(officeAt(office, agency)).toBe(said);
});
