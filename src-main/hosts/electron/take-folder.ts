import { setTimeout as pause } from 'node:timers/promises';
import { BY_SECOND_INSTANCE } from '../../storage/held-lock.ts';
import { type Claim, type ClaimOptions, claimFolder } from '../../storage/instance-lock.ts';
import { opensWindow } from '../focus-address.ts';
import { startDecision } from './start-lock.ts';

/**
 * By then an instance that is starting has stored how its desk is reached; a look at a held folder takes up to some
 * seconds.
 */
const TRIES = 4;
const BETWEEN_TRIES = 250;

export type Taken =
  | { readonly kind: 'taken'; readonly claim: Extract<Claim, { taken: true }>; readonly focus: string | null }
  /** `opens`: a window of it appears. */
  | { readonly kind: 'focused'; readonly opens: boolean }
  | { readonly kind: 'elsewhere' };

/** Takes the data folder for this process, or finds out who holds it. */
export async function takeFolder(folder: string, first: boolean, { onLost, report }: ClaimOptions): Promise<Taken> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause(BETWEEN_TRIES);
    const claim = await claimFolder(folder, { onLost, report });
    const decision = startDecision(first, claim);
    switch (decision.kind) {
      case 'go':
        if (claim.taken) return { kind: 'taken', claim, focus: decision.focus };
        break;
      case 'told':
        return {
          kind: 'focused',
          opens: !claim.taken && (claim.focus === BY_SECOND_INSTANCE || opensWindow(claim.focus)),
        };
      case 'wait':
        break;
      default:
        decision satisfies never;
    }
  }
  return { kind: 'elsewhere' };
}
