import { Component, type ReactNode } from 'react';
import { LOCALES } from '#core/text/format.ts';
import { HoldScreen } from './screens/hold-screen.tsx';

interface Props {
  readonly children: ReactNode;
  /** Resolves when the application can be reached. */
  reachable(): Promise<unknown>;
}

const WAIT = 3000;

/**
 * The room never sees an error: it sees a calm hold screen, and the window loads itself again. Only when the application
 * answers, though, or the browser would put its own error page on the wall.
 */
export class HoldBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error('ekspose: the projector could not be painted', error);
    const reload = async (): Promise<void> => {
      try {
        await this.props.reachable();
        window.location.reload();
      } catch (cause) {
        console.warn('ekspose: not reachable, holding', cause);
        setTimeout(reload, WAIT);
      }
    };
    setTimeout(reload, WAIT);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { lang } = document.documentElement;
    return <HoldScreen locale={LOCALES.find((locale) => locale === lang) ?? 'id'} />;
  }
}
