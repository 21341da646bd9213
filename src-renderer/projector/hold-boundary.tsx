import type { ReactNode } from 'react';
import { LOCALES } from '#core/text/format.ts';
import { ErrorBoundary } from '#renderer/kit/error-boundary.tsx';
import { HoldScreen } from './screens/hold-screen.tsx';

interface Props {
  readonly children: ReactNode;
  /** Resolves when the application can be reached. */
  reachable(): Promise<unknown>;
}

const WAIT = 3000;

/**
 * The room never sees an error: it sees a calm title, and the window reloads itself. It waits until the application
 * answers, or the browser would show its own error page.
 */
export function HoldBoundary({ children, reachable }: Props) {
  const onError = (error: unknown): void => {
    console.error('ekspose: the projector could not be painted', error);
    const reload = async (): Promise<void> => {
      try {
        await reachable();
        window.location.reload();
      } catch (cause) {
        console.warn('ekspose: not reachable, holding', cause);
        setTimeout(reload, WAIT);
      }
    };
    setTimeout(reload, WAIT);
  };
  const { lang } = document.documentElement;
  const locale = LOCALES.find((one) => one === lang) ?? 'id';
  return (
    <ErrorBoundary instead={<HoldScreen locale={locale} />} onError={onError}>
      {children}
    </ErrorBoundary>
  );
}
