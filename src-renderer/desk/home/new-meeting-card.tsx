import { useT } from '../kernel/i18n.ts';
import { partOnDemand } from '../kernel/on-demand.tsx';

/** The form's place on the screen's first picture. */
function Coming() {
  const t = useT();
  return (
    <section className="k-card k-form d-start-form-coming" aria-busy="true">
      <h2 className="k-heading d-start-form-heading">{t('start.new')}</h2>
    </section>
  );
}

/** The form of a new meeting. Its fields are half of the start screen's script: the screen takes keys before it has them. */
export const NewMeetingCard = partOnDemand(
  async () => (await import('./new-meeting-form.tsx')).NewMeetingForm,
  () => <Coming />,
);
