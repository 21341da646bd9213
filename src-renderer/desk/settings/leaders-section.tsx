import { useT } from '../kernel/i18n.ts';
import { LeaderFields } from '../meeting/leader-fields.tsx';
import type { SectionProps } from './section-props.ts';

/** The default leaders of a new meeting. */
export function LeadersSection({ form }: SectionProps) {
  const t = useT();
  return (
    <div className="k-form">
      <p className="k-hint">{t('settings.leadersHint')}</p>
      <LeaderFields
        leaders={form.value.leaders}
        onChange={(leader) =>
          form.edit({ leaders: form.value.leaders.map((other) => (other.role === leader.role ? leader : other)) })
        }
      />
    </div>
  );
}
