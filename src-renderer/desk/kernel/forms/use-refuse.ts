import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useRuntime } from '../desk-context.tsx';
import { useT } from '../i18n.ts';

/**
 * Says why something was not saved: its form shows it, and one that has gone meanwhile reports it in a message.
 * @param isOpen whether the form is still on the screen
 */
export function useRefuse(
  isOpen: () => boolean,
  show: (given: RefusalMessage) => void,
): (given: RefusalMessage) => void {
  const t = useT();
  const { toasts } = useRuntime();
  return (given) => {
    if (isOpen()) show(given);
    else toasts.show({ tone: 'error', text: t(`errors:${given.code}`, given.params) });
  };
}
