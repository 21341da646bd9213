import { useEffect, useSyncExternalStore } from 'react';
import { unsavedWords } from '#renderer/client/outbox.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icons.tsx';
import { useT } from './kernel/i18n.ts';
import type { DeskRuntime } from './kernel/runtime.ts';
import { CoveredWords } from './kernel/unsent-words.tsx';
import { useStoreValue } from './kernel/value-store.ts';
import { DisconnectedScreen } from './unreachable.tsx';

const reload = (): void => window.location.reload();

/** The whole window if the desk could not be painted. After a reload it has the meeting, and every word that was typed. */
export function ErrorScreen({ runtime }: { runtime: DeskRuntime }) {
  const t = useT();
  const { outbox, disconnected, ui } = runtime;
  const covered = useStoreValue(ui, (state) => state.oneScreen);
  const gone = useStoreValue(disconnected);
  const unsaved = unsavedWords(useSyncExternalStore(outbox.subscribe, outbox.entries));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // Enter on a button belongs to that button.
      const free = event.key === 'Enter' && !(event.target instanceof HTMLButtonElement);
      if (event.key !== 'F5' && !free) return;
      event.preventDefault();
      reload();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  // A page reloaded now would get no answer, and the browser would show its own error.
  if (gone) return <DisconnectedScreen unsaved={unsaved} covered={covered} />;
  return (
    <main className="d-gone">
      <div role="alert">
        <Icon name="warning" size={40} />
        <h1>{t('crash.title')}</h1>
        <p>{t('crash.what')}</p>
      </div>
      <Button variant="primary" keys="Enter" autoFocus onPress={reload}>
        {t('crash.reload')}
      </Button>
      <CoveredWords words={unsaved} covered={covered} />
    </main>
  );
}
