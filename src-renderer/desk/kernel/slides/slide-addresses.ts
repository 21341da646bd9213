import type { SlidesHash } from '#core/model/slides.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, RequestOf } from '#core/protocol/requests.ts';

/** As many as main keeps for the desk: an older address is forgotten there as well. */
const KEPT = 3;

/** Where this desk finds the files of slides that it shows. */
export interface SlideAddresses {
  /** The file's address; empty until main has answered, which `subscribe` reports, or if the file is not there. */
  of(hash: SlidesHash): string;
  subscribe(listener: () => void): () => void;
  /** Another number after every answer. */
  version(): number;
  /** Another meeting is open: what was known is not valid. */
  clear(): void;
}

type Request = (
  type: 'slides.address',
  payload: RequestOf<'slides.address'>,
) => Promise<Reply<AnswerOf['slides.address']> | null>;

export function slideAddresses(request: Request): SlideAddresses {
  const known = new Map<SlidesHash, string>();
  const listeners = new Set<() => void>();
  let version = 0;

  async function ask(hash: SlidesHash): Promise<void> {
    const reply = await request('slides.address', { hash });
    // Asked again only for another meeting: a file that is not there now does not come back by itself.
    if (known.has(hash)) known.set(hash, reply?.ok === true ? reply.value.url : '');
    version += 1;
    for (const listener of [...listeners]) listener();
  }
  return {
    of(hash) {
      const address = known.get(hash);
      if (address !== undefined) return address;
      for (const old of [...known.keys()].slice(0, Math.max(0, known.size + 1 - KEPT))) known.delete(old);
      known.set(hash, '');
      void ask(hash);
      return '';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
    clear: () => known.clear(),
  };
}
