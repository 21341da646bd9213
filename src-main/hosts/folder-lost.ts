import type { mainTexts } from './i18n.ts';

/**
 * What to say when another Ekspose has taken the data folder: why this one ends, and what becomes of the last changes.
 * @param keep keeps elsewhere what is not on the disk; see `Application.keepUnsaved`
 * @param words the reason of a failure
 */
export async function folderLostText(
  t: ReturnType<typeof mainTexts>,
  keep: () => Promise<readonly string[]>,
  words: (error: unknown) => string,
  report: (error: unknown) => void,
): Promise<string> {
  const changes = async (): Promise<string> => {
    try {
      const paths = await keep();
      return paths.length === 0 ? t('folderLost.saved') : t('folderLost.kept', { paths: paths.join('\n') });
    } catch (error) {
      report(error);
      return t('folderLost.notKept', { reason: words(error) });
    }
  };
  return `${t('folderLost.text')}\n\n${await changes()}`;
}
