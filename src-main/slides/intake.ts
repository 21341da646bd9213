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
  const converting = new Map<string, AbortController>();
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

  async function converted(id: string, arrived: Arrived): Promise<{ hash: SlidesHash; bytes: number }> {
    const present = converter();
    if (present === null) throw new Refused('slidesNoConverter');
    const abort = new AbortController();
    converting.set(id, abort);
    try {
      const { path, name } = arrived;
      const wanted = {
        converter: present,
        path,
        name,
        signal: abort.signal,
        ...(timeout === undefined ? {} : { timeout }),
      };
      return await queue(() => convert(wanted, taken));
    } finally {
      converting.delete(id);
    }
  }

  return {
    piece: incoming.piece,
    async begin(name, bytes) {
      if (kindOf(name) === 'presentation' && converter() === null) throw new Refused('slidesNoConverter');
      return incoming.begin(name, bytes);
    },
    async end(id) {
      const arrived = await incoming.end(id);
      if (kindOf(arrived.name) === 'pdf') return { ...(await stored(arrived)), kind: 'pdf' };
      return consumed(arrived, async () => ({ ...(await converted(id, arrived)), kind: 'converted' }));
    },
    async abort(id) {
      converting.get(id)?.abort();
      await incoming.abort(id);
    },
  };
}
