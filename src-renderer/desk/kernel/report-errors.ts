import type { DeskRuntime } from './runtime.ts';

/** The browser's own remark that a layout took another round; nothing is wrong then. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Tells the user of errors that nobody caught: what was pressed did nothing, or not all. The browser writes them to the
 * console by itself.
 * @returns stops listening
 */
export function reportErrors(target: EventTarget, { toasts, t }: Pick<DeskRuntime, 'toasts' | 't'>): () => void {
  const tell = (event: Event): void => {
    if (event instanceof ErrorEvent && HARMLESS.test(event.message)) return;
    toasts.show({
      tone: 'error',
      text: t('toast.crashed'),
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
