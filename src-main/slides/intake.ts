import type { SlidesHash } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { FilePort } from '../storage/file-port.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { convert } from './convert.ts';
import { kindOf } from './file-kind.ts';
import type { Converter } from './find-converter.ts';
import { keepSlides } from './keep.ts';
import { partsOf } from './parts.ts';
import type { SlidesStore } from './store.ts';
import type { Arrived, Uploads } from './uploads.ts';

/** How a file of a window becomes a stored one. */
export interface Intake extends Pick<Uploads, 'piece'> {
  /** @throws Refused as `Uploads.begin`, and `slidesNoConverter` */
  begin(name: string, bytes: number): Promise<string>;
  /** Stores what has arrived; a presentation is converted first. @throws Refused as `Uploads.end` and `convert` */
  end(id: string): Promise<{ hash: SlidesHash; bytes: number; kind: 'pdf' | 'converted' }>;
  /** Forgets an upload, also while it is converted. */
  abort(id: string): Promise<void>;
  /** Stops every conversion; resolves when nothing of one is left. More may begin afterwards. */
  stop(): Promise<void>;
}

export interface IntakeOptions {
  readonly files: FilePort;
  readonly store: SlidesStore;
  readonly incoming: Uploads;
  converter(): Converter | null;
  report(error: unknown): void;
  /** Longest conversion, ms; injected by tests. */
  readonly timeout?: number;
}

export function intake({ files, store, incoming, converter, report, timeout }: IntakeOptions): Intake {
  const ending = new Map<string, AbortController>();
  /** One at a time: two of these programs are too much for an old laptop. */
  const queue = oneByOne();

  /** Runs with a file that has arrived; afterwards it is stored under another name, or deleted. */
  async function consumed<T>({ path }: Arrived, use: () => Promise<T>): Promise<T> {
    try {
      return await use();
    } finally {
      if ((await files.stat(path)) !== null) await files.remove(path).catch(report);
    }
  }

  async function stored(arrived: Arrived): Promise<{ hash: SlidesHash; bytes: number }> {
    const { path, hash, bytes } = arrived;
    return consumed(arrived, async () => {
      await store.take(path, hash, bytes);
      return { hash, bytes };
    });
  }

  async function taken(pdf: string, bytes: number): Promise<{ hash: SlidesHash; bytes: number }> {
    return { hash: await keepSlides({ files, store, incoming }, partsOf(files, pdf, bytes), bytes, null), bytes };
  }

  async function converted({ path, name }: Arrived, signal: AbortSignal): Promise<{ hash: SlidesHash; bytes: number }> {
    const present = converter();
    if (present === null) throw new Refused('slidesNoConverter');
    const limit = timeout === undefined ? {} : { timeout };
    return queue(() => convert({ converter: present, path, name, signal, ...limit }, taken));
  }

  async function ended(id: string, signal: AbortSignal): ReturnType<Intake['end']> {
    const arrived = await incoming.end(id);
    if (kindOf(arrived.name) === 'pdf') return { ...(await stored(arrived)), kind: 'pdf' };
    return consumed(arrived, async () => ({ ...(await converted(arrived, signal)), kind: 'converted' }));
  }

  return {
    piece: incoming.piece,
    async begin(name, bytes) {
      if (kindOf(name) === 'presentation' && converter() === null) throw new Refused('slidesNoConverter');
      return incoming.begin(name, bytes);
    },
    async end(id) {
      if (ending.has(id)) throw new Refused('slidesInterrupted');
      // From the beginning, so that there is no instant at which giving up goes unheard.
      const abort = new AbortController();
      ending.set(id, abort);
      try {
        return await ended(id, abort.signal);
      } finally {
        ending.delete(id);
      }
    },
    async stop() {
      for (const abort of ending.values()) abort.abort();
      await queue.idle();
    },
    async abort(id) {
      ending.get(id)?.abort();
      await incoming.abort(id);
    },
  };
}
