import { memo } from 'react';
import { Button as AriaButton, GridListItem } from 'react-aria-components';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import { Icon } from '#renderer/kit/icons.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDeskValue, useMeetingValue } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { briefName, fullName } from '../meeting/item-name.ts';
import { presenterLine } from '../meeting/presenter-line.ts';
import { statusText } from '../meeting/status-text.ts';
import { useFace } from '../meeting/use-face.ts';
import { AgendaRowMenu } from './agenda-row-menu.tsx';
import type { AgendaRow } from './agenda-rows.ts';

/** The running time of the active item; a component of its own, so that each second repaints only these digits. */
function RowClock({ item }: { item: AgendaItem }) {
  const limits = useMeetingValue((meeting) => meeting.limits);
  const face = useFace(item.turn, clockLimitsOf({ limits }, item));
  return <>{formatTimer(face.shown, face.meaning === 'over')}</>;
}

const mark = ({ number, item }: AgendaRow): string =>
  item.status === 'done' ? '✓' : number === null ? '—' : String(number);

/** The text below an item's name, or after it in one-line mode. The presenter is always shown. */
function useDetail(row: AgendaRow, t: DeskT, close: boolean): string {
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const { item, notes, carried } = row;
  const status = item.status === 'waiting' ? '' : statusText(t, item);
  const presenter = presenterLine(t, { agencies }, item);
  const parts = [
    ...(close ? [presenter, status] : [status, presenter]),
    notes > 0 ? t('agenda.notes', { count: notes }) : '',
    carried > 0 ? t('agenda.carried', { count: carried }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function AgendaRowInner({ row }: { row: AgendaRow }) {
  const t = useT();
  const locale = useLocale();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const zone = useMeetingValue((meeting) => meeting.zone);
  const { item, lateBy } = row;
  const close = useDeskValue((view) => view.settings.agendaRows === 'close');
  const detail = useDetail(row, t, close);
  const full = fullName(t, { agencies }, item);
  const brief = briefName(t, { agencies }, item);
  const late = lateBy === null ? '' : t('agenda.late', { count: Math.max(1, Math.round(lateBy / MINUTE)) });
  const time = row.start === null ? '' : formatTime(row.start, zone, locale);
  const classes = ['d-row', `d-row-${item.status}`, row.isCurrent ? 'd-row-current' : ''].join(' ');
  return (
    <GridListItem
      id={row.id}
      textValue={[brief, detail, late, time].filter((part) => part !== '').join(', ')}
      className={classes}
      data-item-id={row.id}
    >
      {/* React Aria lets the pointer through the handle, to the row that is dragged: what lies around it tells its name. */}
      <span className="d-row-handle" title={t('agenda.drag', { name: brief })}>
        <AriaButton slot="drag" className="d-row-drag" aria-label={t('agenda.drag', { name: brief })}>
          <Icon name="drag" size={14} />
        </AriaButton>
      </span>
      <span className="d-row-number">{mark(row)}</span>
      <span className="d-row-words" title={[full, detail].filter((part) => part !== '').join(' · ')}>
        <span className="d-row-name">{brief}</span>
        {detail !== '' && <span className="d-row-detail">{detail}</span>}
      </span>
      <span className="d-row-time">
        {row.isCurrent ? <RowClock item={item} /> : item.status === 'done' ? formatTimer(item.turn.spent) : time}
      </span>
      {late !== '' && (
        <span className="d-row-late">
          <Icon name="warning" size={14} /> {late}
        </span>
      )}
      <AgendaRowMenu item={item} name={brief} isCurrent={row.isCurrent} />
    </GridListItem>
  );
}

export const AgendaRowView = memo(AgendaRowInner);
