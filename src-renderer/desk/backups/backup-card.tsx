import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useDeskValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { backUpNow } from './back-up.ts';
import { BackupFolder } from './backup-folder.tsx';
import { RegisterRestoreDialog } from './register-restore-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** Backing up and restoring the open meeting, and where else backups go. */
export function BackupCard() {
  const t = useT();
  const runtime = useRuntime();
  const readOnly = useReadOnly();
  const meetingId = useDeskValue((view) => view.meeting?.id ?? null);
  const title = useDeskValue((view) => view.meeting?.title ?? '');
  const [restoring, setRestoring] = useState<'meeting' | 'register' | null>(null);
  const [busy, setBusy] = useState(false);
  const backUp = async (): Promise<void> => {
    setBusy(true);
    await backUpNow(runtime);
    setBusy(false);
  };
  return (
    <section className="k-card k-form" aria-labelledby="backup-title">
      <h2 className="k-heading d-data-heading" id="backup-title">
        {t('backup.title')}
      </h2>
      <p className="k-hint">{t('backup.hint')}</p>
      <div className="k-row">
        <Button
          variant="primary"
          isDisabled={meetingId === null || readOnly}
          isPending={busy}
          onPress={() => void backUp()}
        >
          {t('backup.now')}
        </Button>
        <Button isDisabled={meetingId === null} onPress={() => setRestoring('meeting')}>
          {t('backup.restore')}
        </Button>
        <Button isDisabled={readOnly} onPress={() => setRestoring('register')}>
          {t('backup.register.open')}
        </Button>
      </div>
      <BackupFolder />
      {restoring === 'meeting' && meetingId !== null && (
        <RestoreDialog meetingId={meetingId} title={title} onClose={() => setRestoring(null)} />
      )}
      {restoring === 'register' && <RegisterRestoreDialog onClose={() => setRestoring(null)} />}
    </section>
  );
}
