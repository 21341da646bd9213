import { Refused } from '#core/refusals/refusals.ts';
import type { DiskReason } from '#core/views/desk.ts';

const REASONS: Readonly<Record<string, DiskReason>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
  EHOSTDOWN: 'gone',
  EHOSTUNREACH: 'gone',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
};

/** The code of a system error, or of its cause; empty for another kind of error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/**
 * What an error means for the user, also one that was refused already. Messages are made from this alone: the system's own
 * text belongs in the log.
 */
export const reasonOf = (error: unknown): DiskReason =>
  REASONS[codeOf(error instanceof Refused ? error.cause : error)] ?? 'unknown';

/**
 * The refusal of a request that failed because of the disk; `null` for any other error. Changes of the open meeting are
 * kept and tried again instead (`meeting/journal.ts`).
 */
export function diskRefusal(error: unknown): Refused | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  // A program that is missing is not a missing file of ours.
  if (String(error.syscall).startsWith('spawn')) return null;
  const reason = reasonOf(error);
  switch (reason) {
    case 'full':
      return new Refused('diskFull', {}, error);
    case 'denied':
      return new Refused('diskDenied', {}, error);
    case 'gone':
      return new Refused('diskGone', {}, error);
    case 'busy':
      return new Refused('diskBusy', {}, error);
    case 'unknown':
      return null;
    default:
      return reason satisfies never;
  }
}
