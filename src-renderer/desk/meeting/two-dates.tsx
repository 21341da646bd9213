import { beganOn } from '#core/model/rehearsal.ts';
import { formatDate, formatLongDate } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue, useReadOnly, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Says that a meeting began on another day than its own, since its documents print both, and offers that day. @param onUse for a form that has it */
export function TwoDates({ onUse }: { onUse?: () => void }) {
  const t = useT();
  const locale = useLocale();
  const send = useSend();
  const readOnly = useReadOnly();
  const began = useMeetingValue(beganOn);
  const date = useMeetingValue((meeting) => meeting.date);
  if (began === null) return null;
  const dates = { date: formatLongDate(date, locale), began: formatLongDate(began, locale) };
  return (
    <Notice
      tone="warning"
      action={
        <Button
          size="small"
          isDisabled={readOnly}
          onPress={() => {
            onUse?.();
            void send({ type: 'meeting.edit', fields: { date: began } });
          }}
        >
          {t('details.useBegan', { began: formatDate(began, locale) })}
        </Button>
      }
    >
      {t('details.twoDates', dates)}
    </Notice>
  );
}
