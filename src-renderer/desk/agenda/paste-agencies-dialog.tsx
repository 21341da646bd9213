import { useState } from 'react';
import { parseAgencyLines } from '#core/import/agency-lines.ts';
import type { RefusalMessage } from '#core/protocol/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { TextArea } from '../../kit/text-field.tsx';
import { useDispatch, useMeetingValue, useToast } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';

/** So many problems are named; of the rest only the number is. */
const NAMED = 6;

/** Replaces all agencies' turns by a pasted list, a line each, and says beforehand what will be taken and what not. */
export function PasteAgenciesDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const dispatch = useDispatch();
  const toast = useToast();
  const term = useMeetingValue((meeting) => meeting.term);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<RefusalMessage | null>(null);
  const { agencies, problems } = parseAgencyLines(text);

  const replace = async (): Promise<void> => {
    const reply = await dispatch({ type: 'agenda.replaceAgencies', text });
    if (reply === null) return;
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    onClose();
    toast({ tone: 'success', text: t('paste.done', { count: agencies.length, term }) });
  };

  return (
    <Dialog
      title={t('agenda.paste', { term })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={agencies.length === 0} onPress={() => void replace()}>
            {t('paste.replace', { count: agencies.length, term })}
          </Button>
        </>
      }
    >
      <div className="k-form">
        <TextArea
          label={t('paste.label', { term })}
          description={t('paste.what', { term })}
          rows={10}
          value={text}
          autoFocus
          className="d-paste"
          error={refusal === null ? null : t(`errors:${refusal.code}`, refusal.params)}
          onChange={(next) => {
            setText(next);
            setRefusal(null);
          }}
        />
        {text.trim() !== '' && (
          <Notice tone={problems.length === 0 ? 'success' : 'warning'}>
            <p>{t('paste.taken', { count: agencies.length, term })}</p>
            {problems.length > 0 && (
              <ul>
                {problems.slice(0, NAMED).map(({ line, text: name, why }) => (
                  <li key={line}>{t(`paste.${why}`, { line, name })}</li>
                ))}
                {problems.length > NAMED && <li>{t('paste.moreProblems', { count: problems.length - NAMED })}</li>}
              </ul>
            )}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
