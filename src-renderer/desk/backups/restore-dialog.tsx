import type { MeetingId } from '#core/model/meeting.ts';
import { formatLongDate } from '#core/text/format.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { factsFrom } from './backup-entry.tsx';
import { useDataWords } from './data-words.ts';
import { restore } from './restore.ts';
import { RestoreList } from './restore-list.tsx';

export interface RestoreDialogProps {
  readonly meetingId: MeetingId;
  readonly title: string;
  onClose(): void;
}

/** The backups of a meeting, to be inspected and restored. */
export function RestoreDialog({ meetingId, title, onClose }: RestoreDialogProps) {
  const { t, moment } = useDataWords();
  const locale = useLocale();
  const runtime = useRuntime();
  const readOnly = useDeskValue((view) => view.readOnly && view.meeting?.id === meetingId);
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  const { ask, request, toasts } = runtime;
  return (
    <RestoreList
      title={t('backup.dialogTitle')}
      about={t('backup.of', { title: title === '' ? t('start.untitled') : title })}
      notice={readOnly && <Notice tone="warning">{t('backup.readOnly')}</Notice>}
      mayRestore={!readOnly}
      confirmTitle={(time) => t('backup.confirmTitle', { moment: time })}
      confirmText={t('backup.confirmText')}
      emptyText={t('backup.emptyText')}
      list={() => ask('backup.list', { meetingId })}
      look={async ({ place, name }) =>
        factsFrom(t, await request('backup.look', { meetingId, place, name }), (content) => [
          [t('fields:title'), content.title],
          [t('backup.facts.date'), formatLongDate(content.date, locale)],
          [
            t('backup.facts.agencies', { term }),
            t('backup.facts.agenciesDone', { done: content.done, count: content.agencies }),
          ],
          [t('backup.facts.notes'), String(content.notes)],
          [t('fields:followUps'), String(content.followUps)],
        ])
      }
      restore={async (row) => {
        const done = await restore(runtime, meetingId, row);
        if (done) toasts.show({ tone: 'success', text: t('backup.restored', { moment: moment(row.at) }) });
        return done;
      }}
      onClose={onClose}
    />
  );
}
