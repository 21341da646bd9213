import type { RegisterContent } from '#core/model/backup.ts';
import type { Register } from '#core/model/register.ts';
import { type Instant, instant } from '#core/time/units.ts';
import { hear, type RegisterRequestContext } from '../register/requests.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { RegisterBackups } from './register-backups.ts';

export interface RegisterBackupContext extends RegisterRequestContext {
  readonly savedRegister: RegisterBackups;
}

function contentOf({ agencies, entries, followUps, problems }: Register, at: Instant): RegisterContent {
  const times = Object.values(entries).map((entry) => entry.at);
  return {
    at,
    entries: times.length,
    agencies: Object.values(agencies).filter(({ said }) => said).length,
    kept: followUps.order.length + problems.order.length,
    lastSaid: times.length === 0 ? null : instant(Math.max(...times)),
  };
}

/** The backups of what is said between meetings: what is in them, and making the register what it was. */
export function registerBackupHandlers(
  context: RegisterBackupContext,
): Pick<RequestHandlers, 'register.backups' | 'register.look' | 'register.restore'> {
  const { register, savedRegister } = context;
  return {
    'register.backups': savedRegister.rows,
    async 'register.look'({ place, name }) {
      const { register: found, at } = await savedRegister.read(place, name);
      return contentOf(found, at);
    },
    async 'register.restore'({ place, name }) {
      const { register: before } = await savedRegister.read(place, name);
      const session = await register.session();
      await register.flush();
      await savedRegister.write(session.register(), session.seq(), true);
      session.command({ type: 'backup.restore', register: before }, 'application');
      // Meetings that were deleted then may be there again.
      await register.reconciled();
      await hear(context);
      return null;
    },
  };
}
