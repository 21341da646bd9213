import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchSlides, type PresentingAgency } from '#core/import/match-slides.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';

const AGENDA: readonly PresentingAgency[] = SAMPLE_AGENCIES.filter(({ inAgenda }) => inAgenda);
const ALL: readonly PresentingAgency[] = SAMPLE_AGENCIES;

/** A flash disk as it really looks. `?` before the agency: unsure is right, since nobody could be sure. */
const NAMES = `
PUPR_paparan final (2).pptx = pupr
bahan dinkes.pdf = dinkes
04. Kec Satui rev.pdf = kec-satui
PAPARAN BUPATI TW III DISDIKBUD 2026.pdf = disdikbud
paparan-dinas-perikanan.pdf = diskan
BPBD (revisi 3) FIX.pptx = bpbd
Ekspose Disdukcapil ok.pdf = disdukcapil
12_DP3AP2KB_rakor.pdf = dp3ap2kb
Dinas P3AP2KB.pptx = dp3ap2kb
Bahan Rapat Bappeda.pdf = bappedalitbang
BAPPEDA LITBANG final.pdf = bappedalitbang
presentasi DPUPR.pdf = pupr
Kominfo paparan.pdf = diskominfo-sp
DiskominfoSP.pdf = diskominfo-sp
Satpol PP & Damkar.pdf = satpol-pp
SatpolPP_2026.ppt = satpol-pp
kesbangpol baru.pdf = kesbangpol
Kesbang.pdf = kesbangpol
Inspektorat.pdf = inspektorat
Paparan Inspektorat Daerah Kab.pdf = inspektorat
SETDA.pptx = setda
Sekretariat Daerah final.pdf = setda
setwan rakor.pdf = setwan
Sekretariat DPRD.pdf = setwan
RSUD dr. H. Andi Abdurrahman Noor.pdf = rsud
bkpsdm fix bgt.pdf = bkpsdm
Materi_BPKAD_v2.pptx = bpkad
Bapenda (1).pdf = bapenda
DPMPTSP-rev1.pdf = dpmptsp
dpmd.odp = dpmd
Dinas Pemberdayaan Masyarakat dan Desa.pdf = dpmd
disnaker.pdf = disnakertrans
Dinas Tenaga Kerja & Transmigrasi.pdf = disnakertrans
Disporapar 17 Mei.pdf = disporapar
perpustakaan dan kearsipan.pdf = dispersip
DKUMPP PAPARAN.pdf = dkumpp
Dinas Koperasi Usaha Mikro.pdf = dkumpp
DLH tanah bumbu.pdf = dlh
dinas lingkungan hidup (salinan).pdf = dlh
perkim.pdf = perkimtan
Dinsos_Rakor_SKPD.pdf = dinsos
dishub copy.pptx = dishub
DKPP.ppsx = dkpp
Dinas Ketahanan Pangan.pdf = dkpp
Kecamatan Kusan Hulu.pdf = kec-kusan-hulu
kec. kusan hilir rev 2.pdf = kec-kusan-hilir
KEC KUSAN TENGAH.PDF = kec-kusan-tengah
camat simpang empat.pdf = kec-simpang-empat
Kec_Karang_Bintang.pptx = kec-karang-bintang
sungai loban.pdf = kec-sungai-loban
ANGSANA.pdf = kec-angsana
Kec. Mantewe bahan.pdf = kec-mantewe
PaparanKecKuranji.pdf = kec-kuranji
09 Teluk Kepayang.pdf = kec-teluk-kepayang
Kantor Camat Batulicin.pdf = kec-batulicin
Rakor 2026 - Dinas Pendidikan.pdf = disdikbud
capil.pdf = ?disdukcapil
Dinas Pertanian.pdf = ?dkpp
kusan.pdf = ?kec-kusan-hulu
paparan final (3).pdf = none
`;

const TABLE = NAMES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', meant = ''] = line.split(' = ');
    return { name, meant };
  });

test('of the files of a real-looking folder nearly all are known, and none is given to another agency', () => {
  expect(TABLE).toHaveLength(60);
  const right = TABLE.filter(({ name, meant }) => {
    const [match] = matchSlides([name], AGENDA);
    const isUnsure = meant.startsWith('?');
    if (match?.kind === 'sure') expect(`${name}: ${match.id}`).toBe(`${name}: ${meant}`);
    if (isUnsure) expect(match, name).toMatchObject({ kind: 'unsure', ids: expect.arrayContaining([meant.slice(1)]) });
    if (meant === 'none') expect(match, name).toEqual({ kind: 'none' });
    return match?.kind === 'sure' || isUnsure || meant === 'none';
  });
  expect(right.length / TABLE.length).toBeGreaterThanOrEqual(0.95);
});

test.each([
  ['puskesmas satui.pdf', ['kec-satui']],
  ['Kelurahan Batulicin.pdf', ['kec-batulicin']],
  ['Bagian Hukum Setda.pdf', ['setda']],
  ['PUPR dan Perkimtan.pdf', ['pupr', 'perkimtan']],
  ['RSUD Batulicin.pdf', ['rsud', 'kec-batulicin']],
  ['dinas pemberdayaan.pdf', ['dp3ap2kb', 'dpmd']],
  ['jalan mantewe.pdf', ['kec-mantewe']],
])('%s is asked about', (name, ids) => {
  const [match] = matchSlides([name], AGENDA);
  expect(match).toMatchObject({ kind: 'unsure', ids: expect.arrayContaining(ids) });
});

test('a unit that is on the list itself is known', () => {
  expect(matchSlides(['puskesmas satui.pdf', 'Bag. Hukum.pptx', 'UPTD PKB.pdf', 'Kec Satui.pdf'], ALL)).toEqual(
    ['pkm-satui', 'bag-hukum', 'uptd-pkb', 'kec-satui'].map((id) => ({ kind: 'sure', id })),
  );
});

test('an agency is known by the names that it had', () => {
  const renamed = {
    id: 'x',
    name: 'Badan Riset Daerah',
    short: 'Brida',
    former: ['Badan Perencanaan'],
    formerShorts: ['Bappeda'],
  };
  for (const name of ['bappeda.pdf', 'Badan Perencanaan rev.pdf', 'BRIDA.pptx']) {
    expect(matchSlides([name], [renamed])).toEqual([{ kind: 'sure', id: 'x' }]);
  }
});

const name = fc.constantFrom(...TABLE.map((one) => one.name));

test('the order of files and of agencies changes nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 2, maxLength: 12 }),
      fc.infiniteStream(fc.nat(1_000)),
      (names, rolls) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, at: rolls.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const byName = (files: readonly string[], agencies: readonly PresentingAgency[]) => {
          const matches = matchSlides(files, agencies);
          return new Map(
            files.map((file, at) => {
              const match = matches[at];
              return [file, match?.kind === 'unsure' ? new Set(match.ids) : match] as const;
            }),
          );
        };
        const before = byName(names, AGENDA);
        for (const [file, match] of byName(shuffled(names), AGENDA)) expect(match).toEqual(before.get(file));
        for (const [file, match] of byName(names, shuffled(AGENDA))) {
          // Of many guesses only the first few are offered.
          if (!(match instanceof Set)) expect(match).toEqual(before.get(file));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('two files for one agency are both asked about', () => {
  const sure = TABLE.filter(({ meant }) => !meant.startsWith('?') && meant !== 'none');
  for (const { name: one, meant } of sure) {
    const [first, second] = matchSlides([one, `salinan ${one}`], AGENDA);
    expect([first?.kind, second?.kind], meant).not.toContain('sure');
  }
});

test('any name at all has an answer', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }), (names) => {
      expect(matchSlides(names, AGENDA)).toHaveLength(names.length);
    }),
    { numRuns: 100 },
  );
});
