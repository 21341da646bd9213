import { SLIDES_PIECE } from '#core/model/lengths.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, RefusalMessage, RequestOf } from '#core/protocol/requests.ts';
import { base64Of } from '#renderer/kit/base64.ts';

type UploadRequest = 'slides.begin' | 'slides.piece' | 'slides.end' | 'slides.abort';
/** Asks main; `null` if the application has gone away. */
export type AskMain = <T extends UploadRequest>(type: T, payload: RequestOf<T>) => Promise<Reply<AnswerOf[T]> | null>;

export type Uploaded =
  | { readonly ok: true; readonly file: AnswerOf['slides.end'] }
  /** The file could not be read: its flash disk was pulled out, or it was changed meanwhile. */
  | { readonly ok: false; readonly why: 'unreadable' | 'stopped' | 'gone' }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: RefusalMessage };

interface Given {
  readonly signal: AbortSignal;
  /** Bytes that are written. */
  onProgress(bytes: number): void;
}

/**
 * Sends a file to main, under a name that may be shown, in pieces, one after the other, so that neither holds it whole. Never rejects; what is stopped or
 * fails leaves nothing behind.
 */
export async function uploadSlides(
  file: File,
  name: string,
  ask: AskMain,
  { signal, onProgress }: Given,
): Promise<Uploaded> {
  const begun = await ask('slides.begin', { name, bytes: file.size });
  if (begun === null) return { ok: false, why: 'gone' };
  if (!begun.ok) return { ok: false, why: 'refused', refusal: begun.refusal };
  const { upload } = begun.value;
  const abort = (): void => void ask('slides.abort', { upload });
  for (let at = 0; at < file.size; at += SLIDES_PIECE) {
    if (signal.aborted) break;
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.slice(at, at + SLIDES_PIECE).arrayBuffer());
    } catch (error) {
      console.warn('ekspose: a file of slides could not be read', error);
      abort();
      return { ok: false, why: 'unreadable' };
    }
    const written = await ask('slides.piece', { upload, base64: base64Of(bytes) });
    if (written === null) return { ok: false, why: 'gone' };
    if (!written.ok) {
      abort();
      return { ok: false, why: 'refused', refusal: written.refusal };
    }
    onProgress(Math.min(at + SLIDES_PIECE, file.size));
  }
  if (signal.aborted) {
    abort();
    return { ok: false, why: 'stopped' };
  }
  // A conversion is stopped by forgetting its upload.
  signal.addEventListener('abort', abort, { once: true });
  const ended = await ask('slides.end', { upload });
  signal.removeEventListener('abort', abort);
  if (signal.aborted) return { ok: false, why: 'stopped' };
  if (ended === null) return { ok: false, why: 'gone' };
  return ended.ok ? { ok: true, file: ended.value } : { ok: false, why: 'refused', refusal: ended.refusal };
}
