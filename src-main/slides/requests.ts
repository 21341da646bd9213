import { pageAfter } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { Intake } from './intake.ts';
import type { SlidesFiles } from './slides-files.ts';

export interface SlidesContext extends Pick<RequestContext, 'workspace'> {
  readonly slides: SlidesFiles;
  readonly intake: Intake;
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
  slides: { store, grants },
  intake,
}: SlidesContext): Pick<RequestHandlers, SlidesRequest> {
  return {
    async 'slides.begin'({ name, bytes }) {
      return { upload: await intake.begin(name, bytes) };
    },
    async 'slides.piece'({ upload, base64 }) {
      await intake.piece(upload, Buffer.from(base64, 'base64'));
      return null;
    },
    'slides.end': ({ upload }) => intake.end(upload),
    async 'slides.abort'({ upload }) {
      await intake.abort(upload);
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
