import { dirname, join } from 'node:path';
import { z } from 'zod';
import { LARGEST_ARCHIVE } from '#core/archive/manifest.ts';
import type { Register } from '#core/model/register.ts';
import type { MovingAnswers } from '#core/protocol/moving-requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Notice } from '#core/views/desk.ts';
import type { RegisterBackups } from '../backups/register-backups.ts';
import type { EmblemStore } from '../emblem/store.ts';
import type { Exporting, LongExport } from '../exports/exporting.ts';
import type { Saver } from '../exports/saver.ts';
import type { RegisterKeeper } from '../register/keeper.ts';
import type { RequestContext } from '../requests/context.ts';
import type { PayloadOf, RequestHandlers } from '../requests/handlers.ts';
import type { Way } from '../requests/workspace.ts';
import type { SlidesFiles } from '../slides/slides-files.ts';
import { type FilePort, isMissing, replaceFile } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { isUnreadable } from '../storage/read-around.ts';
import { type OpenArchive, openArchive } from './archive-reader.ts';
import { archiveBytes } from './archive-writer.ts';
import { type Plan, planFor } from './compare.ts';
import type { KeepSlides } from './moved-slides.ts';
import { type PastStates, pastStates } from './moved-state.ts';
import { archiveName, type Packed, packedFiles } from './pack.ts';
import type { ReceivedFile } from './received-file.ts';
import { takeIn } from './take-in.ts';

export interface MovingContext extends RequestContext {
  readonly received: ReceivedFile;
  readonly register: RegisterKeeper;
  readonly savedRegister: RegisterBackups;
  readonly emblems: EmblemStore;
  readonly exporting: Exporting;
  readonly slides: SlidesFiles;
  readonly keepSlides: KeepSlides;
  readonly dataFolder: string;
  readonly version: string;
}

type MovingHandlers = Pick<RequestHandlers, 'moving.pack' | 'moving.receive' | 'moving.look' | 'moving.forget'>;

/** Taking an archive in closes the open meeting, so it is queued. */
export interface MovingWays {
  take(way: Way, wanted: PayloadOf<'moving.take'>): Promise<MovingAnswers['moving.take']>;
}

/** The copy of an archive that a window sends. */
interface Copy {
  readonly id: string;
  /** Bytes received so far. */
  length: number;
}

/** Exists while an archive is taken in; contains its name. */
const markOf = (dataFolder: string): string => join(dataFolder, 'moving', 'taking.json');
const Mark = z.object({ name: z.string() });

/** Moving everything to another computer, and taking in what another one packed. */
export function movingHandlers(
  context: MovingContext,
  { save }: Pick<Saver, 'save'>,
): {
  readonly handlers: MovingHandlers;
  readonly ways: MovingWays;
  /** Removes the copy of an archive that was not taken in, when the application starts or has ended. */
  clear(): Promise<void>;
} {
  const { received, register, exporting, workspace, files, dataFolder } = context;
  const queue = oneByOne();
  /** What is received; `null` before anything is. */
  let copy: Copy | null = null;

  async function begin(): Promise<Copy> {
    await received.begin();
    copy = { id: context.newId(), length: 0 };
    return copy;
  }
  async function forget(): Promise<void> {
    await received.remove();
    copy = null;
  }
  function same(id: string): Copy {
    if (copy?.id !== id) throw new Refused('movingReplaced');
    return copy;
  }

  async function within<T>(
    name: string,
    use: (archive: OpenArchive, plan: Plan, past: PastStates, progress: LongExport) => Promise<T>,
  ): Promise<T> {
    const file = await received.open();
    if (file === null) throw new Refused('badMessage');
    try {
      const archive = await openArchive(file, name);
      const own: Register | null = await register.present();
      return await exporting.run(archive.manifest.files.length, async (progress) => {
        const past = await pastStates(files, dataFolder);
        return use(archive, await planFor(context, archive, name, own, past, progress), past, progress);
      });
    } finally {
      await file.close();
    }
  }

  async function pack({ contents, overwrite }: PayloadOf<'moving.pack'>): Promise<MovingAnswers['moving.pack']> {
    await workspace.shown()?.flush();
    await register.flush();
    const packed: Packed = { states: new Map(), left: [] };
    const about = { madeBy: context.version, madeAt: context.now(), contents };
    const past = await pastStates(files, dataFolder);
    const own = await register.present();
    const total = workspace.rows().length;
    const { path } = await exporting.run(total, (progress) =>
      save({ key: 'moving', name: archiveName(about.madeAt, contents), overwrite }, async () =>
        archiveBytes(packedFiles(context, contents, own, past, progress, packed), about),
      ),
    );
    if (path !== null) await past.add(packed.states);
    return { path, left: path === null ? [] : packed.left };
  }

  return {
    clear: () => queue(forget),
    handlers: {
      'moving.pack': pack,
      'moving.receive': ({ copy: id, at, bytes }) =>
        queue(async () => {
          const present = id === null ? await begin() : same(id);
          const piece = Buffer.from(bytes, 'base64');
          // Sent again because its answer was lost.
          if (at > 0 && at + piece.length <= present.length) return { copy: present.id };
          if (at !== present.length || at + piece.length > LARGEST_ARCHIVE) throw new Refused('badMessage');
          await received.append(piece);
          present.length += piece.length;
          return { copy: present.id };
        }),
      'moving.look': ({ name, copy: id }) =>
        queue(() => {
          same(id);
          return within(name, async (_archive, { preview }) => preview);
        }),
      'moving.forget': ({ copy: id }) =>
        // Behind an import that waits for its turn: it still needs the copy.
        workspace.inOrder(() =>
          queue(async () => {
            if (copy?.id === id) await forget();
            return null;
          }),
        ),
    },
    ways: {
      take: (way, { name, copy: id, settings: takeSettings }) =>
        queue(async () => {
          same(id);
          await way.close();
          const mark = markOf(dataFolder);
          const done = await within(name, async (archive, plan, past, progress) => {
            await files.makeFolder(dirname(mark));
            await replaceFile(files, mark, `${JSON.stringify({ name })}\n`);
            await takeIn(context, archive, { name, takeSettings }, plan, past, way, progress);
            return plan.preview;
          }).finally(() => way.refreshRows());
          await files.remove(mark);
          await forget();
          return done;
        }),
    },
  };
}

/** The name in the mark; empty if it is damaged, which says as much. */
async function markedName(files: FilePort, mark: string): Promise<string> {
  try {
    const { name } = Mark.parse(JSON.parse(await files.read(mark)));
    return name;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError || isUnreadable(error)) return '';
    throw error;
  }
}

/** What to tell once, at the start: that taking an archive in was interrupted, and that it can be done again. */
export async function movingNotices(files: FilePort, dataFolder: string): Promise<Notice[]> {
  const mark = markOf(dataFolder);
  try {
    const name = await markedName(files, mark);
    await files.remove(mark);
    return [{ code: 'movingInterrupted', params: { name } }];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
