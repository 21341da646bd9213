import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useT } from './i18n.ts';

/**
 * The whole window, when the application behind it has gone away: what happened, and what to do.
 * @param unsaved text that did not reach the disk any more; it is shown, so that it can be copied
 * @param covered the room looks at this window: the text is shown when it is asked for
 */
export function DisconnectedScreen({ unsaved = '', covered = false }: { unsaved?: string; covered?: boolean }) {
  const t = useT();
  const [uncovered, setUncovered] = useState(!covered);
  return (
    <main className="d-gone">
      <div role="alert">
        <Icon name="warning" size={40} />
        <h1>{t('gone.title')}</h1>
        <p>{t('gone.what')}</p>
        <p>{t('gone.todo')}</p>
      </div>
      {unsaved !== '' && !uncovered && <Button onPress={() => setUncovered(true)}>{t('gone.show')}</Button>}
      {unsaved !== '' && uncovered && (
        <label className="d-gone-text">
          {t('gone.unsaved')}
          <textarea readOnly rows={5} value={unsaved} />
        </label>
      )}
    </main>
  );
}

/** The same before the first answer, when nothing else is there yet. */
export function Unreachable({ i18n }: { i18n: i18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <DisconnectedScreen />
    </I18nextProvider>
  );
}
