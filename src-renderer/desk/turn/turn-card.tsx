import { memo, type ReactNode } from 'react';
import { hasRunningTurn } from '#core/model/agenda-item.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import { instantOf } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDialog, useMeetingParts, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { turnParts, turnStep } from '../meeting/turn-step.ts';
import { UnfinishedNotice } from '../meeting/unfinished-notice.tsx';
import { ClockBox } from './clock-box.tsx';
import { DayWarningList } from './day-warning-list.tsx';
import { ItemHeading } from './item-heading.tsx';
import { FinishButton, StartPauseButton, TimeButtons, TurnAway } from './turn-buttons.tsx';
import { ConcludeButton, TurnMore } from './turn-more.tsx';

/** The active item: whose turn it is, the clock, and what the operator can do now. What has a key stays from step to step. */
export const TurnCard = memo(function TurnCard() {
  const t = useT();
  const locale = useLocale();
  const names = useItemNames();
  const send = useSend();
  const { open } = useDialog();
  const meeting = useMeetingParts((now) => [
    ...turnParts(now),
    now.agencies,
    now.id,
    now.title,
    now.date,
    now.startAt,
    now.zone,
    now.finishedAt,
  ]);
  const step = turnStep(meeting);
  const contents = (): ReactNode => {
    switch (step.at) {
      case 'before':
      case 'between':
        return (
          <>
            <p className="d-overline">
              {step.at === 'before'
                ? t('turn.before', {
                    time: formatTime(instantOf(meeting.date, meeting.startAt, meeting.zone), meeting.zone, locale),
                    zone: meeting.zone,
                  })
                : t('domain:next')}
            </p>
            <ItemHeading key="heading" item={step.next} />
            {step.next.turn.spent > 0 && (
              <p className="d-note-line">{t('turn.goesOn', { time: formatTimer(step.next.turn.spent) })}</p>
            )}
            <div key="actions" className="d-actions">
              <StartPauseButton key="start" step={step} />
              <FinishButton key="finish" step={step} />
              <div key="last" className="d-actions-last">
                <TurnAway itemId={step.next.id} hasStarted={hasRunningTurn(step.next)} />
                <TurnMore itemId={step.next.id} hasStarted={hasRunningTurn(step.next)} />
              </div>
            </div>
            <DayWarningList key="warnings" />
          </>
        );
      case 'called':
      case 'running':
      case 'paused':
        return (
          <>
            <ItemHeading key="heading" item={step.item} />
            <ClockBox item={step.item} />
            <DayWarningList key="warnings" />
            <div key="actions" className="d-actions">
              <FinishButton key="finish" step={step} />
              <StartPauseButton key="start" step={step} />
              <TimeButtons />
              {step.at !== 'called' && <ConcludeButton />}
              <div key="last" className="d-actions-last">
                <TurnAway itemId={step.item.id} hasStarted={hasRunningTurn(step.item)} />
                <TurnMore itemId={step.item.id} hasStarted={hasRunningTurn(step.item)} />
              </div>
            </div>
            {step.next !== null && <p className="d-next">{t('turn.next', { name: names.full(meeting, step.next) })}</p>}
          </>
        );
      case 'allDone':
        return (
          <>
            <h2 className="d-name">{t('turn.allDone')}</h2>
            <p className="d-note-line">{t('turn.allDoneWhat')}</p>
            <UnfinishedNotice />
            <div className="d-actions">
              <Button variant="primary" onPress={() => void send({ type: 'meeting.finish' })}>
                {t('menu.finish')}
              </Button>
              <Button keys={capOf('export')} onPress={() => open({ kind: 'minutes' })}>
                {t('exportMinutes')}
              </Button>
            </div>
          </>
        );
      case 'finished':
        return (
          <>
            <h2 className="d-name">{t('turn.finished')}</h2>
            {meeting.finishedAt !== null && (
              <p className="d-note-line">
                {t('turn.finishedAt', {
                  time: formatTime(meeting.finishedAt, meeting.zone, locale),
                  zone: meeting.zone,
                })}
              </p>
            )}
            <UnfinishedNotice />
            <div className="d-actions">
              <Button variant="primary" keys={capOf('export')} onPress={() => open({ kind: 'minutes' })}>
                {t('exportMinutes')}
              </Button>
              <Button
                icon="continueMeeting"
                onPress={() =>
                  open({ kind: 'continueMeeting', meetingId: meeting.id, title: meeting.title, date: meeting.date })
                }
              >
                {t('series.menu')}
              </Button>
              <Button onPress={() => void send({ type: 'meeting.reopen' })}>{t('menu.reopen')}</Button>
            </div>
          </>
        );
      default:
        return step satisfies never;
    }
  };
  return <div className="d-card d-turn-card">{contents()}</div>;
});
