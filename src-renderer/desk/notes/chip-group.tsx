import type { ReactNode } from 'react';
import { rove } from '#renderer/kit/roving.ts';

/** One of several, all in sight. */
export interface Chip<K extends string> {
  readonly id: K;
  readonly label: ReactNode;
  /** Its full name, if the label is shortened. */
  readonly name?: string;
  /** The key that chooses it, shown while Alt is held. */
  readonly keyCap?: string;
  readonly className?: string;
}

/** Chips of which one is chosen; arrows go from one to the next, Enter and the space bar choose. */
export function ChipGroup<K extends string>(props: {
  readonly label: string;
  readonly chips: readonly Chip<K>[];
  readonly selected: K | null;
  readonly className?: string;
  onSelect(id: K): void;
}) {
  const { label, chips, selected, className, onSelect } = props;
  const stop = chips.find(({ id }) => id === selected)?.id ?? chips[0]?.id;
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`d-chips ${className ?? ''}`.trim()}
      onKeyDown={(event) => void rove(event, '[role="radio"]')}
    >
      {chips.map(({ id, label: words, name, keyCap, className: own }) => (
        // biome-ignore lint/a11y/useSemanticElements: an arrow moves the focus and chooses nothing yet
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === selected}
          aria-label={name}
          tabIndex={id === stop ? 0 : -1}
          data-selected={id === selected ? true : undefined}
          className={`d-chip ${own ?? ''}`.trim()}
          // Choosing the chosen one again is reported too: behind "another agency" there are many.
          onClick={() => onSelect(id)}
        >
          {words}
          {keyCap !== undefined && (
            <span className="d-chip-key" aria-hidden="true">
              {keyCap}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
