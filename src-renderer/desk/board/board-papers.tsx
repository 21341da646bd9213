import { useState } from 'react';
import type { BoardFilter, BoardSort } from '#core/archive/board.ts';
import { BOARD_FORMATS, type BoardRequest } from '#core/minutes/board-request.ts';
import type { DocumentFormat } from '#core/minutes/documents.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { copyText } from '#renderer/kit/copy-text.ts';
import { Menu } from '#renderer/kit/menu.tsx';
import { useLooksOn, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** A file that is in the way: the same export, once more, may replace it. */
interface InTheWay {
  readonly paper: BoardRequest;
  readonly format: DocumentFormat;
  readonly path: string;
}

/** The board on paper as it is filtered, and what one agency has not finished, as a sheet and for a messenger. */
export function BoardPapers({ filter, sort }: { filter: BoardFilter; sort: BoardSort }) {
  const t = useT();
  const runtime = useRuntime();
  const looksOn = useLooksOn();
  const [inTheWay, setInTheWay] = useState<InTheWay | null>(null);
  const { request, ask, toasts, ui } = runtime;

  async function write(paper: BoardRequest, format: DocumentFormat, overwrite: boolean): Promise<void> {
    setInTheWay(null);
    const working = toasts.show({ tone: 'info', text: t('exports.writing') });
    const reply = await request('board.export', { paper, format, overwrite });
    toasts.dismiss(working);
    if (reply === null) return;
    if (!reply.ok) {
      const { code, params } = reply.refusal;
      if (code === 'exportExists') setInTheWay({ paper, format, path: String(params.path ?? '') });
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

  async function copyReminder(agencyId: string): Promise<void> {
    const answer = await ask('board.text', { agencyId });
    if (answer === null) return;
    if (await copyText(answer.text)) toasts.show({ tone: 'success', text: t('board.papers.copied') });
    else ui.update((state) => ({ ...state, dialog: { kind: 'copy', text: answer.text } }));
  }

  const board: BoardRequest = { document: 'board', filter, sort };
  const { agencyId } = filter;
  return (
    <>
      <Menu
        label={t('board.papers.title')}
        trigger={
          <Button icon="export" isDisabled={looksOn}>
            {t('board.papers.title')}
          </Button>
        }
        entries={() => [
          ...BOARD_FORMATS.board.map((format) => ({
            id: format,
            label: t('board.papers.list', { format: t(`exports.formats.${format}`) }),
            run: () => void write(board, format, false),
          })),
          { id: 'line', separator: true },
          {
            id: 'reminder',
            label: t('board.papers.reminder'),
            isDisabled: agencyId === null,
            run: () => agencyId !== null && void write({ document: 'reminder', agencyId }, 'pdf', false),
          },
          {
            id: 'copy',
            label: t('board.papers.copy'),
            icon: 'copy',
            isDisabled: agencyId === null,
            run: () => agencyId !== null && void copyReminder(agencyId),
          },
        ]}
      />
      {inTheWay !== null && (
        <ConfirmDialog
          isOpen
          title={t('exports.replaceTitle')}
          confirmLabel={t('exports.replace')}
          isDanger
          onConfirm={() => void write(inTheWay.paper, inTheWay.format, true)}
          onCancel={() => setInTheWay(null)}
        >
          {t('exports.replaceText', { path: inTheWay.path })}
        </ConfirmDialog>
      )}
    </>
  );
}
