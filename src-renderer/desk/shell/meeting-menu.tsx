import { Button } from '#renderer/kit/button.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { backUpNow } from '../backups/back-up.ts';
import { copyPaper } from '../exports/copy-paper.ts';
import { exportAgain, openExported } from '../exports/export.ts';
import {
  useAsk,
  useDeskValue,
  useDialog,
  useMeetingValue,
  useReadOnly,
  useRuntime,
  useScreen,
  useSend,
} from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { openSection } from '../kernel/settings-section.ts';
import type { TurnTab } from '../kernel/ui-store.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { rehearse } from '../meeting/begin-meeting.ts';
import { closeMeeting } from './close-meeting-dialog.tsx';

/** What concerns the whole meeting and is not needed every minute. */
export function MeetingMenu() {
  const t = useT();
  const ask = useAsk();
  const send = useSend();
  const runtime = useRuntime();
  const { ui } = runtime;
  const exported = useStoreValue(ui, (state) => state.exported);
  const { open } = useDialog();
  const { openSettings, openBoard } = useScreen();
  const readOnly = useReadOnly();
  const status = useMeetingValue((meeting) => meeting.status);
  const meetingId = useMeetingValue((meeting) => meeting.id);
  const title = useMeetingValue((meeting) => meeting.title);
  const date = useMeetingValue((meeting) => meeting.date);
  const isRehearsal = useMeetingValue((meeting) => meeting.rehearsalOf !== null);
  const locale = useDeskValue((view) => view.settings.locale);
  const showTab = (tab: TurnTab) => () => ui.update((state) => ({ ...state, tab }));
  return (
    <Menu
      label={t('menu.title')}
      trigger={<Button icon="more">{t('menu.title')}</Button>}
      entries={[
        { id: 'details', label: t('details.dialogTitle'), icon: 'details', run: () => open({ kind: 'details' }) },
        { id: 'attendance', label: t('tabs.attendance'), icon: 'attendance', run: showTab('attendance') },
        { id: 'followUps', label: t('tabs.followUps'), icon: 'followUps', run: showTab('followUps') },
        { id: 'board', label: t('board.title'), icon: 'board', keys: capOf('board'), run: openBoard },
        { id: 'line0', separator: true },
        {
          id: 'refit',
          label: t('pacing.adjust'),
          icon: 'refit',
          keys: capOf('refit'),
          isDisabled: readOnly || status === 'finished',
          run: () => open({ kind: 'refit' }),
        },
        {
          id: 'dayChart',
          label: t('pacing.chart.title'),
          icon: 'dayChart',
          keys: capOf('dayChart'),
          run: () => open({ kind: 'dayChart' }),
        },
        { id: 'line1', separator: true },
        {
          id: 'wording',
          label: t('wording.title'),
          icon: 'wording',
          keys: capOf('wording'),
          run: () => open({ kind: 'wording' }),
        },
        {
          id: 'exportAgain',
          label: t('keys.exportAgain'),
          icon: 'exportAgain',
          keys: capOf('exportAgain'),
          run: () => void exportAgain(runtime),
        },
        {
          id: 'copyPaper',
          label: t('keys.copyPaper'),
          icon: 'copy',
          keys: capOf('copyPaper'),
          run: () => void copyPaper(runtime),
        },
        {
          id: 'openExported',
          label: t('exports.openLast'),
          icon: 'openExported',
          isDisabled: exported === null,
          run: () => exported !== null && openExported(runtime, exported, 'open'),
        },
        { id: 'line4', separator: true },
        status === 'finished'
          ? {
              id: 'reopen',
              label: t('menu.reopen'),
              icon: 'reopen',
              isDisabled: readOnly,
              run: () => void send({ type: 'meeting.reopen' }),
            }
          : {
              id: 'finish',
              label: t('menu.finish'),
              icon: 'finish',
              isDisabled: readOnly,
              run: () => void send({ type: 'meeting.finish' }),
            },
        {
          id: 'continueMeeting',
          label: t('series.menu'),
          icon: 'continueMeeting',
          isDisabled: isRehearsal,
          run: () => open({ kind: 'continueMeeting', meetingId, title, date }),
        },
        {
          id: 'rehearse',
          label: t('rehearsal.menu'),
          icon: 'rehearse',
          isDisabled: readOnly || status !== 'prepared' || isRehearsal,
          run: () => void rehearse(runtime),
        },
        { id: 'line3', separator: true },
        {
          id: 'backUp',
          label: t('backup.now'),
          icon: 'backUp',
          isDisabled: readOnly,
          run: () => void backUpNow(runtime),
        },
        {
          id: 'restore',
          label: t('backup.dialogTitle'),
          icon: 'restore',
          run: () => open({ kind: 'restore', meetingId, title }),
        },
        {
          id: 'data',
          label: t('settings.section.data'),
          icon: 'data',
          run: () => {
            openSection('data');
            openSettings();
          },
        },
        { id: 'line2', separator: true },
        { id: 'settings', label: t('settings.title'), icon: 'settings', run: openSettings },
        {
          id: 'language',
          label: t('menu.language'),
          icon: 'language',
          run: () => void ask('settings.edit', { fields: { locale: locale === 'id' ? 'en' : 'id' } }),
        },
        { id: 'help', label: t('help.title'), icon: 'help', keys: capOf('help'), run: () => open({ kind: 'help' }) },
        { id: 'line5', separator: true },
        { id: 'close', label: t('menu.close'), icon: 'leave', run: () => closeMeeting(runtime) },
      ]}
    />
  );
}
