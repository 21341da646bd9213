import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { faceAt } from '#core/schedule/turn-clock.ts';
import { formatDate, formatTime, formatTimer } from '#core/text/format.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useClock, useMeetingParts, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';

/**
 * The one question after an interruption (docs/design.md#after-an-interruption). It cannot be closed without an answer:
 * the operator decides, and the application never guesses.
 */
export function InterruptionDialog() {
  const t = useT();
  const locale = useLocale();
  const names = useItemNames();
  const clock = useClock();
  const send = useSend();
  const meeting = useMeetingParts((now) => [
    now.outage,
    now.agenda.items[now.outage?.itemId ?? ''],
    now.agencies,
    now.limits,
    now.zone,
  ]);
  const { outage } = meeting;
  const item = outage === null ? undefined : meeting.agenda.items[outage.itemId];
  if (outage === null || item === undefined) return null;
  const face = faceAt(item.turn, clockLimitsOf(meeting, item), clock.mono());
  const answer = (choice: 'continue' | 'restart' | 'finish') => () => void send({ type: 'outage.answer', choice });
  return (
    <Dialog title={t('interruption.title')} role="alertdialog" size="small" isOpen onClose={() => undefined}>
      <p>
        {t('interruption.what', {
          name: names.full(meeting, item),
          date: formatDate(civilDateAt(outage.lastSeen, meeting.zone), locale),
          time: formatTime(outage.lastSeen, meeting.zone, locale),
          zone: meeting.zone,
        })}
      </p>
      <p>{t('interruption.notCounted')}</p>
      <div className="d-choices">
        <Button variant="primary" autoFocus onPress={answer('continue')}>
          {t(`interruption.continue.${face.meaning}`, { time: formatTimer(face.shown) })}
        </Button>
        <Button onPress={answer('restart')}>{t('interruption.restart')}</Button>
        <Button onPress={answer('finish')}>{t('interruption.finish', { time: formatTimer(item.turn.spent) })}</Button>
      </div>
    </Dialog>
  );
}
