import { randomBytes } from 'node:crypto';
import type { SlidesHash } from '#core/model/slides.ts';
import type { SlidesAt } from '#core/views/projector.ts';

/** How many files the desk may look at; an address stops working when it has asked for so many others. */
const DESK_MOST = 3;

/** Which file a window may fetch, under an address that nobody can guess and that ends. */
export interface SlidesGrants {
  /**
   * Builds what the projector shows. Its one address is the same as long as it shows the same item's same file, and ends
   * when it shows another, or none.
   * @param build asks for the address of what is shown, and of nothing else
   */
  projected<T>(build: (slidesAt: SlidesAt) => T): T;
  /** An address for the desk. */
  forDesk(hash: SlidesHash): string;
  /** Ends every address of the desk. */
  clearDesk(): void;
  /** The file of an address; `null` if there is none, or none any more. */
  fileOf(id: string): SlidesHash | null;
}

interface Grant {
  readonly id: string;
  readonly hash: SlidesHash;
}

const addressOf = ({ id }: Grant): string => `/slides/${id}.pdf`;

/** @param newId injected by tests; 32 hexadecimal digits */
export function slidesGrants(newId: () => string = () => randomBytes(16).toString('hex')): SlidesGrants {
  let projector: (Grant & { readonly itemId: string }) | null = null;
  /** The newest last. */
  let desk: readonly Grant[] = [];
  return {
    projected(build) {
      let shown: typeof projector = null;
      const built = build((itemId, hash) => {
        shown = projector?.itemId === itemId && projector.hash === hash ? projector : { id: newId(), itemId, hash };
        return addressOf(shown);
      });
      projector = shown;
      return built;
    },
    forDesk(hash) {
      const grant = desk.find((one) => one.hash === hash) ?? { id: newId(), hash };
      desk = [...desk.filter((one) => one !== grant), grant].slice(-DESK_MOST);
      return addressOf(grant);
    },
    clearDesk() {
      desk = [];
    },
    fileOf: (id) => (projector?.id === id ? projector : desk.find((one) => one.id === id))?.hash ?? null,
  };
}
