import type { ItemId } from '#core/model/agenda-item.ts';

/** Where an item goes that is dropped on another, as `agenda.move` counts: in the order without the item itself. */
export function indexAfterDrop(order: readonly ItemId[], moved: ItemId, target: ItemId, after: boolean): number {
  const rest = order.filter((id) => id !== moved);
  const at = rest.indexOf(target);
  return at === -1 ? order.indexOf(moved) : at + (after ? 1 : 0);
}

/** Where an item goes that is moved by one; `null` at either end. */
export function indexAfterStep(order: readonly ItemId[], moved: ItemId, by: 1 | -1): number | null {
  const index = order.indexOf(moved) + by;
  return index < 0 || index >= order.length ? null : index;
}
