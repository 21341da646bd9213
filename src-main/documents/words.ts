import type { DocumentHead } from '#core/minutes/head.ts';
import type { ItemTime, MinutesName, ShownSlides } from '#core/minutes/item-facts.ts';
import type { Cite, Minutes, MinutesAttendee, MinutesNote, NotesOfKind, Speaker } from '#core/minutes/minutes.ts';
import type { RundownRow } from '#core/minutes/rundown.ts';
import type { Session } from '#core/minutes/sessions.ts';
import type { Leader } from '#core/model/roles.ts';
import { formatDate, formatLongDate, formatTime } from '#core/text/format.ts';
import { type Person, personLine } from '#core/text/office.ts';
import type { Instant } from '#core/time/units.ts';
import { MINUTE } from '#core/time/units.ts';
import { type CivilDate, civilDateAt } from '#core/time/zone.ts';
import type { DocumentTexts } from './texts.ts';

/** What every part of a document needs: the data, and the words of its language. */
export interface Paper<Doc extends Pick<DocumentHead, 'locale'> = DocumentHead> {
  readonly doc: Doc;
  readonly t: DocumentTexts;
}

/** What is needed to write a time of day: the zone, the language, and the day that need not be named. */
type Dated = { readonly doc: Pick<DocumentHead, 'zone' | 'locale' | 'date'>; readonly t: DocumentTexts };

/** "12 menit"; from an hour on with hours. In whole minutes, as in documents. */
export function lengthText(ms: number, t: DocumentTexts): string {
  const total = wholeMinutes(ms);
  if (total === 0) return t('time.underAMinute');
  const parts = [
    { count: Math.floor(total / 60), key: 'time.hours' as const },
    { count: total % 60, key: 'time.minutes' as const },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, key }) => t(key, { count })).join(' ');
}

/** A length in whole minutes, without its sign. */
export const wholeMinutes = (ms: number): number => Math.round(Math.abs(ms) / 60_000);

/** "pukul 09.30 WITA", with the date if it is not the meeting's day. */
export function momentText(at: Instant, { doc, t }: Dated): string {
  const { zone, locale } = doc;
  const time = formatTime(at, zone, locale);
  const date = civilDateAt(at, zone);
  return date === doc.date
    ? t('domain:timeOfDay', { time, zone })
    : t('time.on', { date: formatLongDate(date, locale), time, zone });
}

/** "pukul 09.30 s.d. 09.42 WITA", with the date or dates if it is not the meeting's day. */
export function sessionText({ from, to }: Session, paper: Dated): string {
  const { doc, t } = paper;
  const { zone, locale } = doc;
  if (to === null) return t('time.since', { when: momentText(from, paper) });
  const fromDay = civilDateAt(from, zone);
  const toDay = civilDateAt(to, zone);
  const times = { from: formatTime(from, zone, locale), to: formatTime(to, zone, locale), zone };
  if (fromDay !== toDay) {
    const days = { fromDate: formatLongDate(fromDay, locale), toDate: formatLongDate(toDay, locale) };
    return t('time.rangeDays', { ...times, ...days });
  }
  if (fromDay === doc.date) return t('time.range', times);
  return t('time.rangeOn', { ...times, date: formatLongDate(fromDay, locale) });
}

/**
 * How long an item took, consistent with the times of day beside it, which have no seconds: 08.31 to 08.39 is eight
 * minutes, even if it was a little more or less. After pauses of a minute or more it is the time really spent.
 */
export function printedLength({ sessions, spent }: Pick<ItemTime, 'sessions' | 'spent'>): number {
  const between = (minute: number): number =>
    sessions.reduce(
      (sum, { from, to }) => sum + (to === null ? 0 : Math.floor(to / minute) - Math.floor(from / minute)) * minute,
      0,
    );
  return between(1) - spent < MINUTE ? between(MINUTE) : Math.min(spent, between(MINUTE));
}

/**
 * When an item took place and how long it really took: "pukul … s.d. … (lamanya 12 menit)". Added or removed minutes
 * are in the table of times, not in the minutes.
 */
export function itemTimeText(item: ItemTime, paper: Dated): string {
  const { doc, t } = paper;
  // What is on the day of the part before it needs no date again.
  const dayBefore = (index: number): CivilDate => {
    const end = item.sessions[index - 1]?.to ?? null;
    return end === null ? doc.date : civilDateAt(end, doc.zone);
  };
  const when = item.sessions
    .map((session, index) => sessionText(session, { doc: { ...doc, date: dayBefore(index) }, t }))
    .join(t('time.and'));
  const remark =
    item.sessions.at(-1)?.to === null
      ? t('item.unfinished')
      : t('item.length', { length: lengthText(printedLength(item), t) });
  return `${when} (${remark})`;
}

/** An item's own title, or the name of its kind. */
export const nameText = ({ kind, title }: MinutesName, t: DocumentTexts): string =>
  title === '' ? t(`domain:itemKind.${kind}`) : title;

export const speakerText = (speaker: Speaker, t: DocumentTexts): string =>
  'role' in speaker ? t(`domain:roleShort.${speaker.role}`) : speaker.agency;

/** "Ir. Dedi …, Plt. Kepala Dinas …" or "…, Sekretaris Dinas …, mewakili Kepala Dinas …"; empty if nobody is known. */
export const presenterText = (presenter: Person | null, t: DocumentTexts): string =>
  presenter === null ? '' : personLine(presenter, t);

/** A leader's office as printed: the user's own words, else the role's name. */
export const leaderOffice = ({ role, office }: Pick<Leader, 'role' | 'office'>, t: DocumentTexts): string =>
  office || t(`domain:role.${role}`);

/** The column Jabatan/Instansi of the attendance list: "Plt. Kepala Dinas …", "Sekretaris …, mewakili Kepala Dinas …". */
export function attendeeOffice({ role, ...attendee }: MinutesAttendee, t: DocumentTexts): string {
  if (role !== null) return leaderOffice({ role, office: attendee.office }, t);
  return personLine({ ...attendee, name: '' }, t) || attendee.agency;
}

/** The heading over an item's notes of one kind: "Arahan". */
export const kindHeading = ({ kind, notes }: NotesOfKind, t: DocumentTexts): string =>
  upperFirst(t(`kindHeading.${kind}`, { count: notes.length }));

/** What is printed after a note's words. */
export type NoteRemarks = Pick<MinutesNote, 'concerns' | 'forAll' | 'addendum' | 'pages'>;

/** "bahan dinkes.pdf, 12 halaman". */
export const slidesText = ({ name, pages }: ShownSlides, t: DocumentTexts): string =>
  t('slides', { name, count: pages });

/**
 * "(hal. 7)", "(untuk PUPR)", "(untuk semua SKPD)", "(catatan susulan)"; empty for an ordinary note to the presenter.
 * Between agencies is a semicolon, since their names have commas.
 */
export function noteRemarks({ concerns, forAll, addendum, pages }: NoteRemarks, t: DocumentTexts): string {
  const agency = forAll === '' ? concerns.join('; ') : t('everyAgency', { term: forAll });
  return [
    pages.length === 0 ? '' : t('note.pages', { pages: listText(pages, t) }),
    agency === '' ? '' : t('note.concerns', { agency }),
    addendum ? t('note.addendum') : '',
  ]
    .filter((remark) => remark !== '')
    .join(' ');
}

/** The person in charge of a rundown's line: as the user wrote it, else the presenter, else nobody ("–"). */
export const inChargeText = (row: RundownRow, t: DocumentTexts): string =>
  row.inCharge || presenterText(row.presenter, t) || t('nothing');

/** "Arahan Bupati pada Rakor 17 Mei 2021". */
export function citeText(
  { speaker, kind, date }: Cite,
  { doc, t }: { readonly doc: Pick<DocumentHead, 'locale'>; readonly t: DocumentTexts },
): string {
  const day = formatDate(date, doc.locale);
  if (speaker === null) return t('followUp.cite.nobody', { date: day });
  return t(`followUp.cite.${kind}`, { who: speakerText(speaker, t), date: day });
}

/** "2, 3 dan 5". */
export function listText(parts: readonly (string | number)[], t: DocumentTexts): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  return parts.length === 1 ? String(last) : `${parts.slice(0, -1).join(', ')}${t('time.and')}${last}`;
}

/** The heading over the decisions: our own, or the older form's. */
export const decisionsHeading = ({ pattern }: Pick<Minutes, 'pattern'>, t: DocumentTexts): string =>
  t(pattern === 'older' ? 'older.rules' : 'section.decisions');

/** "Keputusan: lihat Keputusan Rapat nomor 2 dan 3." */
export const decisionsText = (
  numbers: readonly number[],
  { doc, t }: Paper<Pick<Minutes, 'pattern' | 'locale'>>,
): string =>
  t('item.decisions', {
    count: numbers.length,
    heading: decisionsHeading(doc, t),
    numbers: listText(numbers, t),
  });

export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
