import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import {
  useDeskValue,
  useDialog,
  useMeetingValue,
  useReadOnly,
  useRuntime,
  useSelectedItem,
  useSend,
} from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { AGENDA_LIST } from '../kernel/keys/agenda-list-id.ts';
import { agendaKeyOf } from '../kernel/keys/list-keys.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import { AgendaRowView, GRAB_HINT } from './agenda-row.tsx';
import { type AgendaRow, indexAfterDrop } from './agenda-rows.ts';
import { rowAfterKey } from './row-step.ts';
import { rowOf, useRowDrag } from './use-row-drag.ts';
import { type Grabbed, neighboursOf, useRowGrab } from './use-row-grab.ts';

/** The rows of the agenda: arrows select an item, Alt with arrows moves it, and so does dragging. */
export function AgendaList({ rows }: { rows: readonly AgendaRow[] }) {
  const t = useT();
  const send = useSend();
  const names = useItemNames();
  const { store } = useRuntime();
  const { open } = useDialog();
  const { selectedId, view } = useSelectedItem();
  const actions = useTurnActions();
  const current = useMeetingValue((meeting) => meeting.current);
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const readOnly = useReadOnly();
  const density = useDeskValue((view) => view.settings.agendaRows);
  const [touched, setTouched] = useState<ItemId | null>(null);
  const [pointed, setPointed] = useState<ItemId | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  useKeptFocus(place);

  const move = async (itemId: ItemId, to: { index: number } | { by: 1 | -1 }): Promise<void> => {
    if (!(await send({ type: 'agenda.move', itemId, ...to }))) return;
    const { meeting } = store.current();
    const item = meeting?.agenda.items[itemId];
    if (meeting === null || item === undefined) return;
    const name = names.brief(meeting, item);
    const now = meeting.agenda.order.indexOf(itemId) + 1;
    say(t('agenda.moved', { name, place: now }));
  };

  /** The neighbour takes what the item had: the selection, and the focus if nobody has taken that elsewhere meanwhile. */
  const remove = async (itemId: ItemId): Promise<void> => {
    const index = rows.findIndex(({ id }) => id === itemId);
    const neighbour = (rows[index + 1] ?? rows[index - 1])?.id ?? null;
    const focused = document.activeElement;
    if (!(await actions.remove(itemId, neighbour))) return;
    const isLeft = document.activeElement === document.body || document.activeElement === focused;
    if (isLeft && neighbour !== null) focusRow(neighbour);
  };

  const order = rows.map(({ id }) => id);
  const drag = useRowDrag(
    (itemId, { itemId: target, after }) => {
      void move(itemId, { index: indexAfterDrop(order, itemId, target, after) });
    },
    (itemId, files) => {
      if (!readOnly) open({ kind: 'slides', itemId: files.length === 1 ? itemId : null, files });
    },
  );
  const nameOf = (itemId: ItemId): string => {
    const item = rows.find(({ id }) => id === itemId)?.item;
    return item === undefined ? '' : names.brief({ agencies }, item);
  };
  const say = (text: string): void => {
    if (said.current !== null) said.current.textContent = text;
  };
  const placeWords = (grabbed: Grabbed): string => {
    const [before, after] = neighboursOf(order, grabbed);
    if (before === null) return after === null ? '' : t('agenda.placeBefore', { after: nameOf(after) });
    if (after === null) return t('agenda.placeAfter', { before: nameOf(before) });
    return t('agenda.placeBetween', { before: nameOf(before), after: nameOf(after) });
  };
  const grab = useRowGrab({
    order,
    onPlace: (grabbed) => say(grabbed === null ? t('agenda.placeLeft') : placeWords(grabbed)),
    onDrop: ({ itemId, index }) => void move(itemId, { index }),
  });
  /** Where the line stands between the rows between which what is grabbed would go, px. */
  const grabLine = (grabbed: Grabbed): number => {
    const [before, after] = neighboursOf(order, grabbed);
    const row = place.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(after ?? before ?? '')}"]`);
    return row == null ? 0 : row.offsetTop + (after === null ? row.offsetHeight : 0);
  };

  const select = (itemId: ItemId): void => view(itemId === current ? null : itemId);
  const focusRow = (itemId: ItemId): void => {
    const row = place.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(itemId)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  const go = (itemId: ItemId): void => {
    focusRow(itemId);
    select(itemId);
  };

  /** The arrows go from row to row, and into a row and out of it again. */
  const step = (event: KeyboardEvent, row: HTMLElement): void => {
    const at = rows.findIndex(({ id }) => id === row.dataset.itemId);
    const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    const onRow = event.target === row;
    const to = onRow ? rows[rowAfterKey(key, at, rows.length) ?? -1] : undefined;
    if (to !== undefined) go(to.id);
    else {
      // Round and back to the row itself, as the row's own controls stand in a line.
      const stops = [row, ...row.querySelectorAll<HTMLElement>('button:enabled')];
      const stop = stops.indexOf(event.target as HTMLElement);
      if (key === 'ArrowRight') stops[(stop + 1) % stops.length]?.focus();
      else if (key === 'ArrowLeft') stops.at(stop - 1)?.focus();
      else if (key === 'Escape' && !onRow) row.focus();
      else return;
    }
    event.preventDefault();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    if (row === null) return;
    const itemId = row.dataset.itemId ?? '';
    // Keys of the button inside a line are its own.
    const key = event.target === row ? agendaKeyOf(event.nativeEvent) : null;
    if (key === null) {
      const onHandle = event.target instanceof Element && event.target.matches('.d-row-drag');
      if (onHandle && !event.repeat && grab.onKeyDown(event, itemId)) {
        event.preventDefault();
        event.stopPropagation();
      } else step(event, row);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    switch (key) {
      case 'edit':
        open({ kind: 'item', itemId });
        return;
      case 'remove':
        void remove(itemId);
        return;
      case 'add':
        open({ kind: 'addItem' });
        return;
      case 'moveUp':
      case 'moveDown':
        // By a step and not to a position: a held-down key is faster than the list is painted.
        void move(itemId, { by: key === 'moveUp' ? -1 : 1 });
        return;
      default:
        key satisfies never;
    }
  };

  // The active item is scrolled into view automatically, with some of what was before it.
  useEffect(() => {
    if (current === null) return;
    // The list adds its rows to the page after this.
    const frame = requestAnimationFrame(() => {
      const list = place.current;
      const row = list?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(current)}"]`);
      if (list == null || row == null) return;
      // Only the list is scrolled: where the columns are below each other, the page stays with what is being typed.
      const { top, height } = row.getBoundingClientRect();
      list.scrollTop += top + height / 2 - list.getBoundingClientRect().top - list.clientHeight / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);

  const onClick = ({ target }: MouseEvent): void => {
    const row = rowOf(target);
    if (row !== null && target instanceof Element && target.closest('button') === null)
      select(row.dataset.itemId ?? '');
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const row = rowOf(target);
    if (row !== null) setTouched(row.dataset.itemId ?? null);
  };

  const onPointerOver = ({ target }: PointerEvent): void => setPointed(rowOf(target)?.dataset.itemId ?? null);

  const line = grab.grabbed === null ? (drag.place?.top ?? null) : grabLine(grab.grabbed);
  const chosen = selectedId ?? current;
  const known = (itemId: ItemId | null): boolean => rows.some(({ id }) => id === itemId);
  const tabStop = known(touched) ? touched : known(chosen) ? chosen : rows[0]?.id;
  return (
    <div id={AGENDA_LIST} className="d-agenda-scroll" ref={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: its lines are dragged and hold a button, and are no table's */}
      <div
        role="grid"
        className={`d-agenda-list d-agenda-${density}`}
        aria-label={t('domain:agenda')}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        onBlur={grab.cancel}
        onPointerOver={onPointerOver}
        onPointerLeave={() => setPointed(null)}
        {...drag.handlers}
      >
        {rows.map((row) => (
          <AgendaRowView
            key={row.id}
            row={row}
            agencies={agencies}
            close={density === 'close'}
            isSelected={row.id === chosen}
            isTabStop={row.id === tabStop}
            hasTools={row.id === pointed || row.id === touched}
            readOnly={readOnly}
          />
        ))}
        {line !== null && <div className="d-row-drop" style={{ top: line }} aria-hidden="true" />}
      </div>
      <div id={GRAB_HINT} hidden>
        {t('agenda.grab')}
      </div>
      <div className="d-hidden" role="status" ref={said} />
    </div>
  );
}
