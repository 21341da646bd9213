import { useMemo } from 'react';
import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import type { RegisterCommand } from '#core/commands/register.ts';
import { shortName } from '#core/model/agency.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { offerUndo } from '../kernel/toasts/undo-toast.ts';
import { activeCommand, editCommand, mergeCommand } from './directory-commands.ts';

/** Each answers with true if it is written; undo is then offered. */
export interface DirectoryActions {
  edit(agency: DirectoryAgency, fields: { readonly name: string; readonly short: string }): Promise<boolean>;
  /** @param activeTo the day on which it ended; `null` if it exists (again) */
  setActive(agency: DirectoryAgency, activeTo: CivilDate | null): Promise<boolean>;
  merge(kept: DirectoryAgency, other: DirectoryAgency): Promise<boolean>;
}

function directoryActions(runtime: DeskRuntime): DirectoryActions {
  const { ask, request, toasts, t } = runtime;
  async function write(command: RegisterCommand, text: string): Promise<boolean> {
    const reply = await request('register.command', { command });
    if (reply === null) return false;
    if (reply.ok) offerUndo(runtime, text, () => void ask('register.undo', {}));
    else toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
    return reply.ok;
  }
  return {
    edit: (agency, fields) => write(editCommand(agency, fields), t('agencyDirectory.edited', { name: fields.name })),
    setActive: (agency, activeTo) =>
      write(
        activeCommand(agency, activeTo),
        t(activeTo === null ? 'agencyDirectory.begun' : 'agencyDirectory.ended', { name: shortName(agency) }),
      ),
    merge: (kept, other) =>
      write(mergeCommand(kept, other), t('agencyDirectory.merged', { name: shortName(other), into: shortName(kept) })),
  };
}

export function useDirectoryActions(): DirectoryActions {
  const runtime = useRuntime();
  return useMemo(() => directoryActions(runtime), [runtime]);
}
