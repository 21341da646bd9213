import { formatDate, formatLongDate } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDialog, useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { ProjectorMenu } from '../projector/projector-menu.tsx';
import { MeetingMenu } from './meeting-menu.tsx';

/** The top of the desk: which meeting, and what concerns all of it. */
export function Header() {
  const t = useT();
  const locale = useLocale();
  const { open } = useDialog();
  const title = useMeetingValue((meeting) => meeting.title);
  const date = useMeetingValue((meeting) => meeting.date);
  const sample = useMeetingValue((meeting) => meeting.sample);
  const rehearsal = useMeetingValue((meeting) => meeting.rehearsalOf !== null);
  const finished = useMeetingValue((meeting) => meeting.status === 'finished');
  return (
    <header className="d-header">
      <span className="d-brand">Ekspose</span>
      <h1 className="d-title" onDoubleClick={() => open({ kind: 'details' })}>
        <span className="d-title-text" title={title}>
          {title}
        </span>
        <span className="d-title-date d-wide">{formatLongDate(date, locale)}</span>
        <span className="d-title-date d-narrow">{formatDate(date, locale)}</span>
        {sample && <span className="d-badge">{t('domain:sample')}</span>}
        {rehearsal && <span className="d-badge">{t('rehearsal.badge')}</span>}
        {finished && <span className="d-badge">{t('start.status.finished')}</span>}
      </h1>
      <div className="d-header-actions">
        <Button icon="search" keys={capOf('search')} onPress={() => open({ kind: 'search' })}>
          {t('search.button')}
        </Button>
        <ProjectorMenu />
        <MeetingMenu />
        <Button variant="primary" keys={capOf('export')} onPress={() => open({ kind: 'minutes' })}>
          {t('exportMinutes')}
        </Button>
      </div>
    </header>
  );
}
