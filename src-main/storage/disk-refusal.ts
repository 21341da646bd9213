import { Refused } from '#core/commands/definition.ts';

/**
 * What the disk's refusal means for the user, by what is to be done about it; `null` for an error of another kind.
 * For what is asked for and cannot be done; changes of the open meeting are kept and tried again instead (`meeting/journal.ts`).
 */
export function diskRefusal(error: unknown): Refused | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  // A program that is not there is no file of ours that is gone.
  if (String(error.syscall).startsWith('spawn')) return null;
  const detail = 'path' in error && typeof error.path === 'string' ? error.path : error.message;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refused('diskFull', { detail });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refused('diskDenied', { detail });
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'EIO':
      return new Refused('diskGone', { detail });
    default:
      return null;
  }
}
