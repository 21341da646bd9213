import { expect, it } from 'vitest';
import { keptForms } from '#renderer/desk/kernel/forms/kept-forms.ts';
import { replaceSettings, SETTINGS_FORM } from '#renderer/desk/meeting/replace-setting.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

/** What an earlier page typed into the settings and could not send; nobody has opened them since. */
function keptSettings() {
  const forms = keptForms(windowStorage());
  const typed = { leaders: ['typed'], agencies: ['typed'] };
  forms.put(SETTINGS_FORM, { dialog: null, base: null, typed });
  return { forms, typed: () => forms.get(SETTINGS_FORM)?.typed ?? null };
}

it('what replaces a list of the settings is not sent over later by what was kept of it', async () => {
  const { forms, typed } = keptSettings();
  expect(await replaceSettings({ forms }, ['leaders'], async () => false)).toBe(false);
  expect(typed()).toEqual({ leaders: ['typed'], agencies: ['typed'] });
  expect(await replaceSettings({ forms }, ['leaders'], async () => true)).toBe(true);
  expect(typed()).toEqual({ agencies: ['typed'] });
  await replaceSettings({ forms }, undefined, async () => true);
  expect(typed()).toBeNull();
});
