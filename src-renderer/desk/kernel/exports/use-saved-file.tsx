import { type ReactNode, useState } from 'react';
import type { Reply } from '#core/protocol/messages.ts';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useRuntime } from '../desk-context.tsx';
import { useT } from '../i18n.ts';
import { useUnanswered } from './use-unanswered.ts';

/** Asks the application to write a file; `path: null` if the user gave it no place, and no reply if it has gone away. */
type Write = (overwrite: boolean) => Promise<Reply<{ readonly path: string | null }> | null>;

/** A file that is in the way, and what would replace it. */
interface InTheWay {
  readonly path: string;
  readonly write: Write;
}

/**
 * How a file is saved from a menu, without a dialog of its own: the user is told of the end, may open it, and is asked
 * before a file that is in the way is replaced; in a message, if the menu has gone meanwhile.
 * @returns `save`, and the question to draw beside the menu
 */
export function useSavedFile(): { save(write: Write): Promise<void>; readonly question: ReactNode } {
  const t = useT();
  const { ask, toasts } = useRuntime();
  const isShown = useIsShown();
  /** Asked about one after the other. */
  const [found, setFound] = useState<readonly InTheWay[]>([]);
  const [inTheWay] = found;
  useUnanswered(inTheWay !== undefined);
  const answered = (): void => setFound((before) => before.slice(1));

  async function save(write: Write, overwrite = false): Promise<void> {
    const working = toasts.show({ tone: 'info', text: t('exports.writing') });
    const reply = await write(overwrite);
    toasts.dismiss(working);
    if (reply === null) return;
    if (!reply.ok) {
      const { code, params } = reply.refusal;
      const isInTheWay = code === 'exportExists';
      if (isInTheWay && isShown()) setFound((before) => [...before, { path: String(params.path ?? ''), write }]);
      else {
        const replace = { label: t('exports.replace'), run: () => void save(write, true) };
        const text = t(`errors:${code}`, params);
        toasts.show({ tone: 'error', text, ...(isInTheWay ? { action: replace } : {}) });
      }
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

  const question = inTheWay !== undefined && (
    <ConfirmDialog
      key={inTheWay.path}
      isOpen
      title={t('exports.replaceTitle')}
      confirmLabel={t('exports.replace')}
      isDanger
      onConfirm={() => {
        answered();
        void save(inTheWay.write, true);
      }}
      onCancel={answered}
    >
      {t('exports.replaceText', { path: inTheWay.path })}
    </ConfirmDialog>
  );
  return { save: (write) => save(write), question };
}
