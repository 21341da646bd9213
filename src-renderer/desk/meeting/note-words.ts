import { shortName } from '#core/model/agency.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Author } from '#core/model/note.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** "Wakil Bupati", "Dinkes": who wrote a note, in few words. */
export function authorName(t: DeskT, meeting: Pick<Meeting, 'agencies'>, author: Author): string {
  if (author.kind === 'leader') return t(`domain:roleShort.${author.role}`);
  const agency = meeting.agencies[author.agencyId];
  return agency === undefined ? '' : shortName(agency);
}

/** The author's own colour, as a class. */
export const authorClass = (author: Author): string =>
  `d-by-${author.kind === 'agency' ? 'agency' : author.role.replace(/^stafAhli\d$/, 'stafAhli')}`;
