import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { GridList, type Selection, useDragAndDrop } from 'react-aria-components';
import type { ItemId } from '#core/model/agenda-item.ts';
import { useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useDeskValue, useDialog, useMeetingValue, useRuntime, useSend, useViewed } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { AGENDA_LIST } from '../kernel/keys/agenda-list-id.ts';
import { agendaKeyOf } from '../kernel/keys/list-keys.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import { AgendaRowView } from './agenda-row.tsx';
import type { AgendaRow } from './agenda-rows.ts';
import { indexAfterDrop } from './agenda-rows.ts';

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-item-id]') : null;

/** The rows of the agenda: arrows select an item, Alt with arrows moves it, and so does dragging. */
export function AgendaList({ rows }: { rows: readonly AgendaRow[] }) {
  const t = useT();
  const send = useSend();
  const names = useItemNames();
  const { store } = useRuntime();
  const { open } = useDialog();
  const { viewed, view } = useViewed();
  const actions = useTurnActions();
  const current = useMeetingValue((meeting) => meeting.current);
  const density = useDeskValue((view) => view.settings.agendaRows);
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
    if (said.current !== null) said.current.textContent = t('agenda.moved', { name, place: now });
  };

  /** The focus goes to the neighbour, which is then selected. */
  const remove = async (itemId: ItemId): Promise<void> => {
    const index = rows.findIndex(({ id }) => id === itemId);
    const neighbour = (rows[index + 1] ?? rows[index - 1])?.id ?? null;
    if (await actions.remove(itemId)) view(neighbour === current ? null : neighbour);
  };

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [itemId] = [...keys].map(String);
      if (itemId === undefined) return;
      const order = rows.map(({ id }) => id);
      void move(itemId, { index: indexAfterDrop(order, itemId, String(target.key), target.dropPosition === 'after') });
    },
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event.target);
    // Keys of the buttons inside a row are handled by the buttons.
    if (row === null || event.target !== row) return;
    const itemId = row.dataset.itemId ?? '';
    const key = agendaKeyOf(event.nativeEvent);
    if (key === null) return;
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

  const chosen = viewed ?? current;
  const selectedKeys = useMemo(() => new Set(chosen === null ? [] : [chosen]), [chosen]);
  const select = (selection: Selection): void => {
    if (selection === 'all') return;
    const [itemId] = [...selection].map(String);
    if (itemId !== undefined) view(itemId === current ? null : itemId);
  };

  return (
    // The handler is around the list because a row's own keys (Enter, Delete) must be handled before the list's.
    <div id={AGENDA_LIST} className="d-agenda-scroll" ref={place} onKeyDownCapture={onKeyDown}>
      <GridList
        className={`d-agenda-list d-agenda-${density}`}
        aria-label={t('agenda.title')}
        items={rows}
        dependencies={[current]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selectedKeys}
        onSelectionChange={select}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(row) => <AgendaRowView row={row} />}
      </GridList>
      <div className="d-hidden" role="status" ref={said} />
    </div>
  );
}
