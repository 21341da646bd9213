import type { i18n } from 'i18next';
import type { UnsavedWords } from '#renderer/client/outbox.ts';
import { Icon } from '../kit/icons.tsx';
import { LanguageProvider } from '../kit/language.tsx';
import { useT } from './kernel/i18n.ts';
import { CoveredWords } from './kernel/unsent-words.tsx';

/**
 * The whole window after the application behind it has gone away: what happened, and what to do.
 * @param unsaved text that did not reach the disk; it is shown, so that it can be copied
 * @param covered the room looks at this window: the text is shown only on request
 */
export function DisconnectedScreen({
  unsaved,
  covered = false,
}: {
  unsaved: readonly UnsavedWords[];
  covered?: boolean;
}) {
  const t = useT();
  return (
    <main className="d-gone">
      <div role="alert">
        <Icon name="warning" size={40} />
        <h1>{t('gone.title')}</h1>
        <p>{t('gone.what')}</p>
        <p>{t('gone.todo')}</p>
      </div>
      <CoveredWords words={unsaved} covered={covered} />
    </main>
  );
}

/** The same before the first answer, when nothing else is there yet. */
export function Unreachable({ i18n, unsaved }: { i18n: i18n; unsaved: readonly UnsavedWords[] }) {
  return (
    <LanguageProvider i18n={i18n}>
      <DisconnectedScreen unsaved={unsaved} />
    </LanguageProvider>
  );
}
