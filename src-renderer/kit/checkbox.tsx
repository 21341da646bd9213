import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

interface TickProps {
  readonly isSelected: boolean;
  onChange(isSelected: boolean): void;
  readonly isDisabled?: boolean | undefined;
  readonly className?: string | undefined;
}

type Named =
  | { readonly children: ReactNode; readonly label?: undefined }
  | { readonly children?: undefined; readonly label: string };

/**
 * A checkbox, with words beside it or (in a row that already says what it is about) a label for screen readers. The page's
 * own: a list has a hundred of them.
 */
export function Checkbox({ children, label, className, isSelected, isDisabled, onChange }: TickProps & Named) {
  return (
    <label
      className={`k-checkbox ${className ?? ''}`.trim()}
      data-selected={isSelected ? true : undefined}
      data-disabled={isDisabled === true ? true : undefined}
    >
      <input
        type="checkbox"
        className="k-hidden"
        checked={isSelected}
        disabled={isDisabled ?? false}
        aria-label={label}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span className="k-checkbox-box">{isSelected && <Icon name="check" size={14} />}</span>
      {children !== undefined && <span>{children}</span>}
    </label>
  );
}
