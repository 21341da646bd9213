import { useCallback, useRef, useState } from 'react';
import type { ListedAgency } from '#core/model/agency.ts';
import { AGENCIES_MAX } from '#core/model/lengths.ts';
import { Button } from '#renderer/kit/button.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useDialog, useRuntime } from '../kernel/desk-context.tsx';
import { formKey } from '../kernel/forms/kept-forms.ts';
import { useT } from '../kernel/i18n.ts';
import { AgencyRow } from './agency-row.tsx';
import { changeRow, emptyAgency, listProblems, moveRow } from './agency-rows.ts';
import { ExportList } from './export-list.tsx';
import { REPLACED_LIST, ReplaceListDialog, SampleListDialog } from './replace-list-dialog.tsx';
import type { SectionProps } from './section-props.ts';

/** The user's own list of agencies: edited in place, or replaced by a pasted one. */
export function AgenciesSection({ form }: SectionProps) {
  const t = useT();
  const isSample = useDeskValue((view) => view.settings.agenciesAreSample);
  const { agencies, defaults } = form.value;
  const { term } = defaults;
  const runtime = useRuntime();
  const { open } = useDialog();
  // A half-pasted list is shown again after a reload.
  const [dialog, setDialog] = useState<'replace' | 'sample' | null>(() =>
    runtime.forms.keys(formKey(runtime, REPLACED_LIST)).length > 0 ? 'replace' : null,
  );
  const problems = listProblems(agencies);
  const added = useRef<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  // Rows do not rerender while another is edited, so they read the list as it is by then.
  const latest = useRef(agencies);
  latest.current = agencies;
  const { edit } = form;
  const update = useCallback(
    (change: (now: readonly ListedAgency[]) => ListedAgency[]) => {
      latest.current = change(latest.current);
      edit({ agencies: [...latest.current] });
    },
    [edit],
  );
  const changed = useCallback(
    (id: string, fields: Partial<Omit<ListedAgency, 'id'>>) => update((now) => changeRow(now, id, fields)),
    [update],
  );
  const moved = useCallback((id: string, by: 1 | -1) => update((now) => moveRow(now, id, by)), [update]);
  const removed = useCallback((id: string) => update((now) => now.filter((agency) => agency.id !== id)), [update]);
  const add = (): void => {
    const fresh = emptyAgency(crypto.randomUUID());
    added.current = fresh.id;
    update((now) => [...now, fresh]);
  };
  const counts = { count: agencies.length, inAgenda: agencies.filter(({ inAgenda }) => inAgenda).length, term };
  return (
    <div className="k-form">
      {isSample && <Notice tone="warning">{t('agencies.sampleHint', { term })}</Notice>}
      {problems.size > 0 && (
        <Notice tone="error">
          {t('agencies.held', { count: problems.size, row: firstProblem(agencies, problems) })}
        </Notice>
      )}
      <div className="k-row">
        <p className="k-grow d-agencies-count">{t('agencies.count', counts)}</p>
        <Button ref={addButton} size="small" icon="add" onPress={add} isDisabled={agencies.length >= AGENCIES_MAX}>
          {t('agencies.add', { term })}
        </Button>
        <Button size="small" onPress={() => setDialog('replace')}>
          {t('agencies.replace')}
        </Button>
        <Button size="small" onPress={() => setDialog('sample')}>
          {t('agencies.sample')}
        </Button>
        <ExportList list="agencies" form={form} />
        <Button size="small" icon="directory" onPress={() => open({ kind: 'agencyDirectory' })}>
          {t('agencyDirectory.title', { term })}
        </Button>
      </div>
      {agencies.length === 0 ? (
        <EmptyState title={t('agencies.none', { term })}>{t('agencies.noneText')}</EmptyState>
      ) : (
        <table className="d-agencies k-card">
          <thead>
            <tr>
              <th scope="col">{t('fields:number')}</th>
              <th scope="col">{t('agencies.inAgenda')}</th>
              <th scope="col">{t('fields:name')}</th>
              <th scope="col">{t('fields:short')}</th>
              <th scope="col">{t('fields:head')}</th>
              <th scope="col">
                <span className="k-hidden">{t('kit:actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {agencies.map((agency, index) => (
              <AgencyRow
                key={agency.id}
                agency={agency}
                number={index + 1}
                isLast={index === agencies.length - 1}
                isNew={added.current === agency.id}
                problem={problems.get(agency.id) ?? null}
                onChange={changed}
                onMove={moved}
                onRemove={removed}
                afterLast={addButton}
              />
            ))}
          </tbody>
        </table>
      )}
      {dialog === 'replace' && <ReplaceListDialog form={form} onClose={() => setDialog(null)} />}
      {dialog === 'sample' && <SampleListDialog form={form} onClose={() => setDialog(null)} />}
    </div>
  );
}

const firstProblem = (agencies: readonly ListedAgency[], problems: ReadonlyMap<string, unknown>): number =>
  agencies.findIndex(({ id }) => problems.has(id)) + 1;
