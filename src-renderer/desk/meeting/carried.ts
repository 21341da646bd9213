import type { AgencyId } from '#core/model/agency.ts';
import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';

/** Open follow-ups of earlier meetings of which an agency is in charge: they are shown when it presents again. */
export const carriedFor = (
  meeting: Pick<Meeting, 'followUps' | 'entries'>,
  agencyId: AgencyId | null,
): readonly FollowUpNow[] =>
  agencyId === null
    ? []
    : followUpsNow(meeting).filter(
        ({ origin, status, pics }) => origin !== null && status !== 'done' && pics.includes(agencyId),
      );
