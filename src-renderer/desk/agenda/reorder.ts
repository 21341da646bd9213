import type { ItemId } from '#core/model/agenda-item.ts';

/** Where an item goes that is dropped on another, as `agenda.move` counts: in the order without the item itself. */
export function indexAfterDrop(order: readonly ItemId[], moved: ItemId, target: ItemId, after: boolean): number {
  const rest = order.filter((id) => id !== moved);
  const at = rest.indexOf(target);
  return at === -1 ? order.indexOf(moved) : at + (after ? 1 : 0);
}
