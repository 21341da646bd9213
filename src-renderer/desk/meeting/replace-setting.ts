import type { Settings } from '#core/model/settings.ts';
import { replaceTyped } from '#renderer/kit/use-field-saver.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** The form of the settings, and under what the window keeps what was typed into it and is not answered yet. */
export const SETTINGS_FORM = 'settings';

/**
 * Replaces settings by something that is no edit of them, also those that an earlier page typed and nobody has opened since.
 * @param fields what is replaced; all of them if left out
 * @param replace asks main for it. @returns whether it was done
 */
export async function replaceSettings(
  { forms }: Pick<DeskRuntime, 'forms'>,
  fields: readonly (keyof Settings)[] | undefined,
  replace: () => Promise<boolean>,
): Promise<boolean> {
  if (!(await replaceTyped(SETTINGS_FORM, fields, replace))) return false;
  const kept = forms.get(SETTINGS_FORM);
  if (kept === null) return true;
  const isReplaced = (field: string): boolean => fields === undefined || fields.some((one) => one === field);
  const left = Object.entries(kept.typed as Partial<Settings>).filter(([field]) => !isReplaced(field));
  if (left.length === 0) forms.drop(SETTINGS_FORM);
  else forms.put(SETTINGS_FORM, { ...kept, typed: Object.fromEntries(left) });
  return true;
}

/**
 * Replaces a list of the settings as a whole, whatever of it was being edited, and offers to bring back the one that was saved.
 * @param replace asks main for it. @returns whether it was done
 */
export async function replaceSetting(
  runtime: Pick<DeskRuntime, 'store' | 'ask' | 'toasts' | 't' | 'forms'>,
  list: 'agencies' | 'leaders',
  replace: () => Promise<boolean>,
  told: string,
): Promise<boolean> {
  const { store, ask, toasts, t } = runtime;
  let before: Settings[typeof list] = [];
  const isReplaced = await replaceSettings(runtime, [list], () => {
    before = store.current().settings[list];
    return replace();
  });
  if (!isReplaced) return false;
  const restore = async (): Promise<boolean> => (await ask('settings.edit', { fields: { [list]: before } })) !== null;
  toasts.show({
    tone: 'success',
    text: told,
    action: { label: t('domain:undo'), run: () => void replaceSettings(runtime, [list], restore) },
  });
  return true;
}
