import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { Digests } from './digests.ts';

export interface ArchiveContext extends Pick<RequestContext, 'workspace'> {
  readonly digests: Digests;
}

/** The requests for what is read across meetings. */
export function archiveHandlers({
  workspace,
  digests,
}: ArchiveContext): Pick<RequestHandlers, 'archive.list' | 'archive.digests'> {
  return {
    'archive.list': () => {
      const proven = workspace.rows().filter(({ health }) => health !== 'unprovable');
      return digests.stamps(proven.map(({ id }) => id));
    },
    'archive.digests': ({ ids }) => digests.texts(ids),
  };
}
