import type { BoardFilter, BoardSort } from '#core/archive/board.ts';
import { BOARD_FORMATS, type BoardRequest } from '#core/minutes/board-request.ts';
import type { DocumentFormat } from '#core/minutes/documents.ts';
import { Button } from '#renderer/kit/button.tsx';
import { copyText } from '#renderer/kit/copy-text.ts';
import { Menu } from '#renderer/kit/menu.tsx';
import { useLooksOn, useRuntime } from '../kernel/desk-context.tsx';
import { useSavedFile } from '../kernel/exports/use-saved-file.tsx';
import { useT } from '../kernel/i18n.ts';

/** The board on paper as it is filtered, and what one agency has not finished, as a sheet and for a messenger. */
export function BoardPapers({ filter, sort }: { filter: BoardFilter; sort: BoardSort }) {
  const t = useT();
  const runtime = useRuntime();
  const looksOn = useLooksOn();
  const { save, question } = useSavedFile();
  const { request, ask, toasts, ui } = runtime;

  const write = (paper: BoardRequest, format: DocumentFormat): void =>
    void save((overwrite) => request('board.export', { paper, format, overwrite }));

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
            run: () => write(board, format),
          })),
          { id: 'line', separator: true },
          {
            id: 'reminder',
            label: t('board.papers.reminder'),
            isDisabled: agencyId === null,
            run: () => agencyId !== null && write({ document: 'reminder', agencyId }, 'pdf'),
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
      {question}
    </>
  );
}
