import type { AgencyId } from '../model/agency.ts';
import type { AgendaItem, ItemId } from '../model/agenda-item.ts';
import type { Standing } from '../model/follow-up-now.ts';
import type { Meeting, MeetingId } from '../model/meeting.ts';
import type { Author, NoteId, NoteKind, Visibility } from '../model/note.ts';
import type { CivilDate } from '../time/zone.ts';
import type { KnownAgencies, KnownAgency } from './agencies.ts';
import type { Digest, DigestTurn } from './digest.ts';
import type { FollowUpMatter, Matters, ProblemMatter } from './matters.ts';
import type { Snippet } from './snippet.ts';

/** What can be found, in the order in which it is listed. */
export const HIT_KINDS = ['agency', 'followUp', 'problem', 'note', 'sheet', 'meeting'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** Where a hit is, so that it can be opened; what does not apply is `null`. */
export interface HitPlace {
  /** `null` for an agency. */
  readonly meetingId: MeetingId | null;
  readonly itemId: ItemId | null;
  readonly noteId: NoteId | null;
  readonly followUpId: string | null;
  readonly problemId: string | null;
  /** As `KnownAgency.id`, or as the meeting knows it. */
  readonly agencyId: AgencyId | null;
}

/** What a row says of a hit besides the words found; the window puts it into words. */
export interface HitFacts {
  readonly meetingTitle: string;
  /** Of its meeting; empty for an agency. */
  readonly date: CivilDate;
  /** The short name of its agency; empty if it has none. */
  readonly agency: string;
  readonly sample: boolean;
  readonly author: Author | null;
  /** Of a note. */
  readonly noteKind: NoteKind | null;
  readonly visibility: Visibility | null;
  /** Of an item that is not an agency's. */
  readonly itemKind: AgendaItem['kind'] | null;
  readonly standing: Standing | null;
  /** Of a problem. */
  readonly solved: boolean | null;
  readonly meetingStatus: Meeting['status'] | null;
}

/** Something that can be found. */
export interface Findable extends HitPlace, HitFacts {
  /** Unique in the archive, and the same as long as it is the same thing. */
  readonly key: string;
  readonly kind: HitKind;
  /** What is searched and shown. */
  readonly text: string;
  /** What is searched too, and not shown: the agency's names. */
  readonly about: string;
}

/** Something found: its words, and why it was found. */
export interface Hit extends HitPlace, HitFacts, Pick<Findable, 'key' | 'kind'> {
  /** The beginning of its text, or the piece with the words. */
  readonly snippet: Snippet;
  /** For an agency that was found by another name, its head or a presenter: that. Otherwise `null`. */
  readonly by: Snippet | null;
}

export interface HitGroup {
  readonly kind: HitKind;
  /** The best first. */
  readonly hits: readonly Hit[];
  /** How many were found; `hits` may be fewer. */
  readonly total: number;
}

/** What was found for a text. */
export interface Found {
  readonly text: string;
  /** In the order of `HIT_KINDS`; groups without hits are left out. */
  readonly groups: readonly HitGroup[];
}

type Told = Partial<Findable> & Pick<Findable, 'key' | 'kind' | 'text' | 'about'>;

/** Every field written out: tens of thousands are made of spreads twenty times as slowly, and need more memory. */
const findable = (told: Told): Findable => ({
  key: told.key,
  kind: told.kind,
  text: told.text,
  about: told.about,
  meetingId: told.meetingId ?? null,
  itemId: told.itemId ?? null,
  noteId: told.noteId ?? null,
  followUpId: told.followUpId ?? null,
  problemId: told.problemId ?? null,
  agencyId: told.agencyId ?? null,
  meetingTitle: told.meetingTitle ?? '',
  date: told.date ?? '',
  agency: told.agency ?? '',
  sample: told.sample ?? false,
  author: told.author ?? null,
  noteKind: told.noteKind ?? null,
  visibility: told.visibility ?? null,
  itemKind: told.itemKind ?? null,
  standing: told.standing ?? null,
  solved: told.solved ?? null,
  meetingStatus: told.meetingStatus ?? null,
});

/** Everything written on a sheet, in its order. */
function sheetText({ sheet }: DigestTurn): string {
  if (sheet === null) return '';
  const { vision, programs, targets, budget, personnel, problems, solutions } = sheet;
  return [
    vision,
    programs,
    ...targets.map(({ indicator, target, achieved, unit, change }) =>
      [indicator, target, achieved, unit, change].filter((part) => part !== '').join(' '),
    ),
    budget.remark,
    personnel.strengths,
    personnel.needs,
    personnel.problems,
    personnel.solutions,
    problems,
    solutions,
  ]
    .filter((part) => part.trim() !== '')
    .join(' · ');
}

const namesOf = (agency: { readonly name: string; readonly short: string } | undefined): string =>
  agency === undefined ? '' : `${agency.short} ${agency.name}`;

/** An item of a meeting, as everything that is found in it says. */
type ItemFacts = Pick<Findable, 'agency' | 'agencyId' | 'about' | 'itemKind'>;

/** What can be found of one meeting by itself: its notes, its sheets, and the meeting. */
export function findablesOfMeeting(digest: Digest): Findable[] {
  if (digest.rehearsal) return [];
  const { id, title, date, sample, status } = digest;
  const agencies = new Map(digest.agencies.map((agency) => [agency.id, agency]));
  const items = new Map(
    digest.turns.map((turn): [ItemId, ItemFacts] => {
      const agency = turn.agencyId === null ? undefined : agencies.get(turn.agencyId);
      return [
        turn.itemId,
        {
          agency: agency?.short || agency?.name || turn.title,
          agencyId: agency?.id ?? null,
          about: namesOf(agency),
          itemKind: agency === undefined ? turn.kind : null,
        },
      ];
    }),
  );
  const found = [
    findable({
      key: `meeting ${id}`,
      kind: 'meeting',
      text: title,
      about: date,
      meetingId: id,
      meetingTitle: title,
      date,
      sample,
      meetingStatus: status,
    }),
  ];
  for (const note of digest.notes) {
    const item = items.get(note.itemId);
    found.push(
      findable({
        key: `note ${id} ${note.id}`,
        kind: 'note',
        text: note.text,
        about: item?.about ?? '',
        meetingId: id,
        itemId: note.itemId,
        noteId: note.id,
        agencyId: item?.agencyId ?? null,
        meetingTitle: title,
        date,
        agency: item?.agency ?? '',
        sample,
        author: note.author,
        noteKind: note.kind,
        visibility: note.visibility,
        itemKind: item?.itemKind ?? null,
      }),
    );
  }
  for (const turn of digest.turns) {
    const text = sheetText(turn);
    if (text === '') continue;
    const item = items.get(turn.itemId);
    found.push(
      findable({
        key: `sheet ${id} ${turn.itemId}`,
        kind: 'sheet',
        text,
        about: item?.about ?? '',
        meetingId: id,
        itemId: turn.itemId,
        agencyId: item?.agencyId ?? null,
        meetingTitle: title,
        date,
        agency: item?.agency ?? '',
        sample,
        itemKind: item?.itemKind ?? null,
      }),
    );
  }
  return found;
}

const followUpText = ({ what, plan, remark, evidence }: FollowUpMatter): string =>
  [what, plan, remark, evidence].filter((part) => part.trim() !== '').join(' · ');

const findableFollowUp = (matter: FollowUpMatter, isSample: boolean): Findable =>
  findable({
    key: `followUp ${matter.id}`,
    kind: 'followUp',
    meetingId: matter.cite.isHere ? matter.cite.meetingId : null,
    itemId: matter.itemId,
    noteId: matter.noteId,
    followUpId: matter.id,
    agencyId: matter.agencies[0]?.id ?? null,
    meetingTitle: matter.cite.title,
    date: matter.cite.date,
    sample: isSample,
    agency: matter.agencies.map(({ short }) => short).join(', '),
    author: matter.author,
    visibility: matter.private ? 'private' : null,
    standing: matter.standing,
    text: followUpText(matter),
    about: matter.agencies.map(namesOf).join(' '),
  });

const findableProblem = (matter: ProblemMatter, isSample: boolean): Findable =>
  findable({
    key: `problem ${matter.id}`,
    kind: 'problem',
    meetingId: matter.cite.isHere ? matter.cite.meetingId : null,
    itemId: matter.itemId,
    noteId: matter.noteId,
    problemId: matter.id,
    agencyId: matter.agency.id,
    meetingTitle: matter.cite.title,
    date: matter.cite.date,
    sample: isSample,
    agency: matter.agency.short,
    visibility: matter.private ? 'private' : null,
    solved: matter.solved,
    text: [matter.text, matter.remark].filter((part) => part.trim() !== '').join(' · '),
    about: namesOf(matter.agency),
  });

const findableAgency = (agency: KnownAgency, presenters: readonly string[]): Findable =>
  findable({
    key: `agency ${agency.id}`,
    kind: 'agency',
    agencyId: agency.id,
    agency: agency.short,
    text: agency.name,
    about: [...agency.shorts, ...agency.former, ...agency.heads, ...presenters].join(' · '),
  });

/** What can be found of all meetings together: agencies with whoever spoke for them, follow-ups and problems as they are now. */
export function findablesOfAll(digests: readonly Digest[], agencies: KnownAgencies, matters: Matters): Findable[] {
  const presenters = new Map<string, Set<string>>();
  const samples = new Set<string>();
  for (const digest of digests) {
    if (digest.sample) samples.add(digest.id);
    for (const { agencyId, presenter } of digest.turns) {
      const agency = agencyId === null ? undefined : agencies.of(agencyId);
      if (agency === undefined || presenter.name === '') continue;
      presenters.set(agency.id, (presenters.get(agency.id) ?? new Set()).add(presenter.name));
    }
  }
  return [
    ...agencies.all.map((agency) => findableAgency(agency, [...(presenters.get(agency.id) ?? [])])),
    ...matters.followUps.map((matter) => findableFollowUp(matter, samples.has(matter.cite.meetingId))),
    ...matters.problems.map((matter) => findableProblem(matter, samples.has(matter.cite.meetingId))),
  ];
}
