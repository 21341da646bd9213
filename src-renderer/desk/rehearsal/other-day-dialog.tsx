import { useState } from 'react';
import type { Command } from '#core/commands/apply.ts';
import { otherDay } from '#core/model/rehearsal.ts';
import { formatDate, formatLongDate } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useClock, useDialog, useMeeting, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { rehearse } from '../meeting/begin-meeting.ts';
import { followAfter } from '../meeting/follow-after.ts';

/** Asks before a meeting begins on another day than its own: rehearsal, another date, or really so. */
export function OtherDayDialog() {
  const { dialog } = useDialog();
  return dialog?.kind === 'otherDay' ? <OtherDayQuestion command={dialog.command} /> : null;
}

function OtherDayQuestion({ command }: { command: Command }) {
  const t = useT();
  const locale = useLocale();
  const runtime = useRuntime();
  const clock = useClock();
  const { close } = useDialog();
  const meeting = useMeeting();
  // As it was when it was asked: midnight may pass meanwhile.
  const [today] = useState(() => otherDay(meeting, clock.now()));
  /** The next key is judged by what comes of the answer. */
  const answer = (act: () => Promise<void>): void => {
    close();
    runtime.inOrder(act);
  };
  const go = async (): Promise<void> => {
    await followAfter(runtime, runtime.send(command));
  };
  const changeDate = async (): Promise<void> => {
    if (today !== null && !(await runtime.send({ type: 'meeting.edit', fields: { date: today } }))) return;
    await go();
  };
  const inWords = (format: typeof formatDate) => ({
    date: format(meeting.date, locale),
    today: format(today ?? meeting.date, locale),
  });
  const dates = inWords(formatDate);
  return (
    <Dialog title={t('rehearsal.otherDay', dates)} size="small" isOpen onClose={close}>
      <p>{t('rehearsal.otherDayWhat', inWords(formatLongDate))}</p>
      <div className="d-choices">
        <Button variant="primary" autoFocus onPress={() => answer(() => rehearse(runtime, command))}>
          {t('rehearsal.tryOut')}
        </Button>
        <p className="k-hint">{t('rehearsal.tryOutWhat')}</p>
        <Button onPress={() => answer(changeDate)}>{t('rehearsal.changeDate', dates)}</Button>
        <Button onPress={() => answer(go)}>{t('rehearsal.anyway', dates)}</Button>
        <Button variant="quiet" onPress={close}>
          {t('rehearsal.notYet')}
        </Button>
      </div>
    </Dialog>
  );
}
