import { useState } from 'react';
import type { AnswerOf } from '#core/protocol/requests.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Opens the data folder; reads the open meeting's files back and reports whether they are sound. */
export function FileActions() {
  const t = useT();
  const { ask } = useRuntime();
  const open = useDeskValue((view) => view.meeting !== null);
  const [result, setResult] = useState<AnswerOf['data.check'] | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setResult(null);
    setBusy(true);
    setResult(await ask('data.check', {}));
    setBusy(false);
  };
  return (
    <>
      <div className="k-row">
        <Button icon="folder" onPress={() => void ask('data.openFolder', {})}>
          {t('data.openFolder')}
        </Button>
        <Button icon="verify" isDisabled={!open} isPending={busy} onPress={() => void check()}>
          {t(busy ? 'data.checking' : 'data.check')}
        </Button>
        {!open && <span className="k-hint">{t('data.needsMeeting')}</span>}
      </div>
      {result !== null && (
        <Notice tone={result.same ? 'success' : 'error'}>
          {result.same
            ? t('data.checkGood', { count: result.changes })
            : result.notice === null
              ? t('data.checkBad')
              : t('data.checkDamaged', { file: result.notice })}
        </Notice>
      )}
    </>
  );
}
