import type { ItemKind } from '../model/agenda-item.ts';
import type { Minutes, MinutesItem } from './minutes.ts';

const PRELUDE: readonly ItemKind[] = ['opening', 'anthem', 'prayer', 'report', 'remarks'];

/**
 * The older pattern divides the proceedings under three fixed headings (docs/domain/papers.md#the-older-pattern): what
 * came before the first presentation, the rest, and the decisions.
 */
export function olderParts({ items }: Pick<Minutes, 'items'>): {
  readonly opening: readonly MinutesItem[];
  readonly discussion: readonly MinutesItem[];
} {
  const first = items.findIndex(({ kind }) => !PRELUDE.includes(kind));
  const cut = first === -1 ? items.length : first;
  return { opening: items.slice(0, cut), discussion: items.slice(cut) };
}
