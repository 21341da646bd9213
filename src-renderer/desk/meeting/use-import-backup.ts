import { useState } from 'react';
import { LARGEST_BACKUP } from '#core/protocol/requests.ts';
import { useDialog, useRuntime, useScreen } from '../kernel/desk-context.tsx';
import { useFault } from '../kernel/forms/use-refuse.ts';
import { useT } from '../kernel/i18n.ts';
import { isArchiveName } from './pick-archive.tsx';

/** Opens a backup of another computer, chosen through the host, or given as a file. */
export function useImportBackup() {
  const t = useT();
  const { request, toasts } = useRuntime();
  const { toMeeting } = useScreen();
  const { open } = useDialog();
  const [refusal, setRefusal] = useState<string | null>(null);
  const fault = useFault(setRefusal);
  const [busy, setBusy] = useState(false);

  const take = async (text: string | null, name: string): Promise<void> => {
    setRefusal(null);
    setBusy(true);
    const reply = await request('backup.import', { text });
    setBusy(false);
    if (reply === null) return;
    if (!reply.ok) {
      const { code, params } = reply.refusal;
      // A text that came without a path is named by its file.
      fault(t(`errors:${code}`, text === null ? params : { ...params, path: name }));
      return;
    }
    if (reply.value === null) return;
    const isMeeting = reply.value.meetingId !== null;
    toasts.show({ tone: 'success', text: t(isMeeting ? 'backup.imported' : 'backup.joined') });
    if (isMeeting) toMeeting();
  };

  const read = async (file: File): Promise<void> => {
    // Everything of another computer, not one meeting.
    if (isArchiveName(file.name)) return open({ kind: 'takeIn', file });
    if (file.size > LARGEST_BACKUP) {
      setRefusal(t('errors:backupUnreadable', { path: file.name }));
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      console.error(error);
      fault(t('backup.unreadable', { name: file.name }));
      return;
    }
    await take(text, file.name);
  };
  return { refusal, busy, take, read };
}
