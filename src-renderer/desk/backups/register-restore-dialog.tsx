import { useRuntime } from '../kernel/desk-context.tsx';
import { offerUndo } from '../kernel/toasts/undo-toast.ts';
import { factsFrom } from './backup-entry.tsx';
import { useDataWords } from './data-words.ts';
import { RestoreList } from './restore-list.tsx';

/** The backups of what was said between meetings, to be inspected and restored. */
export function RegisterRestoreDialog({ onClose }: { onClose(): void }) {
  const { t, moment } = useDataWords();
  const runtime = useRuntime();
  const { ask, request, toasts } = runtime;
  return (
    <RestoreList
      title={t('backup.register.dialogTitle')}
      about={t('backup.register.about')}
      mayRestore
      confirmTitle={(time) => t('backup.register.confirmTitle', { moment: time })}
      confirmText={t('backup.register.confirmText')}
      emptyText={t('backup.register.emptyText')}
      list={() => ask('register.backups', {})}
      look={async ({ place, name }) =>
        factsFrom(t, await request('register.look', { place, name }), ({ entries, lastSaid, agencies, kept }) => [
          [t('backup.register.entries'), String(entries)],
          [t('backup.register.lastSaid'), lastSaid === null ? t('data.never') : moment(lastSaid)],
          [t('backup.register.agencies'), String(agencies)],
          [t('backup.register.kept'), String(kept)],
        ])
      }
      restore={async ({ place, name, at }) => {
        const reply = await request('register.restore', { place, name });
        if (reply === null) return false;
        if (!reply.ok) {
          toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
          return false;
        }
        const text = t('backup.register.restored', { moment: moment(at) });
        offerUndo(runtime, text, () => void ask('register.undo', {}));
        return true;
      }}
      onClose={onClose}
    />
  );
}
