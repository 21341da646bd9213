import './agenda.css';
import { memo, type ReactNode } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { minutes } from '#core/time/units.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { useAsk, useDeskValue, useDialog, useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';
import { AgendaList } from './agenda-list.tsx';
import { useAgendaRows } from './use-agenda-rows.ts';

/** The breaks offered with one click, minutes. */
const BREAKS = [10, 15, 30] as const;

/** The turns of agencies that are not left out. */
const turnsOf = (meeting: Meeting): AgendaItem[] =>
  orderedItems(meeting).filter(({ kind, status }) => kind === 'agency' && status !== 'skipped');

/** How many of the agencies have presented. */
function Progress() {
  const t = useT();
  const term = useMeetingValue((meeting) => meeting.term);
  const all = useMeetingValue((meeting) => turnsOf(meeting).length);
  const done = useMeetingValue((meeting) => turnsOf(meeting).filter(({ status }) => status === 'done').length);
  return (
    <span className="d-progress" title={t('agenda.progress', { done, all, term })}>
      {done} / {all}
    </span>
  );
}

/** What stands above the list, which changes with none of the turns. */
const AgendaHead = memo(function AgendaHead() {
  const t = useT();
  const readOnly = useReadOnly();
  const ask = useAsk();
  const density = useDeskValue((view) => view.settings.agendaRows);
  const { open } = useDialog();
  const finished = useMeetingValue((meeting) => meeting.status === 'finished');
  const { takeBreak } = usePacingActions();
  const term = useMeetingValue((meeting) => meeting.term);
  return (
    <div className="d-column-head">
      <h2 id="agenda-title">{t('domain:agenda')}</h2>
      <Progress />
      <Menu
        label={t('agenda.change')}
        trigger={<IconButton icon="add" size="small" isDisabled={readOnly} label={t('agenda.change')} />}
        entries={[
          { id: 'add', label: t('agenda.add'), icon: 'add', keys: 'Ins', run: () => open({ kind: 'addItem' }) },
          {
            id: 'paste',
            label: t('agenda.paste', { term }),
            icon: 'paste',
            run: () => open({ kind: 'pasteAgencies' }),
          },
          {
            id: 'rundown',
            label: t('rundown.title'),
            icon: 'rundown',
            run: () => open({ kind: 'pasteRundown' }),
          },
          {
            id: 'slides',
            label: t('slides.folderMenu'),
            icon: 'slidesFolder',
            run: () => open({ kind: 'slides', itemId: null, files: [] }),
          },
          { id: 'line0', separator: true },
          ...BREAKS.map(
            (count): MenuEntry => ({
              id: `break${count}`,
              label: t('pacing.break.now', { count }),
              icon: 'breakNow',
              isDisabled: finished,
              run: () => void takeBreak(minutes(count)),
            }),
          ),
          {
            id: 'breakOther',
            label: t('pacing.break.other'),
            isDisabled: finished,
            run: () => open({ kind: 'breakNow' }),
          },
          { id: 'line1', separator: true },
          {
            id: 'rows',
            label: t(density === 'close' ? 'agenda.rowsRoomy' : 'agenda.rowsClose'),
            icon: density === 'close' ? 'rowsRoomy' : 'rowsClose',
            run: () => void ask('settings.edit', { fields: { agendaRows: density === 'close' ? 'roomy' : 'close' } }),
          },
        ]}
      />
    </div>
  );
});

/** The rows, or what to do without any. */
function AgendaBody() {
  const t = useT();
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const rows = useAgendaRows();
  return rows.length === 0 ? (
    <EmptyState
      title={t('agenda.empty')}
      icon="info"
      action={
        <Button isDisabled={readOnly} onPress={() => open({ kind: 'addItem' })}>
          {t('agenda.add')}
        </Button>
      }
    >
      {readOnly ? null : t('agenda.emptyWhat')}
    </EmptyState>
  ) : (
    <AgendaList rows={rows} />
  );
}

/**
 * The left column: the order of the meeting, its progress, and its plan.
 * @param foot what is shown below the list
 */
export function AgendaColumn({ foot }: { foot: ReactNode }) {
  return (
    <section className="d-column d-agenda" aria-labelledby="agenda-title">
      <AgendaHead />
      <AgendaBody />
      {foot}
    </section>
  );
}
