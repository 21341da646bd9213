import type { ArchivePaper, BoardPaper } from '#core/minutes/board-paper.ts';
import type { DocumentFormat, DocumentKind, ListFormat, ListKind } from '#core/minutes/documents.ts';
import { DEFAULT_OPTIONS, type DocumentOptions } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { type DocumentTexts, documentTexts } from '../documents/texts.ts';

/** Characters that Windows, macOS or Linux do not allow in a file name, and marks that hide or reverse a part of it. */
const UNSAFE = /[\p{C}\p{Z}<>:"/\\|?*]+/gu;
/** Names of devices on Windows, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?= *(?:\.|$))/i;

/**
 * How much of the user's words goes into a name. Windows allows 260 characters including all folders, most file systems
 * 255 bytes per name, and an emoji is four.
 */
interface Room {
  readonly characters: number;
  readonly bytes: number;
}
const TITLE: Room = { characters: 60, bytes: 120 };
const AGENCY: Room = { characters: 30, bytes: 70 };

const trimmed = (text: string): string => text.replace(/^ +|[. ]+$/g, '');

/** The user's words in a form that every file system allows; may be empty. */
export function safeWords(text: string, room: Room = TITLE): string {
  let kept = '';
  let bytes = 0;
  // By characters, not by code units, so that no emoji is cut in half.
  for (const character of [...trimmed(text.replace(UNSAFE, ' '))].slice(0, room.characters)) {
    bytes += Buffer.byteLength(character);
    if (bytes > room.bytes) break;
    kept += character;
  }
  return trimmed(kept);
}

/** A complete name from words that are already safe: not a Windows device, no dot or space at its end. */
export function safeName(words: readonly string[]): string {
  const name = trimmed(words.filter((word) => word !== '').join(' '));
  return RESERVED.test(name) || name === '' ? `_${name}` : name;
}

type Named = Pick<Meeting, 'title' | 'date' | 'locale' | 'agencies'>;

/** "Rakor 2021-05-17": which meeting, at the end of every name. */
const meetingWords = ({ title, date }: Named): string[] => [safeWords(title) || 'Rakor', date];

const agencyWords = ({ agencies }: Named, agencyId: string | null): string => {
  const agency = agencyId !== null && Object.hasOwn(agencies, agencyId) ? agencies[agencyId] : undefined;
  return agency === undefined ? '' : safeWords(agency.short || agency.name, AGENCY);
};

/** The options in which two papers of one kind differ at first sight. */
type NamedOptions = Pick<DocumentOptions, 'pattern' | 'include'>;

/** "Notula" or "Notulen", a list of attendance to be filled in or of who came. */
function kindWords(document: DocumentKind, { pattern, include }: NamedOptions, t: DocumentTexts): string {
  if (document === 'minutes' && pattern === 'older') return t('file.minutesOlder');
  if (document === 'attendance' && include.attendance !== 'ticked') return t('file.attendanceBlank');
  return t(`file.${document}`);
}

/**
 * "Notula Rakor 2021-05-17.pdf", "Lembar Arahan PUPR Rakor 2021-05-17.pdf": what the export dialog suggests.
 * @param agencyId the agency of the sheet; `null` for the other documents
 */
export function documentFileName(
  meeting: Named,
  document: DocumentKind,
  format: DocumentFormat,
  agencyId: string | null,
  options: NamedOptions,
): string {
  const t = documentTexts(meeting.locale);
  return `${safeName([kindWords(document, options, t), agencyWords(meeting, agencyId), ...meetingWords(meeting)])}.${format}`;
}

/** "Lembar Arahan Rakor 2021-05-17": the folder with every agency's sheet. */
export const agencyFolderName = (meeting: Named): string =>
  safeName([documentTexts(meeting.locale)('file.agencySheet'), ...meetingWords(meeting)]);

/**
 * The names of every agency's sheet, in the given order, all different: on systems that ignore case, "Pupr" would
 * overwrite "PUPR".
 */
export function agencyFileNames(meeting: Named, agencyIds: readonly string[]): string[] {
  const taken = new Set<string>();
  return agencyIds.map((id) => {
    const name = documentFileName(meeting, 'agencySheet', 'pdf', id, DEFAULT_OPTIONS);
    let free = name;
    for (let n = 2; taken.has(free.toLocaleLowerCase('en')); n += 1) free = name.replace(/\.pdf$/, ` (${n}).pdf`);
    taken.add(free.toLocaleLowerCase('en'));
    return free;
  });
}

/** Which follow-ups the board has: of an agency, of a leader, in a standing, with some words. */
function filterWords({ short, leader, standing, text }: BoardPaper['filter'], t: DocumentTexts): string[] {
  return [
    safeWords(short ?? '', AGENCY),
    leader === null ? '' : t(`domain:roleShort.${leader}`),
    standing === null ? '' : t(`domain:standing.${standing}`),
    safeWords(text, AGENCY),
  ];
}

/**
 * "Daftar Tindak Lanjut 2021-05-17.xlsx", "Daftar Tindak Lanjut PUPR Terlambat 2021-05-17.pdf", "Pengingat Tindak Lanjut
 * PUPR 2021-05-17.pdf".
 */
export function boardFileName(paper: ArchivePaper, format: DocumentFormat): string {
  const t = documentTexts(paper.locale);
  const words =
    paper.document === 'reminder'
      ? [safeWords(paper.agency.short || paper.agency.name, AGENCY)]
      : filterWords(paper.filter, t);
  return `${safeName([t(`file.${paper.document}`), ...words, paper.today])}.${format}`;
}

/** "Daftar Perangkat Daerah 2021-05-17.xlsx": a list of the settings as it was on a day. */
export function listFileName(
  { locale }: Pick<Settings, 'locale'>,
  list: ListKind,
  format: ListFormat,
  today: CivilDate,
): string {
  return `${safeName([documentTexts(locale)(`file.${list}`), today])}.${format}`;
}
