import './backups.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { BackupRow } from '#core/model/backup.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useOnce } from '#renderer/kit/use-once.ts';
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
  /** @returns `null` if it could not be read */
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
  const [answer, setAnswer] = useState<readonly BackupRow[] | 'awaited' | 'unread'>('awaited');
  const rows = typeof answer === 'string' ? [] : answer;
  const [open, setOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<BackupRow | null>(null);
  const [busy, setBusy] = useState(false);

  const { once } = useOnce();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, stayNear);

  const read = (): Promise<void> => once(async () => setAnswer((await list()) ?? 'unread'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list opens
  useEffect(() => void read(), []);

  const confirmed = async (row: BackupRow): Promise<void> => {
    setWanted(null);
    setBusy(true);
    const done = await restore(row);
    setBusy(false);
    if (done) onClose();
  };

  return (
    <Dialog title={title} isOpen onClose={onClose} size="large">
      <div className="k-form" ref={place} tabIndex={-1}>
        <p className="k-hint">{about}</p>
        {notice}
        {answer === 'awaited' && <p role="status">{t('backup.loading')}</p>}
        {answer === 'unread' && (
          <Notice tone="error" action={<Button onPress={() => void read()}>{t('kit:tryAgain')}</Button>}>
            {t('backup.unlisted')}
          </Notice>
        )}
        {answer === rows && rows.length === 0 && <EmptyState title={t('backup.empty')}>{emptyText}</EmptyState>}
        {rows.length > 0 && (
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
