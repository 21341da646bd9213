import type { Command } from '#core/commands/apply.ts';
import type { ListedAgency } from '#core/model/agency.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { LAYOUTS, type Layout, type TextStep } from '#core/model/screen.ts';
import type { Theme } from '#core/model/settings-fields.ts';
import type { Locale } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import type { ProjectedPast } from '#core/views/projected-matters.ts';
import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { noteOf, openRoom, type Room, start } from './build-meeting.ts';
import { carriedFollowUp, carriedProblem, earlierEntry } from './carried-matters.ts';

/** The longest name in the list of agencies (docs/domain/agencies.md#the-longest-name). */
export const LONGEST_NAME =
  'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';

const NAMES = [
  'Sekretariat Daerah',
  'Inspektorat Daerah',
  'Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah',
  LONGEST_NAME,
  'Dinas Komunikasi, Informatika, Statistik dan Persandian',
  'Kecamatan Kusan Hulu',
];

/** As many agencies as a meeting of two days has. */
const AGENCIES: readonly ListedAgency[] = Array.from({ length: 40 }, (_, index) => ({
  id: `a${index}`,
  name: `${NAMES[index % NAMES.length]}${index < NAMES.length ? '' : ` ${index}`}`,
  short: `S${index}`,
  head: 'Kepala Dinas',
  inAgenda: true,
}));

const sentence =
  'Ruas jalan Mantewe–Kusan Hulu selesai sebelum musim hujan, dan drainase pasar ditata bersama Perkimtan. ';

/** What is hardest to fit: 400 letters, emoji, a word without a space, and a dozen at once. */
export const HARD_TEXTS: readonly string[] = [
  sentence.repeat(4).slice(0, 400),
  'Setuju 👍🏽, lanjutkan 🚜🌾👩🏽‍🌾 bersama warga 🇮🇩.',
  'Pertanggungjawabanpelaksanaananggaranpendapatandanbelanjadaerah'.repeat(2),
  ...Array.from({ length: 9 }, (_, index) => `${sentence.trim()} (${index + 1})`),
];

const ROLES = ['bupati', 'wakil', 'sekda', 'bupati', 'bupati', 'asisten2', 'stafAhli1', 'bupati'] as const;
const KINDS = ['directive', 'proposal', 'decision', 'problem'] as const;

const FOLLOW = { type: 'followUp.add', itemId: null, what: null, pics: null } as const;
/** Before and after the day of the pages' clock, or none. */
const DUES = ['2021-05-03', '2021-06-30', null] as const;
const statusOf = (index: number) => FOLLOW_UP_STATUS[index % FOLLOW_UP_STATUS.length] ?? 'open';

/** Every state of a meeting that the projector can show. */
export const ROOM_STATES = [
  'prepared',
  'called',
  'running',
  'wrapUp',
  'overtime',
  'paused',
  'break',
  'between',
  'finished',
] as const;
export type RoomState = (typeof ROOM_STATES)[number];

function runFor(room: Room, ms: number): void {
  room.clock.advance(ms);
  // The pages' double anchors a running clock at its own present time: what was spent must be counted before.
  room.send({ type: 'turn.pause' });
  room.send({ type: 'turn.resume' });
}

function present(room: Room, name: string): void {
  room.send({ type: 'turn.call', itemId: room.item(name).id });
  room.send({ type: 'turn.start' });
  room.clock.advance(9 * MINUTE);
  room.send({ type: 'turn.finish', callNext: false });
}

/**
 * A meeting in a state, with hard names and, for the active item, hard notes; the word without a space is pinned, one
 * note is being typed.
 */
export function roomIn(state: RoomState): Room {
  const room = openRoom({ agencies: AGENCIES, title: 'Rapat Koordinasi SKPD' });
  room.send({ type: 'meeting.edit', fields: { theme: 'Penajaman Visi, Misi dan Program' } });
  room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: null, fixedStart: '12:00', index: 12 });
  if (state === 'prepared') return room;
  present(room, 'opening');
  for (const name of NAMES.slice(0, 3)) present(room, name);
  const fields = {
    presenter: { name: 'Dr. Hj. Siti Rahmah, S.T., M.T.', office: 'Sekretaris', acting: 'plt', representing: true },
  } as const;
  const item = room.item(state === 'break' ? 'break' : LONGEST_NAME);
  room.send({ type: 'item.edit', itemId: item.id, fields });
  if (state === 'between') return room;
  room.send({ type: 'turn.call', itemId: item.id });
  if (state === 'called') return room;
  room.send({ type: 'turn.start' });
  for (const [index, text] of HARD_TEXTS.entries()) {
    const kind = KINDS[index % KINDS.length] ?? 'note';
    const author = { kind: 'leader', role: ROLES[index % ROLES.length] ?? 'bupati' } as const;
    room.send(noteOf(item.id, text, { visibility: 'shown', kind, author }));
    const noteId = room.lastNote().id;
    if (index % 3 === 2 && item.agencyId !== null)
      room.send({ type: 'problem.keep', noteId, itemId: null, text: null });
    else room.send({ ...FOLLOW, noteId, due: DUES[index % DUES.length] ?? null, status: statusOf(index) });
    if (index === 2) room.send({ type: 'note.pin', noteId, pinned: true });
  }
  room.send({ type: 'screen.liveTyping', on: true });
  const draft = {
    itemId: item.id,
    author: { kind: 'leader', role: 'bupati' },
    kind: 'directive',
    visibility: 'shown',
    text: 'Segera ditindaklanjuti oleh',
  } as const;
  room.send({ type: 'draft.set', key: 'compose', draft });
  switch (state) {
    case 'break':
    case 'running':
      runFor(room, 4.6 * MINUTE);
      return room;
    case 'wrapUp':
      runFor(room, 10.4 * MINUTE);
      return room;
    case 'overtime':
      runFor(room, 13.25 * MINUTE);
      return room;
    case 'paused':
      room.clock.advance(7 * MINUTE);
      room.send({ type: 'turn.pause' });
      return room;
    case 'finished':
      room.clock.advance(11 * MINUTE);
      room.send({ type: 'turn.finish', callNext: false });
      room.send({ type: 'meeting.finish' });
      return room;
    default:
      return state satisfies never;
  }
}

export interface Dress {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly step?: TextStep;
}

const show = (layout: Layout, announcement: string): Command =>
  layout === 'announcement' ? { type: 'screen.announce', text: announcement } : { type: 'screen.layout', layout };

/** What the projector shows in a layout. @param announcement its text in the layout of that name */
export function viewIn(
  room: Room,
  layout: Layout,
  { locale, theme, step = 0 }: Dress,
  announcement = `Mohon bersiap: ${LONGEST_NAME}`,
): ProjectorView {
  room.send({ type: 'screen.textStep', step });
  room.send(show(layout, announcement));
  return projectorView(room.meeting(), { locale, theme, emblem: null }, () => '');
}

/** Every state in every layout; states that look alike are included once. */
export function roomViews(dress: Dress): [name: string, view: ProjectorView][] {
  const seen = new Set<string>();
  return ROOM_STATES.flatMap((state) => {
    const room = roomIn(state);
    return LAYOUTS.flatMap((layout): [string, ProjectorView][] => {
      const view = viewIn(room, layout, dress);
      const text = JSON.stringify(view);
      if (seen.has(text)) return [];
      seen.add(text);
      return [[`${state}-${layout}`, view]];
    });
  });
}

/** The last turn with the longest words that it may have, and the budget of eight meetings. */
const LAST_TURN: ProjectedPast = {
  title: 'Rapat Koordinasi Perangkat Daerah se-Kabupaten Tanah Bumbu dan Evaluasi Rencana',
  date: '2021-05-03',
  notes: HARD_TEXTS.slice(0, 3).map((text, index) => ({
    id: `n${index}`,
    author: index === 1 ? { agency: 'DP3AP2KB' } : { role: 'bupati' },
    kind: KINDS[index] ?? 'note',
    text,
  })),
  targets: [
    { id: 't0', indicator: 'Cakupan imunisasi dasar lengkap', unit: '%', target: '95', achieved: '81', share: 0.853 },
    { id: 't1', indicator: sentence.repeat(2), unit: '', target: 'WTP', achieved: 'WDP', share: null },
    { id: 't2', indicator: 'Jalan', unit: 'km', target: '12', achieved: '18', share: 1.5 },
  ],
  budgets: Array.from({ length: 8 }, (_, index) => ({
    date: `2021-0${1 + Math.floor(index / 2)}-0${1 + index}`,
    ceiling: 214_600_000_000,
    realised: 20_000_000_000 * (index + 1),
    share: (20 * (index + 1)) / 214.6,
  })),
};

const EMBLEM = { id: '0123456789abcdef', width: 300, height: 400 };

/** What only one layout can show. */
export function hardCases({ locale, theme, step = 0 }: Dress): [name: string, view: ProjectorView][] {
  const room = roomIn('running');
  const dress = { locale, theme, step };
  const hold = (emblem: typeof EMBLEM | null): ProjectorView => {
    room.send({ type: 'screen.layout', layout: 'hold' });
    const settings = { locale, theme, emblem, termEnds: '2030-11-17', termOnTitle: emblem !== null };
    return projectorView(room.meeting(), settings, () => '');
  };
  const few = roomIn('called');
  const { id } = few.item(LONGEST_NAME);
  few.send(noteOf(id, HARD_TEXTS[0] ?? '', { visibility: 'shown', kind: 'directive' }));
  const one = viewIn(few, 'notes', dress);
  for (const text of HARD_TEXTS.slice(1, 4)) few.send(noteOf(id, text, { visibility: 'shown', kind: 'proposal' }));
  const { id: agencyId = '' } = AGENCIES.find(({ name }) => name === LONGEST_NAME) ?? {};
  const agencies = Object.fromEntries(AGENCIES.map(({ inAgenda: _, ...agency }) => [agency.id, agency]));
  const again = openRoom({
    agencies: AGENCIES,
    carried: {
      followUps: [{ value: carriedFollowUp('f0', { pics: [agencyId], due: '2021-05-03', shown: true }), agencies }],
      problems: [{ value: carriedProblem('p0', { agencyId, shown: true }), agencies }],
      entries: ['m1', 'm2'].map((made) => ({
        value: earlierEntry(made, 'p0', { recurred: true }, made),
        agencies,
      })),
    },
  });
  start(again, LONGEST_NAME);
  const carried = viewIn(again, 'matters', dress);
  const past = carried.stage === 'matters' ? { ...carried, past: LAST_TURN } : carried;
  again.send({ type: 'problem.solve', problemId: 'p0', solved: true });
  again.send({ type: 'followUp.delete', followUpId: 'f0' });
  const short = openRoom({ title: 'Rapat Koordinasi Perangkat Daerah se-Kabupaten Tanah Bumbu dan Evaluasi Rencana' });
  return [
    ['notes-one', one],
    ['notes-few', viewIn(few, 'notes', dress)],
    ['full-few', viewIn(few, 'full', dress)],
    ['matters-carried', carried],
    ['matters-past', past],
    ['matters-solved', viewIn(again, 'matters', dress)],
    ['agenda-short', viewIn(short, 'agenda', dress)],
    ['hold-long', viewIn(short, 'hold', dress)],
    ['hold-missing-emblem', hold(EMBLEM)],
    ['announcement-short', viewIn(room, 'announcement', dress, 'Istirahat 10 menit')],
    ['announcement-200', viewIn(room, 'announcement', dress, `${sentence}${sentence}`.slice(0, 200))],
    ['announcement-word', viewIn(room, 'announcement', dress, (HARD_TEXTS[2] ?? '').slice(0, 120))],
    ['announcement-emoji', viewIn(room, 'announcement', dress, 'Selamat datang 🙏🏽 <b>Bapak/Ibu</b> 🇮🇩')],
  ];
}
