import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useRuntime } from '../kernel/desk-context.tsx';
import { formKey } from '../kernel/forms/kept-forms.ts';
import { useT } from '../kernel/i18n.ts';
import { LeaderFields } from '../meeting/leader-fields.tsx';
import { ExportList } from './export-list.tsx';
import { ImportLeadersDialog, LEADERS_LIST } from './import-leaders-dialog.tsx';
import type { SectionProps } from './section-props.ts';

/** The default leaders of a new meeting: edited in place, or filled from a list. */
export function LeadersSection({ form }: SectionProps) {
  const t = useT();
  const runtime = useRuntime();
  // A half-pasted list is shown again after a reload.
  const [isImporting, setImporting] = useState(() => runtime.forms.keys(formKey(runtime, LEADERS_LIST)).length > 0);
  return (
    <div className="k-form">
      <div className="k-row">
        <p className="k-hint k-grow">{t('settings.leadersHint')}</p>
        <Button size="small" onPress={() => setImporting(true)}>
          {t('leaderList.open')}
        </Button>
        <ExportList list="leaders" form={form} />
      </div>
      <LeaderFields
        leaders={form.value.leaders}
        onChange={(leader) =>
          form.edit({ leaders: form.value.leaders.map((other) => (other.role === leader.role ? leader : other)) })
        }
      />
      {isImporting && <ImportLeadersDialog form={form} onClose={() => setImporting(false)} />}
    </div>
  );
}
