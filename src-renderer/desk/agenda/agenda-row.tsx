import './row-slides.css';
import { memo, useRef } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import { Icon } from '#renderer/kit/icons.tsx';
import { setText } from '#renderer/kit/set-text.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { briefName, fullName } from '../meeting/item-name.ts';
import { TurnDigits, useTimetable, useTimetablePaint } from '../meeting/passing-time.tsx';
import { presenterLine } from '../meeting/presenter-line.ts';
import { statusText } from '../meeting/status-text.ts';
import { AgendaRowMenu, type RowMenuProps } from './agenda-row-menu.tsx';
import type { AgendaRow } from './agenda-rows.ts';

/** The running time of the active item, whose digits change by themselves. */
function RowClock({ item }: { item: AgendaItem }) {
  const limits = useMeetingValue((meeting) => meeting.limits);
  return <TurnDigits turn={item.turn} limits={clockLimitsOf({ limits }, item)} />;
}

/** When an item to come would begin. Alone, since every one of them shifts with each minute that is given or taken. */
function RowStart({ item }: { item: AgendaItem }) {
  const locale = useLocale();
  const zone = useMeetingValue((meeting) => meeting.zone);
  const place = useRef<HTMLSpanElement>(null);
  useTimetablePaint(({ rows }) => {
    const start = rows.get(item.id)?.start;
    setText(place.current, start === undefined ? '' : formatTime(start, zone, locale));
  });
  return <span className="d-row-start" ref={place} />;
}

/** By how much an item with a fixed time (ishoma) begins late. */
function RowLate({ item }: { item: AgendaItem }) {
  const t = useT();
  const minutes = useTimetable(({ rows }) => {
    const late = rows.get(item.id)?.lateBy ?? 0;
    return late === 0 ? 0 : Math.max(1, Math.round(late / MINUTE));
  });
  if (minutes === 0) return null;
  return (
    <>
      <Icon name="warning" size={14} /> {t('agenda.late', { count: minutes })}
    </>
  );
}

/** What stands before an item. A sign is drawn: no face of ours has a tick, and to look for one elsewhere costs half a frame. */
const mark = ({ number, item }: AgendaRow) =>
  item.status === 'done' ? <Icon name="check" size={13} /> : number === null ? '—' : String(number);

/** The text below an item's name, or after it in one-line mode. The presenter is always shown. */
function detailOf(
  { item, notes, carried }: AgendaRow,
  t: DeskT,
  agencies: Meeting['agencies'],
  close: boolean,
): string {
  const status = item.status === 'waiting' ? '' : statusText(t, item);
  const presenter = presenterLine(t, { agencies }, item);
  const parts = [
    ...(close ? [presenter, status] : [status, presenter]),
    notes > 0 ? t('domain:noteCount', { count: notes }) : '',
    carried > 0 ? t('domain:openFollowUps', { count: carried }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Says how a row is moved by its handle. */
export const GRAB_HINT = 'agenda-grab';

/** What a hand moves a row and opens its menu by. After the rest of the row, which makes room for them. */
function RowTools(props: RowMenuProps) {
  const t = useT();
  const words = t('agenda.drag', { name: props.name });
  return (
    <>
      {/* The pointer goes through the handle to the row that is dragged: what is around it tells its name. */}
      <span className="d-row-handle" title={words}>
        <button type="button" className="d-row-drag" tabIndex={-1} aria-label={words} aria-describedby={GRAB_HINT}>
          <Icon name="drag" size={14} />
        </button>
      </span>
      <AgendaRowMenu {...props} />
    </>
  );
}

export interface AgendaRowProps {
  readonly row: AgendaRow;
  readonly agencies: Meeting['agencies'];
  /** Whether all of it stands in one line. */
  readonly close: boolean;
  /** Whether it is the one that the desk looks at. */
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  /** Whether somebody is at it: the others do without a handle and a menu, of which each would be a layer of the page. */
  readonly hasTools: boolean;
  readonly readOnly: boolean;
}

/** One line of the agenda. Its keys and its dragging are the list's. */
export const AgendaRowView = memo(function AgendaRowView(props: AgendaRowProps) {
  const { row, agencies, close, isSelected, isTabStop, hasTools, readOnly } = props;
  const t = useT();
  const { id, item, isCurrent } = row;
  const detail = detailOf(row, t, agencies, close);
  const full = fullName(t, { agencies }, item);
  const brief = briefName(t, { agencies }, item);
  const isToCome = !isCurrent && item.status !== 'done';
  const part = (name: string): string => `agenda-${name}-${id}`;
  const hasLate = item.fixedStart !== null;
  const named = ['name', detail === '' ? '' : 'detail', hasLate ? 'late' : '', isToCome ? 'time' : ''];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line is no table's
    <div
      role="row"
      className={`d-row d-row-${item.status} ${isCurrent ? 'd-row-current' : ''}`}
      tabIndex={isTabStop ? 0 : -1}
      draggable
      aria-selected={isSelected}
      aria-labelledby={named.flatMap((name) => (name === '' ? [] : part(name))).join(' ')}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      data-item-id={id}
      data-selected={isSelected ? true : undefined}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a line is no table's */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus, as the pattern of a grid has it */}
      <div role="gridcell">
        <span className="d-row-number">{mark(row)}</span>
        <span className="d-row-words" title={[full, detail].filter((words) => words !== '').join(' · ')}>
          <span className="d-row-line">
            <span className="d-row-name" id={part('name')}>
              {brief}
              {item.slides !== null && (
                <span
                  className="d-row-clip"
                  role="img"
                  title={t('agenda.hasSlides', { name: item.slides.name })}
                  aria-label={t('agenda.hasSlides', { name: item.slides.name })}
                >
                  <Icon name="slides" size={13} />
                </span>
              )}
            </span>
            {detail !== '' && (
              // Both are one line of words where a row has one line.
              <>
                {' '}
                <span className="d-row-detail" id={part('detail')}>
                  {detail}
                </span>
              </>
            )}
          </span>
        </span>
        <span className="d-row-time" id={part('time')}>
          {isCurrent ? (
            <RowClock item={item} />
          ) : item.status === 'done' ? (
            formatTimer(item.turn.spent)
          ) : (
            <RowStart item={item} />
          )}
        </span>
        {hasLate && (
          <span className="d-row-late" id={part('late')}>
            <RowLate item={item} />
          </span>
        )}
        {hasTools && <RowTools item={item} name={brief} isCurrent={isCurrent} readOnly={readOnly} />}
      </div>
    </div>
  );
});
