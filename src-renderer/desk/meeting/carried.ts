import type { AgencyId } from '#core/model/agency.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';

/** Open follow-ups of earlier meetings of which an agency is in charge: they are shown when it presents again. */
export const carriedFor = (followUps: Meeting['followUps'], agencyId: AgencyId | null): FollowUp[] =>
  agencyId === null
    ? []
    : followUps.order.flatMap((id) => {
        const followUp = followUps.items[id];
        const open = followUp !== undefined && followUp.origin !== null && followUp.status !== 'done';
        return open && followUp.pics.includes(agencyId) ? [followUp] : [];
      });
