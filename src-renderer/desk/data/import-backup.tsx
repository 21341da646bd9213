import { useRef, useState } from 'react';
import { LARGEST_BACKUP } from '#core/protocol/messages.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useDeskValue, useRuntime, useScreen } from '../app/desk-context.tsx';

/** Opens a backup of another computer. Where the host has no dialogs, the window's own file box asks for the file. */
export function ImportBackup() {
  const t = useWords();
  const { request, toasts } = useRuntime();
  const { closeSettings } = useScreen();
  const hostAsks = useDeskValue((view) => view.host.kind === 'electron');
  const picker = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
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
      setRefusal(t(`errors:${code}`, text === null ? params : { ...params, path: name }));
      return;
    }
    if (reply.value === null) return;
    toasts.show({ tone: 'success', text: t('backup.imported') });
    closeSettings();
  };

  const read = async (file: File): Promise<void> => {
    if (file.size > LARGEST_BACKUP) {
      setRefusal(t('errors:backupUnreadable', { path: file.name }));
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      console.error(error);
      setRefusal(t('backup.unreadable', { name: file.name }));
      return;
    }
    await take(text, file.name);
  };

  return (
    <section className="k-card k-form" aria-labelledby="import-title">
      <h2 className="k-heading data-heading" id="import-title">
        {t('backup.importTitle')}
      </h2>
      <p className="k-hint">{t('backup.importText')}</p>
      {refusal !== null && <Notice tone="error">{refusal}</Notice>}
      <div className="k-row">
        <Button icon="file" isPending={busy} onPress={() => (hostAsks ? void take(null, '') : picker.current?.click())}>
          {t('backup.importFile')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('backup.importFile')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // So that the same file can be chosen again.
            event.target.value = '';
            if (file !== undefined) void read(file);
          }}
        />
      </div>
    </section>
  );
}
