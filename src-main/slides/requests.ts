import { pageAfter } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';

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
export function slidesHandlers({ workspace }: Pick<RequestContext, 'workspace'>): Pick<RequestHandlers, SlidesRequest> {
  return {
    'slides.begin': notYet,
    'slides.piece': notYet,
    'slides.end': notYet,
    'slides.abort': notYet,
    'slides.address': notYet,
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
