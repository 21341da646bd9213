import './backups.css';
import { type ReactNode, useEffect, useState } from 'react';
import type { DataAbout } from '#core/protocol/requests.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { BackupCard } from './backup-card.tsx';
import { type DataWords, useDataWords } from './data-words.ts';
import { FileActions } from './file-actions.tsx';
import { ImportBackup } from './import-backup.tsx';

function factsOf({ t, moment, size }: DataWords, about: DataAbout): (readonly [string, string])[] {
  const sized = (path: string | null, bytes: number): string =>
    path === null ? t('data.noMeeting') : t('data.size', { path, size: size(bytes) });
  return [
    [t('data.folder'), about.dataFolder],
    [t('data.meetings'), String(about.meetings)],
    [t('data.meetingFolder'), sized(about.meetingFolder, about.meetingBytes)],
    [t('data.backupFolder'), sized(about.backupFolder, about.backupBytes)],
    [t('data.chosenFolder'), about.chosenBackupFolder ?? t('data.noFolder')],
    [t('data.lastSave'), about.lastSave === null ? t('data.never') : moment(about.lastSave)],
    [t('data.lastBackup'), about.lastBackup === null ? t('data.never') : moment(about.lastBackup)],
  ];
}

/** Where the data is, whether it is sound, and its backups. @param moving the card about another computer */
export function DataSection({ moving }: { readonly moving: ReactNode }) {
  const words = useDataWords();
  const { t } = words;
  const { ask } = useRuntime();
  // Requested again whenever something of it may have changed.
  const version = useDeskValue(({ meeting, saved, lastBackup, settings }) =>
    [meeting?.id, saved.durable, lastBackup?.at, settings.backupFolder].join(' '),
  );
  const [about, setAbout] = useState<DataAbout | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` represents what main would answer
  useEffect(() => {
    let stale = false;
    void ask('data.about', {}).then((answer) => {
      if (!stale && answer !== null) setAbout(answer);
    });
    return () => {
      stale = true;
    };
  }, [ask, version]);

  return (
    <div className="k-form">
      <section className="k-card k-form" aria-labelledby="data-title">
        <h2 className="k-heading d-data-heading" id="data-title">
          {t('data.where')}
        </h2>
        <p className="k-hint">{t('data.hint')}</p>
        {about === null ? (
          <p role="status">{t('data.loading')}</p>
        ) : (
          <dl className="d-facts">
            {factsOf(words, about).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <FileActions />
      </section>
      {moving}
      <BackupCard />
      <ImportBackup />
    </div>
  );
}
