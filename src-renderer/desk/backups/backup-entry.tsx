import { useEffect, useId, useState } from 'react';
import type { BackupRow } from '#core/model/backup.ts';
import type { Reply } from '#core/protocol/messages.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import type { DeskT } from '../kernel/i18n.ts';
import { useDataWords } from './data-words.ts';

/** What is inside a backup, by name; or why it cannot be read. */
export type BackupFacts = readonly (readonly [string, string])[] | string;

/** @param facts puts an answer into words */
export function factsFrom<C>(
  t: DeskT,
  reply: Reply<C> | null,
  facts: (content: C) => Exclude<BackupFacts, string>,
): BackupFacts | null {
  if (reply === null) return null;
  return reply.ok ? facts(reply.value) : t(`errors:${reply.refusal.code}`, reply.refusal.params);
}

export interface BackupEntryProps {
  readonly row: BackupRow;
  look(row: BackupRow): Promise<BackupFacts | null>;
  /** Whether its content is shown. */
  readonly isOpen: boolean;
  readonly mayRestore: boolean;
  onToggle(): void;
  onRestore(): void;
}

/** One backup: when, where, how large; and, expanded, its content. */
export function BackupEntry({ row, look, isOpen, mayRestore, onToggle, onRestore }: BackupEntryProps) {
  const { t, moment, size } = useDataWords();
  const id = useId();
  return (
    <li className="d-backup">
      <div className="k-row">
        <span className="d-backup-at" id={`${id}-at`}>
          {moment(row.at)}
        </span>
        <span className={`k-tag ${row.place === 'chosen' ? 'k-tag-green' : ''}`.trim()}>
          {t(`backup.place.${row.isOfAnother ? 'another' : row.place}`)}
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
      {isOpen && <Inside row={row} look={look} mayRestore={mayRestore} onRestore={onRestore} />}
    </li>
  );
}

function Inside({ row, look, mayRestore, onRestore }: Omit<BackupEntryProps, 'isOpen' | 'onToggle'>) {
  const { t } = useDataWords();
  const [facts, setFacts] = useState<BackupFacts | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a backup, which never changes
  useEffect(() => {
    let stale = false;
    void look(row).then((found) => {
      if (!stale) setFacts(found);
    });
    return () => {
      stale = true;
    };
  }, [row.place, row.name]);

  if (facts === null) return <p role="status">{t('data.loading')}</p>;
  if (typeof facts === 'string') return <Notice tone="error">{facts}</Notice>;
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
