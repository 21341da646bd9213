import { formatTime } from '#core/text/format.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** Backs up the open meeting and reports the time. */
export async function backUpNow({ ask, store, t, toasts }: DeskRuntime): Promise<void> {
  const row = await ask('backup.now', {});
  const { meeting, settings } = store.current();
  if (row === null || meeting === null) return;
  const time = formatTime(row.at, meeting.zone, settings.locale);
  toasts.show({ tone: 'success', text: t('backup.done', { time }) });
}
