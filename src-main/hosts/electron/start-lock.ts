import { BY_SECOND_INSTANCE } from '../../storage/held-lock.ts';
import type { Claim } from '../../storage/instance-lock.ts';

export type StartDecision =
  | { readonly kind: 'go'; readonly focus: string | null }
  /** Another instance was informed and brings its desk to the front. */
  | { readonly kind: 'told' }
  /** Whoever holds the folder did not answer: it may be starting or ending. */
  | { readonly kind: 'wait' };

/**
 * Whether to continue a start. Electron's lock alone proves nothing: it also fails on a disk without links, on a
 * read-only one, and in a copied profile. The data folder's own lock decides.
 * @param first what `requestSingleInstanceLock` returned
 */
export function startDecision(first: boolean, claim: Claim): StartDecision {
  if (claim.taken) return { kind: 'go', focus: first ? BY_SECOND_INSTANCE : null };
  const told = claim.answered || (!first && claim.focus === BY_SECOND_INSTANCE);
  return { kind: told ? 'told' : 'wait' };
}
