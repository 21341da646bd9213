import { useEffect } from 'react';
import { useRuntime } from '../app/desk-context.tsx';
import { actionChain } from './action-chain.ts';
import { bindingOf } from './keymap.ts';
import { perform } from './perform.ts';

const TYPING = /^(?:text|search|email|number|password|tel|url|date|time)$/;

/** Whether keys such as Ctrl+Z belong to the field that has the focus. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return TYPING.test(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

const dialogIsOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/** Listens for the desk's keys from anywhere in the window; while Alt is held the chips show theirs. */
export function useKeyboard(): void {
  const runtime = useRuntime();
  useEffect(() => {
    const root = document.documentElement;
    const failed = (error: unknown): void => {
      console.error(error);
      runtime.toasts.show({ tone: 'error', text: runtime.t('toast.failed') });
    };
    const turns = actionChain(failed);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Alt') root.dataset.alt = 'held';
      if (event.isComposing || runtime.ui.get().screen !== 'meeting' || runtime.store.current().meeting === null)
        return;
      const binding = bindingOf(event, { inText: isTextField(event.target), inDialog: dialogIsOpen() });
      if (binding === null) return;
      event.preventDefault();
      event.stopPropagation();
      // A key held down must not start and stop a turn over and over.
      if (event.repeat) return;
      const { action } = binding;
      if (binding.group === 'turn') turns.add(() => perform(runtime, action));
      else perform(runtime, action).catch(failed);
    };
    const release = (event: Event): void => {
      if (event.type === 'blur' || (event instanceof KeyboardEvent && event.key === 'Alt')) delete root.dataset.alt;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, [runtime]);
}
