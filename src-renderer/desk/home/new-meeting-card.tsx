import { afterPaint } from '#renderer/kit/after-paint.ts';
import { useT } from '../kernel/i18n.ts';
import { cardOf, scriptOnDemand } from '../kernel/on-demand.tsx';

/** The form's place on the screen's first picture. */
function Coming() {
  const t = useT();
  return (
    <section className="k-card k-form d-start-form-coming" aria-busy="true">
      <h2 className="k-heading d-start-form-heading">{t('start.new')}</h2>
    </section>
  );
}

const painted = (): Promise<void> => new Promise((resolve) => afterPaint(resolve).soon());

/** Its fields are half of the start screen's script: they are asked for when the screen is painted and takes keys. */
export const newMeetingForm = scriptOnDemand(async () => {
  await painted();
  return await import('./new-meeting-form.tsx');
});

/** The form of a new meeting. */
export const NewMeetingCard = cardOf(
  newMeetingForm,
  (script) => script.NewMeetingForm,
  () => <Coming />,
);
