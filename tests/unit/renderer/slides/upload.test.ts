import { expect, it, vi } from 'vitest';
import { SLIDES_PIECE } from '#core/model/lengths.ts';
import { type AskMain, uploadSlides } from '#renderer/slides/upload.ts';

type Sent = { type: string; payload: Record<string, unknown> };

/** A main that notes what it is asked; `refuse` names a request that it refuses. */
function main(refuse = ''): { ask: AskMain; sent: Sent[] } {
  const sent: Sent[] = [];
  const ask = (async (type: string, payload: Record<string, unknown>) => {
    sent.push({ type, payload });
    if (type === refuse) return { ok: false, refusal: { code: 'slidesUnsound', params: {} } };
    const value = type === 'slides.begin' ? { upload: 'u1' } : type === 'slides.end' ? { hash: 'h', bytes: 1 } : null;
    return { ok: true, value };
  }) as unknown as AskMain;
  return { ask, sent };
}
const options = (signal = new AbortController().signal) => ({ signal, onProgress: vi.fn() });
const types = (sent: readonly Sent[]): string[] => sent.map(({ type }) => type.replace('slides.', ''));

it('sends pieces in order, one after the other, which make the file again', async () => {
  const bytes = Uint8Array.from({ length: 2 * SLIDES_PIECE + 3 }, (_, n) => (n * 7) % 256);
  const { ask, sent } = main();
  const given = options();
  expect(await uploadSlides(new File([bytes], 'a.pdf'), 'a.pdf', ask, given)).toMatchObject({ ok: true });
  expect(types(sent)).toEqual(['begin', 'piece', 'piece', 'piece', 'end']);
  const pieces = sent.flatMap(({ payload: { base64 } }) => (typeof base64 === 'string' ? [base64] : []));
  expect(Buffer.concat(pieces.map((one) => Buffer.from(one, 'base64'))).equals(Buffer.from(bytes))).toBe(true);
  expect(given.onProgress.mock.calls.map(([at]) => at)).toEqual([SLIDES_PIECE, 2 * SLIDES_PIECE, bytes.length]);
});

it('forgets the upload when its file cannot be read any more, a piece is refused, or it is stopped', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const pulled = new File(['abc'], 'a.pdf');
  vi.spyOn(pulled, 'slice').mockReturnValue({
    arrayBuffer: () => Promise.reject(new Error('gone')),
  } as unknown as Blob);
  const one = main();
  expect(await uploadSlides(pulled, 'a.pdf', one.ask, options())).toEqual({ ok: false, why: 'unreadable' });
  expect(types(one.sent)).toEqual(['begin', 'abort']);

  const two = main('slides.piece');
  expect(await uploadSlides(new File(['abc'], 'a.pdf'), 'a.pdf', two.ask, options())).toMatchObject({ why: 'refused' });
  expect(types(two.sent)).toEqual(['begin', 'piece', 'abort']);

  const three = main();
  const stop = new AbortController();
  const large = new File([new Uint8Array(3 * SLIDES_PIECE)], 'a.pdf');
  const stopped = uploadSlides(large, 'a.pdf', three.ask, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(await stopped).toEqual({ ok: false, why: 'stopped' });
  expect(types(three.sent)).toEqual(['begin', 'piece', 'abort']);
  vi.restoreAllMocks();
});
