import type { MeetingSummary } from '#core/views/desk.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { Digests } from './digests.ts';

export interface ArchiveContext extends Pick<RequestContext, 'workspace'> {
  readonly digests: Digests;
}

/** What is known of the meetings that there are. */
export interface ListedMeetings {
  rows(): readonly Pick<MeetingSummary, 'id' | 'health'>[];
}

/** The meetings of which a digest can be made. */
export const provenMeetings = (workspace: ListedMeetings): string[] =>
  workspace.rows().flatMap(({ id, health }) => (health === 'unprovable' ? [] : [id]));

/** The requests for what is read across meetings. */
export function archiveHandlers({
  workspace,
  digests,
}: ArchiveContext): Pick<RequestHandlers, 'archive.list' | 'archive.digests'> {
  return {
    'archive.list': () => digests.stamps(provenMeetings(workspace)),
    'archive.digests': ({ ids }) => digests.texts(ids),
  };
}
