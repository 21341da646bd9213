import { memo } from 'react';
import { formatTime } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Above the note box of a closed meeting: what is written now is marked as added later, unless the meeting is reopened. */
export const FinishedNotice = memo(function FinishedNotice() {
  const t = useT();
  const locale = useLocale();
  const send = useSend();
  const finishedAt = useMeetingValue((meeting) => (meeting.status === 'finished' ? meeting.finishedAt : null));
  const zone = useMeetingValue((meeting) => meeting.zone);
  if (finishedAt === null) return null;
  return (
    <Notice
      tone="warning"
      action={
        <Button size="small" onPress={() => void send({ type: 'meeting.reopen' })}>
          {t('notes.reopen')}
        </Button>
      }
    >
      {t('notes.finished', { time: formatTime(finishedAt, zone, locale), zone })}
    </Notice>
  );
});
