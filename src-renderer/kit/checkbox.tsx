import './press-style.ts';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface TickProps {
  readonly isSelected?: boolean;
  onChange?(isSelected: boolean): void;
  /** Its key within a group of checkboxes, which then holds the state. */
  readonly value?: string;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly className?: string | undefined;
}

type Named =
  | { readonly children: ReactNode; readonly label?: undefined }
  | { readonly children?: undefined; readonly label: string };

/** A checkbox, with words beside it or (in a row that already says what it is about) a label for screen readers. */
export function Checkbox({ children, label, className, isDisabled, autoFocus, ...props }: TickProps & Named) {
  return (
    <AriaCheckbox
      {...props}
      {...(label === undefined ? {} : { 'aria-label': label })}
      isDisabled={isDisabled ?? false}
      autoFocus={autoFocus ?? false}
      className={`k-checkbox ${className ?? ''}`.trim()}
    >
      {({ isSelected }) => (
        <>
          <span className="k-checkbox-box">{isSelected && <Icon name="check" size={14} />}</span>
          {children !== undefined && <span>{children}</span>}
        </>
      )}
    </AriaCheckbox>
  );
}
