import type { Entry } from '#core/model/entry.ts';
import { formatDate, type Locale } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useArchive } from '../kernel/archive/use-archive.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { ArchiveProgress } from '../meeting/archive-progress.tsx';

/** What an entry says, part by part. */
function wordsOf(t: DeskT, locale: Locale, { fields }: Entry): string {
  const { status, extension, due, remark, evidence, what, plan, verifiedBy } = fields;
  return [
    status === undefined ? '' : t(`domain:followUpStatus.${status}`),
    extension === undefined
      ? ''
      : t(`followUps.extension.${extension.answer}`, { date: formatDate(extension.due, locale) }),
    due === undefined || due === null ? '' : t('followUps.dueOn', { date: formatDate(due, locale) }),
    fields.pics === undefined ? '' : t('board.entry.pics'),
    what === undefined ? '' : t('board.entry.what', { text: what }),
    plan === undefined ? '' : `${t('followUps.plan')}: ${plan}`,
    remark === undefined ? '' : `${t('fields:remark')}: ${remark}`,
    evidence === undefined ? '' : `${t('fields:evidence')}: ${evidence}`,
    verifiedBy === undefined ? '' : t('board.entry.verified', { role: t(`domain:roleShort.${verifiedBy}`) }),
    fields.withdrawn === undefined ? '' : t(fields.withdrawn ? 'board.entry.withdrawn' : 'board.entry.restored'),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What happened to a follow-up, the oldest first. */
export function EntryHistory({ id, today }: { id: string; today: CivilDate }) {
  const t = useT();
  const locale = useLocale();
  const { state, answer, retry } = useArchive('matter', { today, id });
  if (answer === null) return <ArchiveProgress state={state} retry={retry} />;
  const { entries, followUp } = answer;
  return (
    <ol className="d-board-history">
      {followUp !== null && (
        <li>
          <b>{formatDate(followUp.cite.date, locale)}</b> {t('board.entry.ordered', { title: followUp.cite.title })}
        </li>
      )}
      {entries.map((entry) => (
        <li key={entry.id}>
          <b>{formatDate(entry.on, locale)}</b> {wordsOf(t, locale, entry)}
          {entry.by !== null && ` (${t(`domain:roleShort.${entry.by}`)})`}
        </li>
      ))}
    </ol>
  );
}
