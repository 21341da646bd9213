import './press-style.ts';
import type { ReactElement, ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import { Icon, type IconName } from './icons.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'isPending'> {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'medium' | undefined;
  readonly icon?: IconName | undefined;
  /** The key that does the same, shown at the right: "F9", "Ctrl E". Showing it does not bind it. */
  readonly keys?: string | undefined;
  readonly className?: string | undefined;
  readonly isPending?: boolean | undefined;
}

const names = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(' ');

/** How a key is shown: on a button, in a hint. */
export function Key({ children }: { children: string }) {
  return <kbd className="k-key">{children}</kbd>;
}

/**
 * A button with words on it. While `isPending` it keeps the focus and does nothing. (React Aria's own pending state
 * leaves an announcement behind that names a button which may be gone by then.)
 */
export function Button({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  keys,
  className,
  isPending = false,
  onPress,
  ...props
}: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(isPending ? { 'data-pending': true } : {})}
      onPress={(event) => {
        if (!isPending) onPress?.(event);
      }}
      className={names('k-button', `k-button-${variant}`, `k-button-${size}`, className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="k-button-text">{children}</span>
      {keys !== undefined && <Key>{keys}</Key>}
    </AriaButton>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label' | 'style'> {
  /** Its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly size?: 'small' | 'medium' | undefined;
  readonly className?: string | undefined;
}

/** Shows on hover and focus what a control without words does. @param children the one control */
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
export function IconButton({ label, icon, size = 'medium', className, ...props }: IconButtonProps) {
  return (
    <Tip label={label}>
      <AriaButton {...props} aria-label={label} className={names('k-icon-button', `k-icon-button-${size}`, className)}>
        <Icon name={icon} size={size === 'small' ? 16 : 18} />
      </AriaButton>
    </Tip>
  );
}

export interface PillProps extends Omit<AriaToggleButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A pill that is on or off: an author, a note's kind, a filter. */
export function Pill({ children, className, ...props }: PillProps) {
  return (
    <AriaToggleButton {...props} className={names('k-pill', className)}>
      {children}
    </AriaToggleButton>
  );
}
