import type { KeyboardEvent, ReactElement, ReactNode, Ref } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './press-style.ts';
import { useDisabled } from './control-context.ts';
import { Icon, type IconName } from './icons.tsx';
import { useTip } from './use-tip.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/** What every button takes. They are the page's own: a screen holds a hundred, and each costs the hundredth of a frame. */
interface PlainProps {
  readonly className?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** It can do nothing at present, as an arrow at the end of its list; unlike one that is disabled it keeps the focus. */
  readonly isAtEnd?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly excludeFromTabOrder?: boolean | undefined;
  readonly id?: string | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** The form that it sends, where it stands outside of it. */
  readonly form?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-labelledby'?: string | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-haspopup'?: 'menu' | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  onPress?(press: Press): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/** How a button was pressed. */
export interface Press {
  /** By Enter, the space bar or an assistive program, not by pointing. */
  readonly byKey: boolean;
}

export interface ButtonProps extends PlainProps {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
  /** The key that does the same, shown at the right: "F9", "Ctrl E". Showing it does not bind it. */
  readonly keys?: string | undefined;
  readonly isPending?: boolean | undefined;
}

const names = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(' ');

/** How a key is shown: on a button, in a hint. */
export function Key({ children }: { children: string }) {
  return <kbd className="k-key">{children}</kbd>;
}

function domProps({
  isDisabled,
  isAtEnd,
  excludeFromTabOrder,
  onPress,
  onKeyDown,
  type,
  ...rest
}: Omit<PlainProps, 'className'>) {
  return {
    ...rest,
    type: type ?? 'button',
    disabled: isDisabled ?? false,
    'aria-disabled': isAtEnd === true ? true : undefined,
    tabIndex: excludeFromTabOrder === true ? -1 : undefined,
    onClick: ({ detail }: { readonly detail: number }) =>
      isAtEnd === true ? undefined : onPress?.({ byKey: detail === 0 }),
    onKeyDown: (event: KeyboardEvent) => {
      // Enter that is held would press again and again.
      if (event.repeat && event.key === 'Enter') event.preventDefault();
      onKeyDown?.(event);
    },
  } as const;
}

/** A button with words on it. While `isPending` it keeps the focus and does nothing. */
export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'secondary',
    size = 'medium',
    icon,
    keys,
    className,
    isPending,
    onPress,
    ...rest
  } = props;
  const pending = isPending === true;
  const isDisabled = useDisabled(rest.isDisabled);
  return (
    <button
      {...domProps({ ...rest, isDisabled, onPress: (press) => (pending ? undefined : onPress?.(press)) })}
      data-pending={pending ? true : undefined}
      className={names('k-button', `k-button-${variant}`, `k-button-${size}`, className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="k-button-text">{children}</span>
      {keys !== undefined && <Key>{keys}</Key>}
    </button>
  );
}

export interface IconButtonProps extends PlainProps {
  /** Its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly size?: 'small' | 'medium' | undefined;
}

/** Tells on hover and focus what a control without words on it does. @param children the one control, of React Aria's */
export function Tip({ label, children }: { label: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className="k-tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A square button with an icon; its label is the tooltip. */
export function IconButton({ label, icon, size = 'medium', className, ref, ...props }: IconButtonProps) {
  const { tip, ...tipped } = useTip(label, ref);
  const plain = domProps({ ...props, isDisabled: useDisabled(props.isDisabled) });
  return (
    <>
      <button
        {...plain}
        {...tipped}
        onKeyDown={(event) => {
          tipped.onKeyDown(event);
          plain.onKeyDown(event);
        }}
        aria-label={label}
        className={names('k-icon-button', `k-icon-button-${size}`, className)}
      >
        <Icon name={icon} size={size === 'small' ? 16 : 18} />
      </button>
      {tip}
    </>
  );
}

export interface PillProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly isSelected: boolean;
  onChange(isSelected: boolean): void;
}

/** A pill that is on or off: a filter. */
export function Pill({ children, className, isSelected, onChange }: PillProps) {
  return (
    <button
      {...domProps({ isDisabled: useDisabled(undefined), onPress: () => onChange(!isSelected) })}
      aria-pressed={isSelected}
      data-selected={isSelected ? true : undefined}
      className={names('k-pill', className)}
    >
      {children}
    </button>
  );
}
