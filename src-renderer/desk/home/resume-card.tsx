import { formatLongDate } from '#core/text/format.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useAsk, useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** The meeting to continue, before everything else; Enter opens it. */
export function ResumeCard({ meeting }: { meeting: MeetingSummary }) {
  const t = useT();
  const locale = useLocale();
  const ask = useAsk();
  const { id, title, date, agencies, done, notes, interrupted } = meeting;
  const term = useDeskValue((view) => view.settings.defaults.term);
  const facts = [
    formatLongDate(date, locale),
    t('start.agencies', { done, count: agencies, term }),
    t('domain:noteCount', { count: notes }),
  ];
  return (
    <section className="k-card d-start-resume" aria-labelledby="start-resume-title">
      <div className="k-grow">
        <h2 className="k-heading" id="start-resume-title">
          {t(interrupted ? 'start.interrupted' : 'start.unfinished')}
        </h2>
        <p className="d-start-meeting-title">{title}</p>
        <p className="k-hint">{facts.join(' · ')}</p>
      </div>
      <Button
        variant="primary"
        icon="play"
        keys="Enter"
        autoFocus
        onPress={() => void ask('meeting.open', { meetingId: id })}
      >
        {t('start.resume')}
      </Button>
    </section>
  );
}
