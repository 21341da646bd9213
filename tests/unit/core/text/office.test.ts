import { describe, expect, it } from 'vitest';
import { isKnown, officeAt, type Person, personLine, statusIn, withoutDegrees } from '#core/text/office.ts';
import { documentTexts } from '#main/documents/texts.ts';

it.each([
  ['Kepala Dinas', 'Dinas Kesehatan', 'Kepala Dinas Kesehatan'],
  ['Sekretaris Dinas', 'Dinas Tenaga Kerja dan Transmigrasi', 'Sekretaris Dinas Tenaga Kerja dan Transmigrasi'],
  ['Camat', 'Kecamatan Kusan Hilir', 'Camat Kusan Hilir'],
  ['Sekretaris Camat', 'Kecamatan Kuranji', 'Sekretaris Camat Kuranji'],
  ['Camat Satui', 'Kecamatan Satui', 'Camat Satui'],
  ['Sekretaris Daerah', 'Sekretariat Daerah', 'Sekretaris Daerah'],
  ['Inspektur', 'Inspektorat Daerah', 'Inspektur'],
  ['Plt. Inspektur', 'Inspektorat Daerah', 'Plt. Inspektur'],
  ['Direktur', 'Rumah Sakit Umum Daerah', 'Direktur Rumah Sakit Umum Daerah'],
  ['Kepala Pelaksana', 'Badan Penanggulangan Bencana Daerah', 'Kepala Pelaksana Badan Penanggulangan Bencana Daerah'],
  ['Sekretaris Dinas Kesehatan', 'Dinas Kesehatan', 'Sekretaris Dinas Kesehatan'],
  ['', 'Dinas Kesehatan', 'Dinas Kesehatan'],
  ['Kepala', '', 'Kepala'],
  ['Ka', 'Kantor Pertanahan', 'Ka Kantor Pertanahan'],
])('%s + %s = %s', (office, agency, said) => {
  expect(officeAt(office, agency)).toBe(said);
});

describe('a person in words', () => {
  const t = documentTexts('id');
  const person: Person = {
    name: 'Siti, S.T.',
    office: '',
    acting: 'none',
    representing: false,
    head: 'Kepala Dinas',
    agency: 'Dinas Kesehatan',
  };
  it.each<[Partial<Person>, string]>([
    [{}, 'Siti, S.T., Kepala Dinas Kesehatan'],
    [{ acting: 'plt' }, 'Siti, S.T., Plt. Kepala Dinas Kesehatan'],
    [{ acting: 'plt', office: 'Plt. Kepala Dinas' }, 'Siti, S.T., Plt. Kepala Dinas Kesehatan'],
    [
      { office: 'Sekretaris', representing: true },
      'Siti, S.T., Sekretaris Dinas Kesehatan, mewakili Kepala Dinas Kesehatan',
    ],
    [
      { office: 'Sekretaris', acting: 'plh', representing: true },
      'Siti, S.T., Plh. Sekretaris Dinas Kesehatan, mewakili Kepala Dinas Kesehatan',
    ],
    [{ acting: 'plt', representing: true }, 'Siti, S.T., mewakili Plt. Kepala Dinas Kesehatan'],
    [{ representing: true, head: '' }, 'Siti, S.T., mewakili Dinas Kesehatan'],
    [{ head: '' }, 'Siti, S.T.'],
    [{ name: '', head: '' }, ''],
    [{ agency: '', office: 'Asisten Administrasi Umum', head: '' }, 'Siti, S.T., Asisten Administrasi Umum'],
  ])('%j', (fields, said) => expect(personLine({ ...person, ...fields }, t)).toBe(said));

  it('is known by anything but the head that every agency has', () => {
    const nobody = { name: '', office: '', acting: 'none', representing: false } as const;
    expect(isKnown(nobody)).toBe(false);
    for (const known of [{ name: 'Siti' }, { office: 'Camat' }, { acting: 'plt' as const }, { representing: true }])
      expect(isKnown({ ...nobody, ...known })).toBe(true);
  });
});

it.each([
  ['Plt. Bupati Tanah Bumbu', 'plt'],
  ['PJ Sekretaris Daerah', 'pj'],
  ['Pjs. Bupati', 'pjs'],
  ['Pjabat', null],
  ['Sekretaris Daerah', null],
])('who acts as %s acts %s', (office, status) => expect(statusIn(office)).toBe(status));

it.each([
  ['Dr. H. Zairullah Azhar, M.Sc.', 'H. Zairullah Azhar'],
  ['Prof. Dr. dr. Ani Budi, Sp.PD., M.Kes.', 'Ani Budi'],
  ['Drs. Ambo Sakka', 'Ambo Sakka'],
  ['Irwan', 'Irwan'],
  ['Hj. Dra Siti', 'Hj. Dra Siti'],
  ['', ''],
])('%s without degrees is %s', (name, bare) => expect(withoutDegrees(name)).toBe(bare));
