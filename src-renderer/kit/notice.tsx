import type { ReactNode } from 'react';
import { Icon } from './icons.tsx';

export interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'error' | 'success';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A strip with a message about what is beside it. Errors are read out at once, others when there is time. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={`k-notice k-notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon name={tone === 'success' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <div className="k-notice-text">{children}</div>
      {action}
    </div>
  );
}
