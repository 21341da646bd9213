import type { SavedFields } from '#renderer/kit/use-field-saver.ts';
import type { SettingsFields } from './use-settings-form.ts';

export interface SectionProps {
  readonly form: SavedFields<SettingsFields>;
}
