import type { Settings } from '#core/model/settings.ts';
import { replaceTyped } from '#renderer/kit/use-field-saver.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** The form of the settings, which keeps what was typed into it and could not be saved. */
export const SETTINGS_FORM = 'settings';

/**
 * Replaces a list of the settings as a whole, whatever of it was being edited, and offers to bring back the one that was saved.
 * @param replace asks main for it. @returns whether it was done
 */
export async function replaceSetting(
  { store, ask, toasts, t }: Pick<DeskRuntime, 'store' | 'ask' | 'toasts' | 't'>,
  list: 'agencies' | 'leaders',
  replace: () => Promise<boolean>,
  told: string,
): Promise<boolean> {
  let before: Settings[typeof list] = [];
  const isReplaced = await replaceTyped(SETTINGS_FORM, [list], () => {
    before = store.current().settings[list];
    return replace();
  });
  if (!isReplaced) return false;
  const restore = async (): Promise<boolean> => (await ask('settings.edit', { fields: { [list]: before } })) !== null;
  toasts.show({
    tone: 'success',
    text: told,
    action: { label: t('domain:undo'), run: () => void replaceTyped(SETTINGS_FORM, [list], restore) },
  });
  return true;
}
