import { pageAfter } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { SlidesFiles } from './slides-files.ts';
import type { Uploads } from './uploads.ts';

export interface SlidesContext extends Pick<RequestContext, 'workspace' | 'files'> {
  readonly slides: SlidesFiles;
  readonly incoming: Uploads;
}

type SlidesRequest =
  | 'slides.begin'
  | 'slides.piece'
  | 'slides.end'
  | 'slides.abort'
  | 'slides.address'
  | 'slides.about'
  | 'slides.clean'
  | 'slides.turn';

const notYet = async (): Promise<never> => {
  throw new Refused('internal');
};

/** Requests about files of slides, and the one request of the projector. */
export function slidesHandlers({
  workspace,
  files,
  slides: { store, grants },
  incoming,
}: SlidesContext): Pick<RequestHandlers, SlidesRequest> {
  return {
    async 'slides.begin'({ name, bytes }) {
      return { upload: await incoming.begin(name, bytes) };
    },
    async 'slides.piece'({ upload, base64 }) {
      await incoming.piece(upload, Buffer.from(base64, 'base64'));
      return null;
    },
    async 'slides.end'({ upload }) {
      const { path, hash, bytes } = await incoming.end(upload);
      try {
        await store.take(path, hash, bytes);
      } catch (error) {
        await files.remove(path).catch(() => undefined);
        throw error;
      }
      return { hash, bytes, kind: 'pdf' };
    },
    async 'slides.abort'({ upload }) {
      await incoming.abort(upload);
      return null;
    },
    async 'slides.address'({ hash }) {
      if (!store.has(hash)) throw new Refused('slidesMissing');
      return { url: grants.forDesk(hash) };
    },
    'slides.about': notYet,
    'slides.clean': notYet,
    async 'slides.turn'({ to }) {
      const session = workspace.session();
      const { screen, blank, current, agenda } = session.meeting();
      const item = current === null ? undefined : agenda.items[current];
      if (screen.layout !== 'slides' || item === undefined || item.slides === null) return null;
      if (to === 'black') session.command({ type: 'screen.blank', on: !blank });
      // What the operator has hidden stays hidden, and where it was.
      else if (!blank) session.command({ type: 'slides.page', itemId: item.id, page: pageAfter(item.slides, to) });
      return null;
    },
  };
}
