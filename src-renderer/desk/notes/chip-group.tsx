import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface Chip<K extends string> {
  readonly id: K;
  readonly label: ReactNode;
  /** Its full name, if the label is shortened. */
  readonly name?: string;
  /** The key that chooses it, shown while Alt is held. */
  readonly keyCap?: string;
  readonly className?: string;
}

/** One of several, all visible; arrows go from one to the next. */
export function ChipGroup<K extends string>(props: {
  readonly label: string;
  readonly chips: readonly Chip<K>[];
  readonly selected: K | null;
  readonly className?: string;
  onSelect(id: K): void;
}) {
  const { label, chips, selected, className, onSelect } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`d-chips ${className ?? ''}`.trim()}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const chosen = chips.find(({ id }) => keys.has(id));
        if (chosen !== undefined) onSelect(chosen.id);
      }}
    >
      {chips.map(({ id, label: words, name, keyCap, className: own }) => (
        <ToggleButton
          key={id}
          id={id}
          className={`d-chip ${own ?? ''}`.trim()}
          // Choosing the chosen one again is reported too: behind "another agency" there are many.
          onPress={() => id === selected && onSelect(id)}
          {...(name === undefined ? {} : { 'aria-label': name })}
        >
          {words}
          {keyCap !== undefined && (
            <span className="d-chip-key" aria-hidden="true">
              {keyCap}
            </span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
