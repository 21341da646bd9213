import type { mainTexts } from './i18n.ts';

/** Keeps elsewhere what is not on the disk, and says what has become of it. */
export interface KeepingOptions {
  readonly t: ReturnType<typeof mainTexts>;
  /** See `Application.keepUnsaved`. */
  keep(): Promise<readonly string[]>;
  /** The reason of a failure. */
  words(error: unknown): string;
  report(error: unknown): void;
}

/** @returns where the last changes are now, or why they are nowhere; `null` if nothing was unsaved */
async function keptText({ t, keep, words, report }: KeepingOptions, isDeskThere: boolean): Promise<string | null> {
  try {
    const paths = await keep();
    return paths.length === 0 ? null : t('unsaved.kept', { paths: paths.join('\n') });
  } catch (error) {
    report(error);
    const lost = t('unsaved.notKept', { reason: words(error) });
    return isDeskThere ? `${lost} ${t('unsaved.writeDown')}` : lost;
  }
}

/** What to say when another Ekspose has taken the data folder: why this one ends, and what becomes of the last changes. */
export async function folderLostText(options: KeepingOptions): Promise<string> {
  const { t } = options;
  return `${t('folderLost.text')}\n\n${(await keptText(options, true)) ?? t('folderLost.saved')}`;
}

/**
 * What to say when the application ends although something could not be saved.
 * @param isDeskThere whether the desk still shows it while this is read
 */
export async function leftUnsavedText(
  problem: unknown,
  options: KeepingOptions,
  isDeskThere: boolean,
): Promise<string> {
  const { t, words } = options;
  const why = t('unsaved.left', { reason: words(problem) });
  const kept = await keptText(options, isDeskThere);
  return kept === null ? why : `${why}\n\n${kept}`;
}
