import './backups.css';
import { useEffect, useState } from 'react';
import type { BackupRow } from '#core/model/backup.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { BackupEntry } from './backup-entry.tsx';
import { useDataWords } from './data-words.ts';
import { restore } from './restore.ts';

export interface RestoreDialogProps {
  readonly meetingId: MeetingId;
  readonly title: string;
  onClose(): void;
}

/** The backups of a meeting, to be inspected and restored. */
export function RestoreDialog({ meetingId, title, onClose }: RestoreDialogProps) {
  const { t, moment } = useDataWords();
  const runtime = useRuntime();
  const readOnly = useDeskValue((view) => view.readOnly && view.meeting?.id === meetingId);
  const [rows, setRows] = useState<readonly BackupRow[] | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<BackupRow | null>(null);
  const [busy, setBusy] = useState(false);
  const { ask } = runtime;

  useEffect(() => {
    let stale = false;
    void ask('backup.list', { meetingId }).then((found) => {
      if (!stale) setRows(found ?? []);
    });
    return () => {
      stale = true;
    };
  }, [ask, meetingId]);

  const confirmed = async (row: BackupRow): Promise<void> => {
    setWanted(null);
    setBusy(true);
    const done = await restore(runtime, meetingId, row);
    setBusy(false);
    if (!done) return;
    runtime.toasts.show({ tone: 'success', text: t('backup.restored', { moment: moment(row.at) }) });
    onClose();
  };

  return (
    <Dialog title={t('backup.dialogTitle')} isOpen onClose={onClose} size="large">
      <div className="k-form">
        <p className="k-hint">{t('backup.of', { title: title === '' ? t('start.untitled') : title })}</p>
        {readOnly && <Notice tone="warning">{t('backup.readOnly')}</Notice>}
        {rows === null && <p role="status">{t('backup.loading')}</p>}
        {rows?.length === 0 && <EmptyState title={t('backup.empty')}>{t('backup.emptyText')}</EmptyState>}
        {rows !== null && rows.length > 0 && (
          <ul className="d-backups">
            {rows.map((row) => {
              const key = `${row.place}/${row.name}`;
              return (
                <BackupEntry
                  key={key}
                  meetingId={meetingId}
                  row={row}
                  isOpen={open === key}
                  mayRestore={!readOnly && !busy}
                  onToggle={() => setOpen(open === key ? null : key)}
                  onRestore={() => setWanted(row)}
                />
              );
            })}
          </ul>
        )}
      </div>
      {wanted !== null && (
        <ConfirmDialog
          title={t('backup.confirmTitle', { moment: moment(wanted.at) })}
          isOpen
          confirmLabel={t('backup.confirm')}
          onConfirm={() => void confirmed(wanted)}
          onCancel={() => setWanted(null)}
        >
          <p>{t('backup.confirmText')}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
