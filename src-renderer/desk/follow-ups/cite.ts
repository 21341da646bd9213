import { shortName } from '#core/model/agency.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { citedFrom } from '#core/model/meeting-notes.ts';
import { formatDate, type Locale } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** The author: the leader's role or the agency; empty if unknown. */
export function authorName(t: DeskT, meeting: Pick<Meeting, 'agencies'>, author: FollowUp['author']): string {
  if (author === null) return '';
  if (author.kind === 'leader') return t(`domain:roleShort.${author.role}`);
  const agency = meeting.agencies[author.agencyId];
  return agency === undefined ? '' : shortName(agency);
}

/**
 * "Bupati · Rakor 17 Mei 2021": the source of a follow-up (docs/domain/records.md#follow-ups). Only a carried one names
 * its meeting.
 */
export function citeOf(
  t: DeskT,
  meeting: Pick<Meeting, 'agencies' | 'notes'>,
  followUp: FollowUp,
  locale: Locale,
): string {
  const { origin } = followUp;
  const { author } = citedFrom(meeting, followUp);
  const from = origin === null ? '' : t('followUps.fromMeeting', { date: formatDate(origin.date, locale) });
  return [authorName(t, meeting, author), from].filter((part) => part !== '').join(' · ');
}

/** Late: its due date has passed and it is not done. On the day itself it is not late yet. */
export const isLate = (followUp: Pick<FollowUp, 'due' | 'status'>, today: CivilDate): boolean =>
  followUp.due !== null && followUp.status !== 'done' && followUp.due < today;
