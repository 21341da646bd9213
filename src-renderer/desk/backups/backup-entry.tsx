import { useEffect, useId, useState } from 'react';
import type { BackupContent, BackupRow } from '#core/model/backup.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { formatLongDate } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useDataWords } from './data-words.ts';

export interface BackupEntryProps {
  readonly meetingId: MeetingId;
  readonly row: BackupRow;
  /** Whether its content is shown. */
  readonly isOpen: boolean;
  readonly mayRestore: boolean;
  onToggle(): void;
  onRestore(): void;
}

/** One backup: when, where, how large; and, expanded, its content. */
export function BackupEntry({ meetingId, row, isOpen, mayRestore, onToggle, onRestore }: BackupEntryProps) {
  const { t, moment, size } = useDataWords();
  const id = useId();
  return (
    <li className="d-backup">
      <div className="k-row">
        <span className="d-backup-at" id={`${id}-at`}>
          {moment(row.at)}
        </span>
        <span className={`k-tag ${row.place === 'chosen' ? 'k-tag-green' : ''}`.trim()}>
          {t(`backup.place.${row.place}`)}
        </span>
        <span className="k-hint k-grow">{size(row.size)}</span>
        <Button
          id={`${id}-look`}
          size="small"
          icon={isOpen ? 'chevronUp' : 'chevronDown'}
          aria-expanded={isOpen}
          aria-labelledby={`${id}-look ${id}-at`}
          onPress={onToggle}
        >
          {t(isOpen ? 'backup.hide' : 'backup.look')}
        </Button>
      </div>
      {isOpen && <Inside meetingId={meetingId} row={row} mayRestore={mayRestore} onRestore={onRestore} />}
    </li>
  );
}

function Inside({ meetingId, row, mayRestore, onRestore }: Omit<BackupEntryProps, 'isOpen' | 'onToggle'>) {
  const { t } = useDataWords();
  const locale = useLocale();
  const { request } = useRuntime();
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  const [content, setContent] = useState<BackupContent | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { place, name } = row;

  useEffect(() => {
    let stale = false;
    void request('backup.look', { meetingId, place, name }).then((reply) => {
      if (stale || reply === null) return;
      if (reply.ok) setContent(reply.value);
      else setRefusal(t(`errors:${reply.refusal.code}`, reply.refusal.params));
    });
    return () => {
      stale = true;
    };
  }, [request, t, meetingId, place, name]);

  if (refusal !== null) return <Notice tone="error">{refusal}</Notice>;
  if (content === null) return <p role="status">{t('data.loading')}</p>;
  const facts = [
    [t('fields:title'), content.title],
    [t('backup.facts.date'), formatLongDate(content.date, locale)],
    [
      t('backup.facts.agencies', { term }),
      t('backup.facts.agenciesDone', { done: content.done, count: content.agencies }),
    ],
    [t('backup.facts.notes'), String(content.notes)],
    [t('fields:followUps'), String(content.followUps)],
  ] as const;
  return (
    <div className="d-backup-inside">
      <dl className="d-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="k-row">
        <Button variant="primary" isDisabled={!mayRestore} onPress={onRestore}>
          {t('backup.restoreThis')}
        </Button>
      </div>
    </div>
  );
}
