import type { Theme } from '#core/model/settings-fields.ts';
import type { Locale } from '#core/text/format.ts';
import { duration, minutes, mono, seconds } from '#core/time/units.ts';
import type { ProjectedNote } from '#core/views/projected-notes.ts';
import type { Home, ProjectorView, TurnView } from '#core/views/projector.ts';

/** The longest name in the list of agencies. */
const LONGEST = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
const LONG_NAME = 'Dr. Ir. H. Muhammad Fachruddin Noor Rahmatullah Al-Banjari, S.T., M.T., M.Si., IPU., ASEAN Eng.';
const LONG_OFFICE = 'Sekretaris Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah';
/** 01.42 UTC is 09.42 WITA. */
export const NOW = '2021-05-17T01:42:00Z';

/** Where `projector-page.ts` serves an emblem. */
export const EMBLEM = '/emblem/e0.png';
const home: Home = { place: 'Ruang Rapat Bupati, Batulicin', emblem: EMBLEM };
export const frame = { locale: 'id' as Locale, theme: 'light' as Theme };

export const meeting = {
  ...frame,
  textStep: 0 as const,
  slidesAhead: false,
  title: 'Rapat Koordinasi SKPD',
  subtitle: 'Penajaman Visi, Misi dan Program',
  date: '2021-05-17',
  startAt: '08:30',
  zone: 'WITA' as const,
  home: null as Home | null,
  term: 'SKPD',
  status: 'open' as const,
  next: { kind: 'agency' as const, title: 'Dinas Kesehatan' },
  turn: { n: 6, m: 39 },
  done: { n: 5, m: 39 },
  plan: Array.from({ length: 24 }, (_, index) => ({
    id: `i${index}`,
    planned: minutes(12),
    gap: minutes(2),
    fixedStart: null,
  })),
};

export const NOTES: readonly ProjectedNote[] = [
  {
    id: 'n1',
    author: { role: 'bupati' },
    kind: 'directive',
    text: 'Ruas jalan Mantewe–Kusan Hulu selesai sebelum musim hujan.',
  },
  { id: 'n2', author: { role: 'wakil' }, kind: 'proposal', text: 'Libatkan Perkimtan untuk drainase kawasan pasar.' },
  {
    id: 'n3',
    author: { role: 'sekda' },
    kind: 'decision',
    text: 'PUPR dan BPKAD menyusun rincian anggaran, tenggat 31 Mei 2021.',
  },
  { id: 'n4', author: { role: 'asisten2' }, kind: 'proposal', text: 'Gabungkan survei jembatan dengan Dishub.' },
];

const ALL_AUTHORS: readonly ProjectedNote['author'][] = [
  { role: 'bupati' },
  { role: 'wakil' },
  { role: 'sekda' },
  { role: 'asisten1' },
  { role: 'asisten2' },
  { role: 'asisten3' },
  { role: 'stafAhli1' },
  { agency: 'Bappedalitbang' },
];
const KINDS = ['directive', 'proposal', 'decision', 'problem', 'solution', 'question', 'note'] as const;

/** Many notes of all authors and kinds, some of them long, one longer than a page. */
export const MANY_NOTES: readonly ProjectedNote[] = Array.from({ length: 14 }, (_, index): ProjectedNote => {
  const base = NOTES[index % NOTES.length]?.text ?? '';
  const author = ALL_AUTHORS[index % ALL_AUTHORS.length] ?? { role: 'bupati' };
  const kind = KINDS[index % KINDS.length] ?? 'note';
  return { id: `m${index}`, author, kind, text: index === 2 ? `${base} `.repeat(30).trim() : `${base} (${index + 1})` };
});

/** The same number, with a pinned one of the greatest length that is not paged. */
export const HELD_NOTES: readonly [ProjectedNote, ...ProjectedNote[]] = [
  {
    id: 'held',
    author: { agency: LONGEST },
    kind: 'directive',
    text: 'Tuntaskan pembebasan lahan ruas Mantewe–Kusan Hulu sebelum akhir Juni, dan laporkan kemajuannya tiap pekan langsung kepada Bupati di rapat.',
    mark: 'pinned',
  },
  ...MANY_NOTES,
];

/** The running turn of the screenshots: 07:24 left of 12 minutes. */
export const running: TurnView = {
  ...meeting,
  stage: 'running',
  isBreak: false,
  item: { kind: 'agency', title: 'Dinas Pekerjaan Umum dan Penataan Ruang' },
  presenter: {
    name: 'Ir. H. Rahmat Hidayat, M.T.',
    office: '',
    acting: 'none',
    representing: false,
    head: 'Kepala Dinas',
  },
  clock: { spent: duration(276_000), anchor: mono(0), added: 0 },
  limits: { soft: minutes(10), hard: minutes(12) },
  planned: minutes(12),
  gap: minutes(2),
  notes: NOTES,
};

export const wrapUp: TurnView = { ...running, clock: { ...running.clock, spent: seconds(624) } };
export const overtime: TurnView = { ...running, clock: { ...running.clock, spent: seconds(795) } };
export const called: TurnView = {
  ...running,
  stage: 'called',
  clock: { spent: duration(0), anchor: null, added: 0 },
  notes: [],
};
export const paused: TurnView = { ...running, stage: 'paused', clock: { ...running.clock, anchor: null } };
export const longest: TurnView = {
  ...running,
  title: 'Rapat Koordinasi Perangkat Daerah se-Kabupaten Tanah Bumbu dan Evaluasi Rencana Kerja',
  subtitle: 'Penajaman Visi, Misi dan Program Prioritas Tahun 2021 sampai dengan 2024',
  item: { kind: 'agency', title: LONGEST },
  next: { kind: 'agency', title: LONGEST },
  presenter: { name: LONG_NAME, office: LONG_OFFICE, acting: 'plt', representing: true, head: 'Kepala Dinas' },
};
const item: TurnView = {
  ...running,
  item: { kind: 'qa', title: '' },
  turn: null,
  presenter: null,
  limits: { soft: null, hard: null },
  planned: minutes(15),
  gap: duration(0),
  clock: { spent: seconds(3723), anchor: mono(0), added: 0 },
  notes: [],
};
export const breakView: TurnView = {
  ...item,
  isBreak: true,
  item: { kind: 'break', title: '' },
  planned: minutes(90),
  clock: { spent: minutes(17), anchor: mono(0), added: 0 },
};
const hostile: TurnView = {
  ...running,
  title: '<b>Rapat</b> & <script>alert(1)</script> 🇮🇩',
  item: { kind: 'agency', title: 'Dinas <img src=x onerror=alert(1)> "Kebun" & Peternakan 🐄🌾' },
  next: { kind: 'agency', title: 'Kecamatan </h1> Kusan & Hulu 🏞️' },
  presenter: {
    name: '👩🏽‍💼 <i>Siti</i> Rahmah',
    office: 'Kepala <Dinas>',
    acting: 'pj',
    representing: false,
    head: 'Kepala Dinas',
  },
  notes: [
    {
      id: 'h1',
      author: { agency: '<b>Dishub</b>' },
      kind: 'proposal',
      text: 'Tanam 🌱 <script>alert(1)</script>\nBaris kedua.',
    },
    { id: 'h3', author: { agency: 'Pertanggungjawaban'.repeat(5) }, kind: 'proposal', text: 'Setuju.' },
    { id: 'h2', author: { role: 'bupati' }, kind: 'directive', text: 'pertanggungjawaban'.repeat(12) },
  ],
};

/** Every state of the projector, and what is hardest to fit. */
export const STATES: Readonly<Record<string, ProjectorView>> = {
  idle: { ...frame, stage: 'idle' },
  blank: { ...frame, stage: 'blank' },
  before: { ...meeting, stage: 'before', status: 'prepared', next: { kind: 'opening', title: '' }, turn: null },
  'before-soon': {
    ...meeting,
    stage: 'before',
    status: 'prepared',
    startAt: '10:00',
    title: longest.title,
    subtitle: longest.subtitle,
    next: { kind: 'agency', title: LONGEST },
    turn: null,
  },
  between: { ...meeting, stage: 'between', turn: null },
  'between-longest': { ...meeting, stage: 'between', turn: null, next: { kind: 'agency', title: LONGEST } },
  'between-done': { ...meeting, stage: 'between', turn: null, next: null, plan: [], done: { n: 39, m: 39 } },
  called,
  'called-longest': { ...longest, stage: 'called', clock: called.clock, notes: [] },
  running,
  'running-quiet': { ...running, notes: [] },
  'running-longest': longest,
  'running-one-note': { ...running, notes: NOTES.slice(0, 1) },
  'running-many-notes': { ...running, notes: MANY_NOTES },
  'running-longest-many-notes': { ...longest, notes: MANY_NOTES },
  'running-longest-pinned-note': { ...longest, notes: HELD_NOTES },
  'running-endless-words': {
    ...running,
    item: { kind: 'agency', title: 'Badan'.repeat(20) },
    presenter: {
      name: 'Muhammad'.repeat(6),
      office: 'Kepala'.repeat(8),
      acting: 'plh',
      representing: true,
      head: 'Kepala Badan',
    },
  },
  'running-at-every-limit': {
    ...running,
    title: 'Rapat '.repeat(49).trim(),
    subtitle: 'Program '.repeat(37).trim(),
    item: { kind: 'agency', title: 'W'.repeat(200) },
    next: { kind: 'agency', title: 'W'.repeat(200) },
    presenter: {
      name: 'Wahyu '.repeat(50).trim(),
      office: 'W'.repeat(300),
      acting: 'plh',
      representing: true,
      head: 'W'.repeat(60),
    },
    notes: MANY_NOTES,
  },
  'running-added': { ...running, clock: { ...running.clock, added: 120_000 } },
  'running-hostile': hostile,
  wrapUp,
  'wrapUp-longest': { ...longest, clock: wrapUp.clock },
  'wrapUp-cut': { ...wrapUp, clock: { spent: seconds(600), anchor: mono(0), added: -60_000 }, notes: [] },
  overtime,
  'overtime-longest': { ...longest, clock: overtime.clock },
  'overtime-hour': { ...overtime, clock: { spent: seconds(12 * 60 + 3600 + 723), anchor: mono(0), added: 0 } },
  'overtime-quiet': { ...overtime, notes: [] },
  paused,
  'paused-overtime': { ...paused, clock: { spent: seconds(795), anchor: null, added: 60_000 } },
  item,
  'item-emblem': { ...item, item: { kind: 'prayer', title: '' }, home },
  'item-longest-many-notes': {
    ...item,
    item: { kind: 'other', title: LONGEST },
    home,
    presenter: longest.presenter,
    notes: MANY_NOTES,
  },
  break: breakView,
  'break-emblem': { ...breakView, home, notes: NOTES },
  'before-emblem': {
    ...meeting,
    stage: 'before',
    status: 'prepared',
    title: longest.title,
    subtitle: longest.subtitle,
    home,
    turn: null,
  },
  'break-over': { ...breakView, clock: { ...breakView.clock, spent: minutes(93) } },
  'break-called': { ...breakView, stage: 'called', clock: called.clock },
  finished: {
    ...meeting,
    stage: 'finished',
    status: 'finished',
    next: null,
    plan: [],
    turn: null,
    done: { n: 39, m: 39 },
  },
};

/** A state in another language or theme. */
export const dressed = (view: ProjectorView, locale: Locale, theme: Theme): ProjectorView => ({
  ...view,
  locale,
  theme,
});
