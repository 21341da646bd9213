import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** Shown instead of an empty list: why it is empty, and what to do about it. */
export function EmptyState({
  title,
  children,
  icon,
  action,
}: {
  title: string;
  children?: ReactNode;
  icon?: IconName | undefined;
  action?: ReactNode;
}) {
  return (
    <div className="k-empty">
      {icon !== undefined && <Icon name={icon} size={28} />}
      <p className="k-empty-title">{title}</p>
      {children != null && <p className="k-empty-text">{children}</p>}
      {action}
    </div>
  );
}
