import './second-desk.css';
import { useState, useSyncExternalStore } from 'react';
import { wordsOf } from '#renderer/client/command-words.ts';
import { isAside } from '#renderer/client/outbox.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useAsk, useLooksOn, useOutbox, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Shown while another desk holds the seat: this one is read-only, and may take over. */
export function SecondDeskNotice() {
  const t = useT();
  const ask = useAsk();
  const looksOn = useLooksOn();
  const [content, setContent] = useState(false);
  if (!looksOn) return null;
  return (
    <Notice
      tone="warning"
      action={
        <span className="d-second-desk">
          <Button size="small" variant="primary" onPress={() => void ask('desk.takeOver', {})}>
            {t('secondDesk.takeOver')}
          </Button>
          {!content && (
            <Button size="small" onPress={() => setContent(true)}>
              {t('secondDesk.lookOn')}
            </Button>
          )}
        </span>
      }
    >
      <strong>{t('secondDesk.title')}</strong> {!content && t('secondDesk.what')}
    </Notice>
  );
}

/** What was typed here and not saved when another desk took over, to be copied; the operator dismisses it. */
export function WordsAsideNotice() {
  const t = useT();
  const { outbox } = useRuntime();
  const overtaken = useOutbox((entries) => entries).filter(isAside);
  if (overtaken.length === 0) return null;
  return (
    <Notice
      tone="warning"
      action={
        <Button size="small" onPress={() => overtaken.forEach(outbox.remove)}>
          {t('secondDesk.drop')}
        </Button>
      }
    >
      <label className="d-aside">
        {t('secondDesk.aside')}
        <textarea readOnly rows={2} value={overtaken.map(({ command }) => wordsOf(command)).join('\n\n')} />
      </label>
    </Notice>
  );
}

/** A small sign while reconnecting, on screens without the footer that says it too. */
export function ReconnectingSign() {
  const t = useT();
  const { store } = useRuntime();
  const connected = useSyncExternalStore(store.subscribe, store.connected);
  return (
    <div className="d-reconnecting" role="status">
      {!connected && <span>{t('saved.reconnecting')}</span>}
    </div>
  );
}
