import type { Meeting } from '#core/model/meeting.ts';

/** What Windows, macOS and Linux together do not take in a file's name. */
const UNSAFE = /[\p{C}<>:"/\\|?*]/gu;

/** "Notula Rakor 2021-05-17.pdf": what the export dialog suggests; taken by every file system. */
export function minutesFileName(meeting: Pick<Meeting, 'title' | 'date'>): string {
  const title = meeting.title
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .replace(/[. ]+$/, '');
  return `Notula ${title === '' ? 'Rakor' : title} ${meeting.date}.pdf`;
}
