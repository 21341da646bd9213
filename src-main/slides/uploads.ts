import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { SLIDES_BYTES_MAX, SLIDES_PIECE } from '#core/model/lengths.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { AppendFile, FilePort } from '../storage/file-port.ts';
import { HEAD, isLike, kindOf } from './file-kind.ts';
import type { SlidesStore } from './store.ts';

/** A file that has arrived, synced, and is not stored yet. */
export interface Arrived {
  readonly name: string;
  readonly path: string;
  readonly hash: SlidesHash;
  readonly bytes: number;
}

/** Files on their way from a window, in pieces that main never collects in memory. */
export interface Uploads {
  /**
   * @param from `here`: main itself copies, and need not wait for windows
   * @throws Refused `slidesTooLarge`, `slidesUnsound`, `slidesBusy`
   */
  begin(name: string, bytes: number, from?: 'window' | 'here'): Promise<string>;
  /** Writes the next piece. @throws Refused `slidesInterrupted`, `slidesUnsound`; the upload is then forgotten */
  piece(id: string, piece: Uint8Array): Promise<void>;
  /** @throws Refused `slidesInterrupted` if it is unknown or not complete; it is then forgotten */
  end(id: string): Promise<Arrived>;
  /** Forgets an upload and what was written of it. */
  abort(id: string): Promise<void>;
}

interface Upload {
  readonly name: string;
  readonly bytes: number;
  readonly path: string;
  readonly file: AppendFile;
  readonly hash: Hash;
  received: number;
  /** A piece is being written: another must wait for its answer. */
  isBusy: boolean;
  touched: number;
}

/** Most uploads at one time. */
const MOST = 4;
/** An upload of which nothing was heard for so long was given up by its window, ms. */
const GIVEN_UP = 60_000;

export interface UploadsOptions {
  readonly files: FilePort;
  readonly store: Pick<SlidesStore, 'incoming' | 'prepare'>;
  mono(): number;
  newId(): string;
  report(error: unknown): void;
}

export function uploads({ files, store, mono, newId, report }: UploadsOptions): Uploads {
  const open = new Map<string, Upload>();
  /** Being begun: they count, too, while their file is made. */
  let beginning = 0;

  async function forget(id: string): Promise<void> {
    const upload = open.get(id);
    if (upload === undefined) return;
    open.delete(id);
    try {
      await upload.file.close();
      await files.remove(upload.path);
    } catch (error) {
      // It is removed at the next start, and nothing lists it until then.
      report(error);
    }
  }

  /** Runs a step of an upload; whatever goes wrong, nothing of it remains. */
  async function step<T>(id: string, act: (upload: Upload) => Promise<T>): Promise<T> {
    const upload = open.get(id);
    if (upload === undefined) throw new Refused('slidesInterrupted');
    try {
      if (upload.isBusy) throw new Refused('slidesInterrupted');
      upload.isBusy = true;
      const done = await act(upload);
      // It was aborted meanwhile.
      if (open.get(id) !== upload) throw new Refused('slidesInterrupted');
      upload.isBusy = false;
      upload.touched = mono();
      return done;
    } catch (error) {
      if (open.get(id) !== upload) throw new Refused('slidesInterrupted', {}, error);
      await forget(id);
      throw error;
    }
  }

  return {
    async begin(name, bytes, from = 'window') {
      if (kindOf(name) === null || bytes === 0) throw new Refused('slidesUnsound');
      if (bytes > SLIDES_BYTES_MAX) throw new Refused('slidesTooLarge', { max: SLIDES_BYTES_MAX / 1_000_000 });
      for (const [id, { touched, isBusy }] of open) if (!isBusy && mono() - touched > GIVEN_UP) await forget(id);
      if (from === 'window' && open.size + beginning >= MOST) throw new Refused('slidesBusy');
      beginning += 1;
      try {
        await store.prepare();
        const id = newId();
        const path = join(store.incoming, `${id}.part`);
        const file = await files.openAppend(path);
        const upload = { name, bytes, path, file, hash: createHash('sha256'), received: 0, isBusy: false };
        open.set(id, { ...upload, touched: mono() });
        return id;
      } finally {
        beginning -= 1;
      }
    },
    piece: (id, piece) =>
      step(id, async (upload) => {
        const { name, bytes, received, hash, file } = upload;
        if (piece.length === 0 || piece.length > SLIDES_PIECE || received + piece.length > bytes) {
          throw new Refused('slidesInterrupted');
        }
        // Only the first piece may be that short: a file that is smaller has no second one.
        if (received === 0) {
          if (piece.length < Math.min(HEAD, bytes)) throw new Refused('slidesInterrupted');
          if (!isLike(name, piece.subarray(0, HEAD))) throw new Refused('slidesUnsound');
        }
        hash.update(piece);
        upload.received += piece.length;
        await file.append(piece);
      }),
    async end(id) {
      const { file, ...arrived } = await step(id, async ({ name, path, hash, bytes, received, file }) => {
        if (received !== bytes) throw new Refused('slidesInterrupted');
        await file.sync();
        return { name, path, bytes, hash: hash.digest('hex'), file };
      });
      open.delete(id);
      await file.close();
      return arrived;
    },
    abort: forget,
  };
}
