import { useEffect } from 'react';
import { limitsAreSound } from '#core/model/limits.ts';
import type { Settings } from '#core/model/settings.ts';
import type { SavedFields } from '#renderer/kit/use-field-saver.ts';
import { useFieldSaver } from '#renderer/kit/use-field-saver.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { SettingsPatch } from '../kernel/schemas.ts';
import { SETTINGS_FORM } from '../meeting/replace-setting.ts';
import { listProblems } from './agency-rows.ts';

export type SettingsFields = Omit<Settings, 'schema' | 'agenciesAreSample' | 'emblem' | 'displayChoices'>;
const PARTS = SettingsPatch.shape;

/** True for a value that main would accept; an invalid one stays on the screen with its reason until it is corrected. */
export function partIsSound(key: keyof SettingsFields, part: SettingsFields[keyof SettingsFields]): boolean {
  if (!PARTS[key].safeParse(part).success) return false;
  if (key === 'defaults') return limitsAreSound((part as Settings['defaults']).limits);
  if (key === 'agencies') return listProblems(part as Settings['agencies']).size === 0;
  return true;
}

/** The user's settings, saved as they are changed. */
export function useSettingsForm(): SavedFields<SettingsFields> {
  const t = useT();
  const { request, toasts, forms } = useRuntime();
  const stored: SettingsFields = useDeskValue((view) => view.settings);
  const form = useFieldSaver<SettingsFields>(SETTINGS_FORM, stored, {
    unsent: () => (forms.get(SETTINGS_FORM)?.typed ?? null) as Partial<SettingsFields> | null,
    send: (fields) => request('settings.edit', { fields }),
    canSend: partIsSound,
    onUnsent: (fields, held) => {
      if (fields === null && held === null) forms.drop(SETTINGS_FORM);
      else forms.put(SETTINGS_FORM, { dialog: null, base: null, typed: { ...fields, ...held } });
    },
    onRefused: ({ code, params }) => {
      toasts.show({ tone: 'error', text: t(`errors:${code}`, params) });
    },
  });
  const { flush } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what an earlier page had typed
  useEffect(() => {
    if (forms.get(SETTINGS_FORM) !== null) flush();
  }, []);
  return form;
}
