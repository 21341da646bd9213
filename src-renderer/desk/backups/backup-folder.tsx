import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';

const WHOLE_PATH = /^(\/|\\\\|[A-Za-z]:[\\/])/;

/** An example in this system's form of paths: the data folder. */
const exampleFor = (dataFolder: string): string => (dataFolder.startsWith('/') ? '/media/usb/ekspose' : 'E:\\ekspose');

/** The user's folder for further backups. */
export function BackupFolder() {
  const t = useT();
  const { ask, store, toasts } = useRuntime();
  const folder = useDeskValue((view) => view.settings.backupFolder);
  const example = useDeskValue((view) => exampleFor(view.host.dataFolder));
  const hostAsks = useDeskValue((view) => view.host.kind === 'electron');
  const [typed, setTyped] = useFormState('', 'path', 'settings.backupFolder');
  const [wrong, setWrong] = useState(false);

  /** Backs up at once, so that an unwritable folder is noticed now and not when it is needed. */
  const chosen = async (path: string): Promise<void> => {
    const { meeting, readOnly } = store.current();
    if (meeting === null || readOnly) {
      toasts.show({ tone: 'info', text: t('backup.folderNext', { folder: path }) });
      return;
    }
    if ((await ask('backup.now', {})) === null) return;
    const rows = await ask('backup.list', { meetingId: meeting.id });
    if (rows === null) return;
    const arrived = rows.some(({ place }) => place === 'chosen');
    toasts.show({
      tone: arrived ? 'success' : 'error',
      text: t(arrived ? 'backup.folderSet' : 'backup.folderFails', { folder: path }),
    });
  };
  const choose = async (): Promise<void> => {
    const answer = await ask('backup.chooseFolder', {});
    if (answer !== null && answer.folder !== null) await chosen(answer.folder);
  };
  const takeTyped = async (): Promise<void> => {
    const path = typed.trim();
    setWrong(!WHOLE_PATH.test(path));
    if (!WHOLE_PATH.test(path)) return;
    await ask('settings.edit', { fields: { backupFolder: path } });
    if (store.current().settings.backupFolder !== path) return;
    setTyped('');
    await chosen(path);
  };
  const remove = async (): Promise<void> => {
    await ask('settings.edit', { fields: { backupFolder: null } });
    if (store.current().settings.backupFolder === null) toasts.show({ tone: 'info', text: t('backup.folderRemoved') });
  };

  return (
    <div className="k-form d-data-part">
      <h3 className="d-data-part-title">{t('data.chosenFolder')}</h3>
      <p className="k-hint">{t('backup.chosenHint')}</p>
      <p className="d-data-path">{folder ?? t('data.noFolder')}</p>
      {!hostAsks && (
        <form
          className="d-data-folder"
          onSubmit={(event) => {
            event.preventDefault();
            void takeTyped();
          }}
        >
          <TextField
            className="k-grow"
            label={t('data.chosenFolder')}
            description={t('backup.pathExample', { path: example })}
            value={typed}
            onChange={(value) => {
              setTyped(value);
              setWrong(false);
            }}
            error={wrong ? t('backup.pathWrong', { path: example }) : null}
          />
          <Button type="submit" icon="chooseFolder">
            {t('backup.pathSave')}
          </Button>
        </form>
      )}
      <div className="k-row">
        {hostAsks && (
          <Button icon="chooseFolder" onPress={() => void choose()}>
            {t(folder === null ? 'backup.choose' : 'backup.change')}
          </Button>
        )}
        {folder !== null && <Button onPress={() => void remove()}>{t('backup.remove')}</Button>}
      </div>
    </div>
  );
}
