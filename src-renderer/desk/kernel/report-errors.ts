import type { DeskRuntime } from './runtime.ts';

/** The browser's own remark that a layout took another round; it is harmless. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Informs the user of uncaught errors: an action had no effect, or only part of it. The browser writes them to the
 * console by itself.
 * @returns stops listening
 */
export function reportErrors(target: EventTarget, { toasts, t }: Pick<DeskRuntime, 'toasts' | 't'>): () => void {
  const tell = (event: Event): void => {
    if (event instanceof ErrorEvent && HARMLESS.test(event.message)) return;
    toasts.show({
      tone: 'error',
      text: t('toast.crashed'),
      forRoom: true,
      action: { label: t('crash.reload'), run: () => window.location.reload() },
    });
  };
  target.addEventListener('error', tell);
  target.addEventListener('unhandledrejection', tell);
  return () => {
    target.removeEventListener('error', tell);
    target.removeEventListener('unhandledrejection', tell);
  };
}
