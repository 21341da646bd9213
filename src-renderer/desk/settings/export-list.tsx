import { LIST_FORMATS, type ListKind } from '#core/minutes/documents.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useSavedFile } from '../kernel/exports/use-saved-file.tsx';
import { useT } from '../kernel/i18n.ts';
import type { SectionProps } from './section-props.ts';

/** One of the lists of the settings as a file with the columns that its import reads. */
export function ExportList({ list, form }: SectionProps & { readonly list: ListKind }) {
  const t = useT();
  const { request } = useRuntime();
  const { save, question } = useSavedFile();
  return (
    <>
      <Menu
        label={t('leaderList.export')}
        trigger={
          <Button size="small" icon="export">
            {t('leaderList.export')}
          </Button>
        }
        entries={LIST_FORMATS.map((format) => ({
          id: format,
          label: t(`exports.formats.${format}`),
          run: () => {
            // What was typed last belongs to the file.
            form.flush();
            void save((overwrite) => request('settings.export', { list, format, overwrite }));
          },
        }))}
      />
      {question}
    </>
  );
}
