import type { AgencySheet } from '#core/minutes/agency-sheet.ts';
import type { Attendance } from '#core/minutes/attendance.ts';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { Minutes, MinutesAttendee, MinutesFollowUp, Signature } from '#core/minutes/minutes.ts';
import type { RundownRow } from '#core/minutes/rundown.ts';
import { formatDate, formatLongDate, formatTime } from '#core/text/format.ts';
import { officeAt } from '#core/text/office.ts';
import type { Instant } from '#core/time/units.ts';
import { civilDateAt, instantOf } from '#core/time/zone.ts';
import type { DocumentTexts } from './texts.ts';
import {
  attendeeOffice,
  itemTimeText,
  leaderOffice,
  listText,
  momentText,
  nameText,
  type Paper,
  presenterText,
  sessionText,
  slidesText,
  upperFirst,
} from './words.ts';

/** "name : content" in the head of the document; the lines of a numbered field are "1. …", "2. …". */
export interface Field {
  readonly name: string;
  readonly lines: readonly string[];
  readonly numbered: boolean;
}

type Section = 'leadership' | 'participants' | 'proceedings';
type FieldName = 'meeting' | 'date' | 'invitation' | 'called' | 'time' | 'sitting' | 'place' | 'programme';

/** NOTULA in the newer pattern, NOTULEN in the older one. */
export const headingText = ({ pattern }: Pick<Minutes, 'pattern'>, t: DocumentTexts): string => t(`heading.${pattern}`);

/** The name of a part: our own, or literally the form's ("Kegiatan Sidang/Rapat"). */
export const sectionText = ({ strict }: Pick<Minutes, 'strict'>, section: Section, t: DocumentTexts): string =>
  strict ? t(`form.section.${section}`) : t(`section.${section}`);

function timeText(paper: Paper<Minutes>): string {
  const { openedAt, finishedAt, date, plannedStart, zone } = paper.doc;
  if (openedAt !== null) return sessionText({ from: openedAt, to: finishedAt }, paper);
  return momentText(instantOf(date, plannedStart, zone), paper);
}

function programmeLines({ doc, t }: Paper<Minutes>): string[] {
  return doc.programme.map((line) =>
    line.turns > 0 ? t('programmeTurns', { count: line.turns, term: doc.term }) : nameText(line, t),
  );
}

/**
 * Which meeting, when, where, about what (docs/domain/papers.md#order-of-the-minutes): what is known, and what the form
 * always has.
 */
export function headFields(paper: Paper<Minutes>): Field[] {
  const { doc, t } = paper;
  const field = (name: FieldName, lines: readonly string[], numbered = false): Field => ({
    name: doc.strict ? t(`form.field.${name}`) : t(`field.${name}`),
    lines: lines.length === 0 ? [t('nothing')] : lines,
    numbered: numbered && lines.length > 0,
  });
  const known = (text: string): string[] => (text === '' ? [] : [text]);
  const called = momentText(instantOf(doc.date, doc.plannedStart, doc.zone), paper);
  return [
    field('meeting', [doc.title, ...known(doc.theme)]),
    field('date', [formatLongDate(doc.date, doc.locale)]),
    field('invitation', known(doc.invitation)),
    ...(doc.pattern === 'older'
      ? [field('called', [called]), field('sitting', [timeText(paper)])]
      : [field('time', [timeText(paper)])]),
    ...(doc.place === '' ? [] : [field('place', [doc.place])]),
    field('programme', programmeLines(paper), true),
  ];
}

/** Ketua, sekretaris, pencatat (docs/domain/papers.md#order-of-the-minutes). */
export function leadershipFields({ doc, t }: Paper<Minutes>): Field[] {
  const { chair, secretary, minuteTaker, minuteTakerOffice } = doc;
  const together = (...parts: string[]) => parts.filter((part) => part !== '').join(', ') || t('nothing');
  const field = (name: string, text: string): Field => ({ name, lines: [text], numbered: false });
  return [
    field(t('field.chair'), together(chair.name, leaderOffice(chair, t))),
    field(t('field.secretary'), together(secretary)),
    field(t('field.minuteTaker'), together(minuteTaker, minuteTakerOffice)),
  ];
}

/**
 * The leaders by name, the agencies by number, since their names are in the attached list
 * (docs/domain/papers.md#order-of-the-minutes). Where nobody was ticked, nobody is counted: a list that is signed in ink
 * says who came and is referred to, one that has the ticks says nothing. Numbered, unless there is only one sentence.
 */
export function participantLines({ doc, t }: Paper<Minutes>): Pick<Field, 'lines' | 'numbered'> {
  const { attendance, attachment, turns, term } = doc;
  const invited = turns.planned > 0 ? [t('participants.invited', { count: turns.planned, term })] : [];
  const present = attendance.filter(({ present: here }) => here);
  if (present.length === 0) {
    if (attachment === 'blank') return { lines: [t('participants.signed')], numbered: false };
    const known = attachment === 'none' ? invited : [];
    return { lines: known.length > 0 ? known : [t('participants.none')], numbered: false };
  }
  const leaders = present.filter(({ role }) => role !== null);
  const agencies = new Set(attendance.flatMap(({ agencyId }) => agencyId ?? []));
  const here = new Set(present.flatMap(({ agencyId }) => agencyId ?? []));
  const others = present.filter(({ role, agencyId }) => role === null && agencyId === null);
  const listed = attachment === 'none' ? '' : t('participants.listed');
  const uncounted = {
    none: invited,
    blank: [t('participants.agenciesSigned', { term })],
    ticked: [t('participants.agenciesNone', { term })],
  };
  const counted = [t('participants.agencies', { present: here.size, all: agencies.size, term }) + listed];
  return {
    lines: [
      ...leaders.map((leader) => [leader.name, attendeeOffice(leader, t)].join(', ')),
      ...(agencies.size === 0 ? [] : here.size === 0 ? uncounted[attachment] : counted),
      ...(others.length > 0 ? [t('participants.others', { present: others.length }) + listed] : []),
    ],
    numbered: true,
  };
}

/** "Rapat dibuka pukul … . Dari 41 SKPD …, 40 menyampaikan paparan." */
export function openingText(paper: Paper<Minutes>): string {
  const { doc, t } = paper;
  const { openedAt, turns, term } = doc;
  if (openedAt === null) return t('proceedings.none');
  const opened = t('proceedings.opened', { when: momentText(openedAt, paper) });
  return turns.planned === 0 ? opened : `${opened} ${t('proceedings.count', { ...turns, term })}`;
}

/** "Rapat ditutup pukul …"; empty while the meeting is open. */
export const closingText = (paper: Paper<Minutes>): string =>
  paper.doc.finishedAt === null ? '' : paper.t('end.closed', { when: momentText(paper.doc.finishedAt, paper) });

/** The heading over it: another one where an item of the programme has that name, so that no two are alike. */
export function closingHeading({ doc, t }: Paper<Minutes>): string {
  const usual = t('section.closing');
  return doc.items.some((item) => nameText(item, t) === usual) ? t('section.closed') : usual;
}

/** The status of the follow-ups in the matrix; empty without any. */
export function followUpSummary({ followUps }: Pick<Minutes, 'followUps'>, t: DocumentTexts): string {
  if (followUps.length === 0) return '';
  const of = (status: string): number => followUps.filter((followUp) => followUp.status === status).length;
  return t('followUp.summary', {
    all: followUps.length,
    open: of('open'),
    inProgress: of('inProgress'),
    done: of('done'),
  });
}

/**
 * The signature blocks in reading order: the chair signs at the right; the second block is at the left, the third below
 * them in the middle.
 */
export function orderedSignatures({ signatures }: Pick<Minutes, 'signatures'>): Signature[] {
  const blocks = [...signatures].sort((a, b) => Number(a.signer === 'chair') - Number(b.signer === 'chair'));
  if (blocks.length < 3) return blocks;
  const below = blocks.filter(({ signer }) => signer === 'acknowledged');
  return [...blocks.filter(({ signer }) => signer !== 'acknowledged'), ...below];
}

/** A signature block, line by line; `name` is below the space for the signature. */
export interface SignatureLines {
  readonly above: readonly string[];
  /** Empty if nobody is known: dots are printed instead. */
  readonly name: string;
  readonly below: readonly string[];
}

export function signatureLines(
  { signer, role, name, office, rank, nip }: Signature,
  { strict }: Pick<Minutes, 'strict'>,
  t: DocumentTexts,
): SignatureLines {
  const title = strict && signer === 'chair' ? t('form.chair') : t(`signature.${signer}`);
  const held = office || (role === null ? '' : t(`domain:role.${role}`));
  return {
    above: [title, ...(held === '' ? [] : [held])],
    name,
    below: [...(rank === '' ? [] : [rank]), ...(nip === '' ? [] : [t('signature.nip', { nip })])],
  };
}

/** What is said of a time of day in a narrow column, after its date if it is not the meeting's day. */
function onItsDay(at: Instant, said: string, { zone, locale, date }: DocumentHead): string {
  const day = civilDateAt(at, zone);
  return day === date ? said : `${formatDate(day, locale)}, ${said}`;
}

/** When somebody came, for the attendance list; empty if it is to be filled in by hand. */
export function cameText(attendee: MinutesAttendee, form: Attendance['form'], { doc, t }: Paper): string {
  const { present, isRecorded, at } = attendee;
  if (form === 'blank') return '';
  if (!present) return t(isRecorded ? 'attendance.absent' : 'attendance.unrecorded');
  return at === null ? t('attendance.present') : onItsDay(at, formatTime(at, doc.zone, doc.locale), doc);
}

/** "08.30–08.42" of the rundown; "18 Mei 2021, 08.30–08.42" on another day; "–" for what was in no plan. */
export function spanText({ start, end }: Pick<RundownRow, 'start' | 'end'>, paper: Paper): string {
  const { zone, locale } = paper.doc;
  if (start === null || end === null) return paper.t('nothing');
  return onItsDay(start, `${formatTime(start, zone, locale)}–${formatTime(end, zone, locale)}`, paper.doc);
}

/** "PUPR, Dinkes dan Bapenda", "semua SKPD", or "–". */
export function inChargeNames(
  { inCharge, forAll }: Pick<MinutesFollowUp, 'inCharge' | 'forAll'>,
  t: DocumentTexts,
): string {
  if (forAll !== '') return upperFirst(t('everyAgency', { term: forAll }));
  return inCharge.length === 0 ? t('nothing') : listText(inCharge, t);
}

/** Which meeting, when and where: the head of every document except the minutes. */
export function meetingFields({ doc, t }: Paper): Field[] {
  const field = (name: string, ...lines: string[]): Field => ({ name, lines, numbered: false });
  const called = instantOf(doc.date, doc.plannedStart, doc.zone);
  return [
    field(t('field.meeting'), doc.title, ...(doc.theme === '' ? [] : [doc.theme])),
    field(t('field.date'), `${formatLongDate(doc.date, doc.locale)}, ${momentText(called, { doc, t })}`),
    ...(doc.place === '' ? [] : [field(t('field.place'), doc.place)]),
  ];
}

/** To whom a "Lembar arahan" goes, of which meeting, and when the agency had its turn. */
export function agencySheetFields(paper: Paper<AgencySheet>): Field[] {
  const { doc, t } = paper;
  const field = (name: string, text: string): Field => ({ name, lines: [text], numbered: false });
  const { name: title, head } = doc.agency;
  const presenters = doc.turns.flatMap(({ presenter }) => presenterText(presenter, t) || []);
  const slides = doc.turns.flatMap(({ slides: own }) => (own === null ? [] : slidesText(own, t)));
  const times = doc.turns.flatMap(({ time }) => (time === null ? [] : itemTimeText(time, paper)));
  return [
    field(t('agencySheet.agency'), head === '' ? title : officeAt(head, title)),
    ...meetingFields(paper),
    ...presenters.map((text) => field(t('fields:presenter'), text)),
    ...(times.length === 0 ? [] : [field(t('agencySheet.turn'), times.join('; '))]),
    ...slides.map((text) => field(t('fields:slides'), text)),
  ];
}
