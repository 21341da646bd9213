import { useRef } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useImportBackup } from '../meeting/use-import-backup.ts';

/** If the host has no dialogs, the page's own file picker is used; a file may also be dropped here. */
export function ImportBackup() {
  const t = useT();
  const hostAsks = useDeskValue((view) => view.host.kind === 'electron');
  const picker = useRef<HTMLInputElement>(null);
  const { refusal, busy, take, read } = useImportBackup();
  const drop = useFileDrop((file) => void read(file));
  return (
    <section className="k-card k-form" aria-labelledby="import-title" {...drop}>
      <h2 className="k-heading d-data-heading" id="import-title">
        {t('backup.importTitle')}
      </h2>
      <p className="k-hint">{t('backup.importText')}</p>
      {refusal !== null && <Notice tone="error">{refusal}</Notice>}
      <div className="k-row">
        <Button
          icon="importFile"
          isPending={busy}
          onPress={() => (hostAsks ? void take(null, '') : picker.current?.click())}
        >
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
