import type { RegisterCommand } from '#core/commands/register.ts';
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

/** Has the register changed by the application itself, after backing it up. */
async function changed(context: RegisterBackupContext, command: RegisterCommand): Promise<void> {
  const { register, savedRegister } = context;
  const session = await register.session();
  await register.flush();
  await savedRegister.write(session.register(), session.seq(), true);
  session.command(command, 'application');
  // Meetings that were deleted then may be there again.
  await register.reconciled();
  await hear(context);
}

/** Adds to the register what another one says, such as one that was kept when its folder was lost: nothing of either is lost. */
export const takeRegister = (context: RegisterBackupContext, register: Register): Promise<void> =>
  changed(context, { type: 'archive.take', register });

/** The backups of what is said between meetings: what is in them, and making the register what it was. */
export function registerBackupHandlers(
  context: RegisterBackupContext,
): Pick<RequestHandlers, 'register.backups' | 'register.look' | 'register.restore'> {
  const { savedRegister } = context;
  return {
    'register.backups': savedRegister.rows,
    async 'register.look'({ place, name }) {
      const { register: found, at } = await savedRegister.read(place, name);
      return contentOf(found, at);
    },
    async 'register.restore'({ place, name }) {
      const { register: before } = await savedRegister.read(place, name);
      await changed(context, { type: 'backup.restore', register: before });
      return null;
    },
  };
}
