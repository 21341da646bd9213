import { useState } from 'react';
import { isAside } from '#renderer/client/outbox.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { copyText } from '#renderer/kit/copy-text.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useAsk, useDeskValue, useLooksOn, useOutbox, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { SecondDeskNotice, WordsAsideNotice } from '../second-desk/second-desk-notice.tsx';

/** What was written in unusable changes: hidden until requested, since a private note may be in it. */
function LostWords({ words }: { readonly words: string }) {
  const t = useT();
  const { ui, toasts } = useRuntime();
  const [shown, setShown] = useState(false);
  const copy = async (): Promise<void> => {
    if (await copyText(words)) toasts.show({ tone: 'success', text: t('notice.lostWordsCopied') });
    else ui.update((state) => ({ ...state, dialog: { kind: 'copy', text: words } }));
  };
  return (
    <div className="d-lost-words">
      <Button size="small" onPress={() => void copy()}>
        {t('notice.lostWordsCopy')}
      </Button>
      {shown ? (
        <label>
          {t('notice.lostWords')}
          <textarea readOnly rows={4} value={words} />
        </label>
      ) : (
        <Button size="small" variant="quiet" onPress={() => setShown(true)}>
          {t('notice.lostWordsShow')}
        </Button>
      )}
    </div>
  );
}

/** Problems that must not be missed: permanent while saving fails, until dismissed for what happened on opening. */
export function Banners() {
  const t = useT();
  const ask = useAsk();
  const meetingFailing = useDeskValue((view) => view.saved.failing);
  const registerFailing = useDeskValue((view) => view.register.failing);
  // The same disk: one message is enough.
  const failing = meetingFailing ?? registerFailing;
  const notices = useDeskValue((view) => view.notices);
  const projectorUrl = useDeskValue((view) => (view.host.projectorOpen ? null : view.host.projectorUrl));
  const lost = useDeskValue((view) => view.host.placing?.lost ?? false);
  const byHand = useDeskValue((view) => view.host.placing?.byHand ?? false);
  const readOnly = useDeskValue((view) => view.readOnly);
  const looksOn = useLooksOn();
  const aside = useOutbox((entries) => entries.some(isAside));
  const nothing = failing === null && notices.length === 0 && projectorUrl === null;
  if (nothing && !readOnly && !lost && !byHand && !looksOn && !aside) return null;
  return (
    <div className="d-banners">
      <SecondDeskNotice />
      <WordsAsideNotice />
      {failing !== null && (
        <Notice tone="error">
          <strong>{t('saved.failing')}</strong> {t(`errors:${failing.code}`, { context: failing.reason })}
        </Notice>
      )}
      {readOnly && <Notice tone="warning">{t('notice.openedReadOnly')}</Notice>}
      {notices.map(({ id, code, params }) =>
        // While the meeting is open, the same is shown above and cannot be dismissed.
        code === 'openedReadOnly' && readOnly ? null : (
          <Notice
            key={id}
            tone="warning"
            action={
              <>
                {code === 'notStopped' && (
                  <Button size="small" variant="danger" onPress={() => void ask('application.leave', {})}>
                    {t('notice.leave')}
                  </Button>
                )}
                <IconButton
                  icon="close"
                  size="small"
                  label={t('dismiss')}
                  onPress={() => void ask('notice.dismiss', { id })}
                />
              </>
            }
          >
            {t(`notice.${code}`, params)}
            {typeof params.words === 'string' && <LostWords words={params.words} />}
          </Notice>
        ),
      )}
      {lost && <Notice tone="warning">{t('projector.lost')}</Notice>}
      {byHand && <Notice tone="warning">{t('projector.placeByHand')}</Notice>}
      {projectorUrl !== null && (
        <Notice tone="info">
          {t('projector.byHand')} <code>{projectorUrl}</code>
        </Notice>
      )}
    </div>
  );
}
