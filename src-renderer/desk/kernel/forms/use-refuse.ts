import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useRuntime } from '../desk-context.tsx';
import { useT } from '../i18n.ts';
import type { ToastAction } from '../toasts/toast-store.ts';

/**
 * Says why something was not saved: its form shows it, and one that has gone meanwhile reports it in a message.
 * @param isOpen whether the form is still on the screen
 * @param action what the message offers
 */
export function useRefuse(
  isOpen: () => boolean,
  show: (given: RefusalMessage) => void,
  action?: ToastAction,
): (given: RefusalMessage) => void {
  const t = useT();
  const { toasts } = useRuntime();
  return (given) => {
    if (isOpen()) show(given);
    else {
      const text = t(`errors:${given.code}`, given.params);
      toasts.show({ tone: 'error', text, ...(action === undefined ? {} : { action }) });
    }
  };
}

/** The same for what has words of its own, and no form. */
export function useFault(show: (text: string) => void): (text: string) => void {
  const { toasts } = useRuntime();
  const isShown = useIsShown();
  return (text) => {
    if (isShown()) show(text);
    else toasts.show({ tone: 'error', text });
  };
}
