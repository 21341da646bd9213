import type { Meeting } from '#core/model/meeting.ts';

/** What Windows, macOS and Linux together do not take in a file's name. */
const UNSAFE = /[\p{C}<>:"/\\|?*]/gu;

/** Characters of the title in the name: with a deep folder before it, Windows takes no more than 260. */
const LONGEST = 60;

/** "Notula Rakor 2021-05-17.pdf": what the export dialog suggests; taken by every file system. */
export function minutesFileName(meeting: Pick<Meeting, 'title' | 'date'>): string {
  const safe = meeting.title.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
  // By characters, not by code units: half an emoji is no part of a name.
  const title = [...safe]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  return `Notula ${title === '' ? 'Rakor' : title} ${meeting.date}.pdf`;
}
