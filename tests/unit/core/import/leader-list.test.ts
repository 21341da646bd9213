import { describe, expect, it } from 'vitest';
import { settleLeaders } from '#core/import/leader-changes.ts';
import { hasLeaderHeader, readLeaders } from '#core/import/leader-list.ts';
import { actingIn, nipIn, roleIn } from '#core/import/leader-words.ts';
import { emptyLeader, emptyLeaders, type Leader, ROLES } from '#core/model/roles.ts';
import { documentTexts } from '#main/documents/texts.ts';

const t = documentTexts('id');
const NIP = '19700101 199503 1 001';

const withLeaders = (...some: readonly Partial<Leader>[]): Leader[] =>
  emptyLeaders().map((leader) => ({ ...leader, ...some.find(({ role }) => role === leader.role) }));

function settled(text: string, present: readonly Leader[] = emptyLeaders(), corrections = {}) {
  return settleLeaders(readLeaders(text), new Map(Object.entries(corrections)), present, (role) =>
    t(`domain:role.${role}`),
  );
}
const leaderAfter = (text: string, role: Leader['role'], present?: readonly Leader[]) =>
  settled(text, present).leaders.find((leader) => leader.role === role);
const outcomes = (text: string, present?: readonly Leader[]) =>
  settled(text, present).taken.map(({ line, row, effect, problem }) => [line, row.role, problem ?? effect]);

describe('the role of an office', () => {
  it.each(['id', 'en'] as const)('is found by its names in the language %s', (locale) => {
    const words = documentTexts(locale);
    expect(ROLES.map((role) => roleIn(words(`domain:role.${role}`)))).toEqual([...ROLES]);
    expect(ROLES.map((role) => roleIn(words(`domain:roleShort.${role}`)))).toEqual([...ROLES]);
  });

  it.each([
    ['Plt. Sekretaris Daerah Kab. Tanah Bumbu', 'sekda'],
    ['PJ. BUPATI TANAH BUMBU', 'bupati'],
    ['Wabup', 'wakil'],
    ['Asisten Ekonomi dan Pembangunan Setda', 'asisten2'],
    ['Asisten Administrasi Umum', 'asisten3'],
    ['asisten 1', 'asisten1'],
    ['Sekretaris DPRD', null],
    ['Kepala Bagian Umum', null],
    ['Staf Ahli Bidang Ekonomi', null],
    ['', null],
  ])('%j is of %s', (office, role) => expect(roleIn(office)).toBe(role));
});

describe('cells', () => {
  it('say who is acting, in full or short', () => {
    expect(['plt', 'PLH.', 'Pelaksana Tugas', 'Pjs', '', 'Definitif', 'Wakil'].map(actingIn)).toEqual([
      'Plt.',
      'Plh.',
      'Plt.',
      'Pjs.',
      '',
      '',
      null,
    ]);
  });

  it('hold a NIP of 18 digits, however it is spaced', () => {
    expect(nipIn('NIP. 197001011995031001')).toEqual({ nip: NIP });
    expect(nipIn(' 19700101 199503 1 001')).toEqual({ nip: NIP });
    expect(nipIn('')).toEqual({ nip: '' });
    expect(nipIn('1970010119950310')).toEqual({ problem: 'nip' });
    expect(nipIn('1,97001E+17')).toEqual({ problem: 'nipRounded' });
    expect(nipIn('197001011995031000')).toEqual({ problem: 'nipRounded' });
  });
});

describe('a list of leaders', () => {
  it('is read with column names, and what stands above them is not', () => {
    const text = [
      'PIMPINAN KABUPATEN;;;;',
      'No;Nama;Jabatan;Pangkat/Gol;NIP',
      `1;Dr. H. Ali, M.Si.;Plt. Sekretaris Daerah;Pembina Utama Muda (IV/c);${NIP}`,
      '2;Hj. Siti;Wakil Bupati;-;-',
      '3;Budi;Kepala Bagian Umum;;',
    ].join('\n');
    const { taken, left, leaders } = settled(text);
    expect(taken.map(({ line, effect }) => [line, effect])).toEqual([
      [3, 'new'],
      [4, 'new'],
    ]);
    expect(leaders.filter(({ name }) => name !== '')).toEqual([
      { ...emptyLeader('wakil'), name: 'Hj. Siti' },
      {
        ...emptyLeader('sekda'),
        name: 'Dr. H. Ali, M.Si.',
        office: 'Plt. Sekretaris Daerah',
        rank: 'Pembina Utama Muda (IV/c)',
        nip: NIP,
      },
    ]);
    expect(left.map(({ line, why }) => [line, why])).toEqual([
      [1, 'caption'],
      [2, 'header'],
      [5, 'noRole'],
    ]);
  });

  it('is read without column names, as it is typed', () => {
    expect(outcomes('H. Ali; Bupati Tanah Bumbu\nHj. Siti; Wakil Bupati')).toEqual([
      [1, 'bupati', 'new'],
      [2, 'wakil', 'new'],
    ]);
    expect(leaderAfter('1. H. Ali; Bupati\n2. Hj. Siti; Wakil Bupati', 'bupati')).toMatchObject({
      name: 'H. Ali',
      office: '',
    });
  });

  it('is known by its header among other sheets', () => {
    const rows = (cells: string[]) => [{ line: 1, cells }];
    expect(hasLeaderHeader(rows(['Nama', 'Jabatan', 'NIP']))).toBe(true);
    expect(hasLeaderHeader(rows(['Tanggal', 'Acara']))).toBe(false);
  });

  it('puts the word for an acting holder before the office, its own or the role’s', () => {
    const head = 'Pimpinan;Nama;Status;Jabatan\n';
    expect(leaderAfter(`${head}Sekda;Ali;plh;`, 'sekda')?.office).toBe('Plh. Sekretaris Daerah');
    expect(leaderAfter(`${head}Sekda;Ali;Plh.;Plh. Sekda`, 'sekda')?.office).toBe('Plh. Sekda');
    const acting = withLeaders({ role: 'sekda', name: 'Ali', office: 'Plt. Sekretaris Daerah' });
    expect(leaderAfter(`${head}Sekda;Ali;Plh.;`, 'sekda', acting)?.office).toBe('Plh. Sekretaris Daerah');
    expect(leaderAfter(`${head}Sekda;Ali;definitif;`, 'sekda', acting)?.office).toBe('Sekretaris Daerah');
    expect(leaderAfter(`${head}Sekda;Ali;;`, 'sekda', acting)?.office).toBe('Plt. Sekretaris Daerah');
  });

  it('says what changes, and leaves alone what a row does not say', () => {
    const present = withLeaders({ role: 'sekda', name: 'H. Ali', office: 'Sekda', rank: 'Pembina', nip: NIP });
    const head = 'Pimpinan;Nama;Jabatan;Pangkat;NIP\n';
    const [same] = settled(`${head}Sekda;H. Ali;;;197001011995031001`, present).taken;
    expect([same?.effect, same?.changes]).toEqual(['same', []]);
    const unspaced = withLeaders({ role: 'sekda', name: 'H. Ali', nip: '197001011995031001' });
    expect(settled(`${head}Sekda;H. Ali;;;${NIP}`, unspaced).taken[0]?.changes).toEqual([]);
    const [changed] = settled(`${head}Sekda;Dr. H. Ali, M.Si.;;Pembina Utama;`, present).taken;
    expect(changed?.effect).toBe('changed');
    expect(changed?.changes).toEqual([
      { field: 'name', from: 'H. Ali', to: 'Dr. H. Ali, M.Si.' },
      { field: 'rank', from: 'Pembina', to: 'Pembina Utama' },
    ]);
  });

  it('never gives another person the rank, the NIP or the acting office of the one before', () => {
    const present = withLeaders({ role: 'sekda', name: 'Ali', office: 'Plt. Sekda', rank: 'Pembina', nip: NIP });
    const [row] = settled('Pimpinan;Nama\nSekda;Budi', present).taken;
    expect(row?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['name', 'Budi'],
      ['office', 'Sekda'],
      ['rank', ''],
      ['nip', ''],
    ]);
  });

  it('refuses a row by its line, and uses nothing of it', () => {
    const head = 'Pimpinan;Nama;Status;Jabatan;NIP\n';
    const text = [
      'Sekda;Ali;;;12345',
      'Wakil;Siti;Wkl;;',
      'Asisten I;Budi;Plt.;Plh. Asisten;',
      'Bupati;Zain;;;',
      'Bupati;Lain;;;',
      `Asisten II;${'a'.repeat(301)};;;`,
    ];
    expect(outcomes(head + text.join('\n'))).toEqual([
      [2, 'sekda', 'nip'],
      [3, 'wakil', 'acting'],
      [4, 'asisten1', 'actingTwice'],
      [5, 'bupati', 'new'],
      [6, 'bupati', 'roleTwice'],
      [7, 'asisten2', 'tooLong'],
    ]);
    const { leaders, wrong } = settled(head + text.join('\n'));
    expect(wrong).toBe(5);
    expect(leaders.flatMap(({ name }) => (name === '' ? [] : [name]))).toEqual(['Zain']);
  });

  it('gives expert staff without a number the first free place, unless an office says whose it is', () => {
    const text = 'Nama;Jabatan\nAli;Staf Ahli Bidang Ekonomi\nBudi;Staf Ahli Bidang Hukum\nCici;Staf Ahli I';
    const guessed = settled(text).taken.map(({ row, isGuessed }) => [row.role, isGuessed]);
    expect(guessed).toEqual([
      ['stafAhli2', true],
      ['stafAhli3', true],
      ['stafAhli1', false],
    ]);
    const present = withLeaders({ role: 'stafAhli3', office: 'Staf Ahli Bidang Ekonomi' });
    expect(settled(text, present).taken[0]).toMatchObject({ row: { role: 'stafAhli3' }, isGuessed: false });
  });

  it('lets a row be corrected, taken and dropped', () => {
    const text = 'Nama;Jabatan;NIP\nAli;Kepala Bagian;1\nSiti;Wakil Bupati;';
    const [, ali = { key: '' }, siti = { key: '' }] = readLeaders(text).lines;
    expect(settled(text, emptyLeaders(), { [ali.key]: { take: true } }).taken[0]?.problem).toBe('noRole');
    const corrected = settled(text, emptyLeaders(), {
      [ali.key]: { fields: { role: 'asisten1', nip: NIP } },
      [siti.key]: { take: false },
    });
    expect(corrected.counts).toEqual({ new: 1, changed: 0, same: 0 });
    expect(corrected.left.map(({ why }) => why)).toEqual(['header', 'dropped']);
  });

  it('is not read when it is far too long', () => {
    expect(readLeaders('a\n'.repeat(200_000))).toEqual({ lines: [], isTooLarge: true });
  });
});
