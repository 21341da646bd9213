import { useState } from 'react';
import { LIST_FORMATS, type ListFormat, type ListKind } from '#core/minutes/documents.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { SectionProps } from './section-props.ts';

/** A file that is in the way: the same export, once more, may replace it. */
interface InTheWay {
  readonly format: ListFormat;
  readonly path: string;
}

/** One of the lists of the settings as a file with the columns that its import reads. */
export function ExportList({ list, form }: SectionProps & { readonly list: ListKind }) {
  const t = useT();
  const { request, ask, toasts } = useRuntime();
  const [inTheWay, setInTheWay] = useState<InTheWay | null>(null);

  async function write(format: ListFormat, overwrite: boolean): Promise<void> {
    setInTheWay(null);
    // What was typed last belongs to the file.
    form.flush();
    const reply = await request('settings.export', { list, format, overwrite });
    if (reply === null) return;
    if (!reply.ok) {
      const { code, params } = reply.refusal;
      if (code === 'exportExists') setInTheWay({ format, path: String(params.path ?? '') });
      else toasts.show({ tone: 'error', text: t(`errors:${code}`, params) });
      return;
    }
    const { path } = reply.value;
    if (path === null) return;
    toasts.show({
      tone: 'success',
      text: t('exports.saved', { path }),
      action: { label: t('exports.open'), run: () => void ask('file.show', { path, how: 'open' }) },
    });
  }

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
          run: () => void write(format, false),
        }))}
      />
      {inTheWay !== null && (
        <ConfirmDialog
          isOpen
          title={t('exports.replaceTitle')}
          confirmLabel={t('exports.replace')}
          isDanger
          onConfirm={() => void write(inTheWay.format, true)}
          onCancel={() => setInTheWay(null)}
        >
          {t('exports.replaceText', { path: inTheWay.path })}
        </ConfirmDialog>
      )}
    </>
  );
}
