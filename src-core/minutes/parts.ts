import type { ItemKind } from '../model/agenda-item.ts';
import type { Minutes, MinutesItem } from './minutes.ts';

const PRELUDE: readonly ItemKind[] = ['opening', 'anthem', 'prayer', 'report', 'remarks'];

/**
 * The older pattern parts the Kegiatan under three fixed headings (docs/domain/papers.md#the-older-pattern): 1. Kata Pembukaan holds what came before
 * the first presentation, 2. Pembahasan the rest, 3. Peraturan what was decided.
 */
export function olderParts({ items }: Pick<Minutes, 'items'>): {
  readonly opening: readonly MinutesItem[];
  readonly discussion: readonly MinutesItem[];
} {
  const first = items.findIndex(({ kind }) => !PRELUDE.includes(kind));
  const cut = first === -1 ? items.length : first;
  return { opening: items.slice(0, cut), discussion: items.slice(cut) };
}
