import './backups.css';
import { type ReactNode, useEffect, useState } from 'react';
import type { BackupRow } from '#core/model/backup.ts';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { BackupEntry, type BackupFacts } from './backup-entry.tsx';
import { useDataWords } from './data-words.ts';

export interface RestoreListProps {
  readonly title: string;
  /** What the backups are of. */
  readonly about: string;
  readonly notice?: ReactNode;
  readonly mayRestore: boolean;
  readonly confirmTitle: (moment: string) => string;
  readonly confirmText: string;
  readonly emptyText: string;
  list(): Promise<readonly BackupRow[] | null>;
  look(row: BackupRow): Promise<BackupFacts | null>;
  /** @returns whether it was restored */
  restore(row: BackupRow): Promise<boolean>;
  onClose(): void;
}

/** A list of backups, to be inspected and restored. */
export function RestoreList(props: RestoreListProps) {
  const { title, about, notice, mayRestore, confirmTitle, confirmText, emptyText, list, look, restore, onClose } =
    props;
  const { t, moment } = useDataWords();
  const [rows, setRows] = useState<readonly BackupRow[] | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<BackupRow | null>(null);
  const [busy, setBusy] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => {
    let stale = false;
    void list().then((found) => {
      if (!stale) setRows(found ?? []);
    });
    return () => {
      stale = true;
    };
  }, []);

  const confirmed = async (row: BackupRow): Promise<void> => {
    setWanted(null);
    setBusy(true);
    const done = await restore(row);
    setBusy(false);
    if (done) onClose();
  };

  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <div className="k-form">
        <p className="k-hint">{about}</p>
        {notice}
        {rows === null && <p role="status">{t('backup.loading')}</p>}
        {rows?.length === 0 && <EmptyState title={t('backup.empty')}>{emptyText}</EmptyState>}
        {rows !== null && rows.length > 0 && (
          <ul className="d-backups">
            {rows.map((row) => {
              const key = `${row.place}/${row.name}`;
              return (
                <BackupEntry
                  key={key}
                  row={row}
                  look={look}
                  isOpen={open === key}
                  mayRestore={mayRestore && !busy}
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
          title={confirmTitle(moment(wanted.at))}
          isOpen
          confirmLabel={t('backup.confirm')}
          onConfirm={() => void confirmed(wanted)}
          onCancel={() => setWanted(null)}
        >
          {wanted.isOfAnother && <p>{t('backup.confirmAnother')}</p>}
          <p>{confirmText}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
