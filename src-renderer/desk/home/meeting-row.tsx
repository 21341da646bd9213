import { Button as AriaButton } from 'react-aria-components';
import { formatLongDate } from '#core/text/format.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

export interface MeetingRowProps {
  readonly meeting: MeetingSummary;
  onOpen(): void;
  onRestore(): void;
  onDiscard(): void;
  onContinue(): void;
}

/** One earlier meeting. One that no file proves says so, and offers its backups; nothing of it is deleted. */
export function MeetingRow({ meeting, onOpen, onRestore, onDiscard, onContinue }: MeetingRowProps) {
  const t = useT();
  const locale = useLocale();
  const folder = useDeskValue((view) => view.host.dataFolder);
  const term = useDeskValue((view) => view.settings.defaults.term);
  const { title, date, health, sample, rehearsal, status, agencies, done, notes, openFollowUps } = meeting;
  const openable = health !== 'unprovable';
  const facts = [
    t('start.agencies', { done, count: agencies, term }),
    t('domain:noteCount', { count: notes }),
    openFollowUps > 0 ? t('domain:openFollowUps', { count: openFollowUps }) : '',
  ].filter((fact) => fact !== '');
  const name = title === '' ? t('start.untitled') : title;
  const body = (
    <>
      <span className="d-start-meeting-title">{name}</span>
      <span className="d-start-meeting-facts">
        {date !== '' && <span>{formatLongDate(date, locale)}</span>}
        {openable ? (
          <span className={`k-tag ${status === 'open' ? 'k-tag-green' : ''}`.trim()}>
            {t(`start.status.${status}`)}
          </span>
        ) : (
          <span className="k-tag k-tag-red">{t('start.damaged')}</span>
        )}
        {health === 'repaired' && <span className="k-tag k-tag-amber">{t('start.repaired')}</span>}
        {rehearsal && <span className="k-tag k-tag-amber">{t('domain:rehearsal')}</span>}
        {sample && <span className="k-tag k-tag-amber">{t('domain:sample')}</span>}
      </span>
      <span className="d-start-meeting-facts">{openable ? facts.join(' · ') : t('start.damagedText', { folder })}</span>
    </>
  );
  return (
    <li className="d-start-meeting">
      {openable ? (
        <AriaButton className="d-start-meeting-main d-start-meeting-open" onPress={onOpen}>
          {body}
        </AriaButton>
      ) : (
        <div className="d-start-meeting-main">{body}</div>
      )}
      {openable && !rehearsal && <IconButton icon="continueMeeting" label={t('series.menu')} onPress={onContinue} />}
      <IconButton icon="undo" label={t('start.restore', { title: name })} onPress={onRestore} />
      <IconButton icon="trash" label={t('start.discard', { title: name })} onPress={onDiscard} />
    </li>
  );
}
