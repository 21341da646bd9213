import type { DeskT } from '../kernel/i18n.ts';

/** Why a text cannot be saved yet, or `null`. It is never truncated: the user shortens it. */
export function tooLong(t: DeskT, text: string, max: number): string | null {
  if (text.length <= max) return null;
  return t('sheet.tooLong', { length: text.length, max });
}
