import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { Icon } from '../../kit/icons.tsx';
import { useT } from './i18n.ts';

/** The whole window, when the application behind it has gone away: what happened, and what to do. */
export function DisconnectedScreen() {
  const t = useT();
  return (
    <main className="d-gone" role="alert">
      <Icon name="warning" size={40} />
      <h1>{t('gone.title')}</h1>
      <p>{t('gone.what')}</p>
      <p>{t('gone.todo')}</p>
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
