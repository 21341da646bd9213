import { BY_SECOND_INSTANCE, type Claim } from '../../storage/instance-lock.ts';

export type StartDecision =
  | { readonly kind: 'go'; readonly focus: string | null }
  /** Another instance has been told and brings its desk to the front. */
  | { readonly kind: 'told' }
  /** Whoever holds the folder has not answered: it may be starting still, or ending. */
  | { readonly kind: 'wait' };

/**
 * Whether to go on with a start. Electron's lock alone proves nothing: it also fails on a disk without links, on one that
 * may not be written to, and in a profile that was copied. The folder's own lock decides.
 * @param first what `requestSingleInstanceLock` said
 */
export function startDecision(first: boolean, claim: Claim): StartDecision {
  if (claim.taken) return { kind: 'go', focus: first ? BY_SECOND_INSTANCE : null };
  const told = claim.answered || (!first && claim.focus === BY_SECOND_INSTANCE);
  return { kind: told ? 'told' : 'wait' };
}
