import { pageAfter, type SlidesHash } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import { findConverter } from './find-converter.ts';
import type { Intake } from './intake.ts';
import type { Pointer } from './pointer.ts';
import { hashesIn, unreferredSlides } from './references.ts';
import type { SlidesFiles } from './slides-files.ts';

export interface SlidesContext extends Pick<RequestContext, 'workspace' | 'files'> {
  readonly slides: SlidesFiles;
  readonly dataFolder: string;
  readonly intake: Intake;
  readonly pointer: Pointer;
}

type SlidesRequest =
  | 'slides.begin'
  | 'slides.piece'
  | 'slides.end'
  | 'slides.abort'
  | 'slides.address'
  | 'slides.about'
  | 'slides.clean'
  | 'slides.point'
  | 'slides.turn';

/**
 * The stored files to which nothing refers, with their sizes.
 * @param unread see `unreferredSlides`; if it throws, this does
 */
async function unusedSlides(context: SlidesContext, unread: (error: unknown) => void) {
  const { files, dataFolder, workspace, slides } = context;
  const { store } = slides;
  const all = await store.files();
  if (all.size === 0) return { all, unused: new Map<SlidesHash, number>() };
  const session = workspace.shown();
  await session?.flush().catch(unread);
  const candidates = new Set([...all.keys()].filter((hash) => !store.isFresh(hash)));
  const unreferred = await unreferredSlides(files, dataFolder, candidates, unread);
  const open = new Set(session === null ? [] : hashesIn(JSON.stringify(session.meeting())));
  const isUsed = (hash: SlidesHash): boolean => !unreferred.has(hash) || open.has(hash) || store.isFresh(hash);
  return { all, unused: new Map([...all].filter(([hash]) => !isUsed(hash))) };
}

/** Nobody knows what is unused. */
const refuse = (error: unknown): never => {
  throw error;
};

const sum = (sizes: ReadonlyMap<SlidesHash, number>): number =>
  [...sizes.values()].reduce((all, size) => all + size, 0);

/** Requests about files of slides, and the one request of the projector. */
export function slidesHandlers(context: SlidesContext): Pick<RequestHandlers, SlidesRequest> {
  const { workspace, slides, intake } = context;
  const { store, grants } = slides;
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
      // Another program may have deleted it.
      if ((await store.sizeOf(hash)) === null) throw new Refused('slidesMissing');
      return { url: grants.forDesk(hash) };
    },
    async 'slides.about'() {
      // What cannot be read is said when they are to be deleted: nothing is, then.
      const { all, unused } = await unusedSlides(context, () => undefined);
      return {
        files: all.size,
        bytes: sum(all),
        unused: unused.size,
        unusedBytes: sum(unused),
        converter: findConverter()?.kind ?? null,
      };
    },
    // In the order of what opens and takes in meetings: one that is being restored is not on the disk yet.
    'slides.clean': () =>
      workspace.inOrder(async () => {
        const { unused } = await unusedSlides(context, refuse);
        const gone = new Map<SlidesHash, number>();
        for (const [hash, size] of unused) if (await store.remove(hash)) gone.set(hash, size);
        return { files: gone.size, bytes: sum(gone) };
      }),
    async 'slides.point'({ at }) {
      context.pointer.point(at);
      return null;
    },
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
