import './moving.css';
import { useState } from 'react';
import { ARCHIVE_CONTENTS, type ArchiveContents } from '#core/archive/manifest.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useUnanswered } from '../kernel/exports/use-unanswered.ts';
import { useT } from '../kernel/i18n.ts';
import { MainProgress } from './moving-progress.tsx';

type PackState =
  | { readonly step: 'idle' }
  | { readonly step: 'working' }
  /** A file with that name exists: may it be replaced? */
  | { readonly step: 'exists'; readonly path: string }
  | { readonly step: 'refused'; readonly text: string }
  | { readonly step: 'done'; readonly path: string; readonly left: readonly string[] };

/** Packs everything into one file for another computer. */
export function PackDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { request, ask, toasts } = useRuntime();
  const isShown = useIsShown();
  const [contents, setContents] = useState<ArchiveContents>('public');
  const [state, setState] = useState<PackState>({ step: 'idle' });
  useUnanswered(state.step === 'exists');
  const isWorking = state.step === 'working';

  const showFolder = (path: string): void => void ask('file.show', { path, how: 'folder' });
  /** Says at the desk how it ended when the dialog has gone, which another may have replaced. */
  const tell = (end: PackState): void => {
    if (end.step === 'refused') toasts.show({ tone: 'error', text: end.text });
    if (end.step === 'exists') {
      const action = { label: t('exports.replace'), run: () => void pack(true) };
      toasts.show({ tone: 'error', text: t('errors:exportExists', { path: end.path }), action });
    }
    if (end.step !== 'done') return;
    const action = { label: t('exports.openFolder'), run: () => showFolder(end.path) };
    toasts.show({ tone: 'success', text: t('moving.pack.done', { path: end.path }), action });
    if (end.left.length > 0) toasts.show({ tone: 'error', text: leftOut(end.left) });
  };
  const leftOut = (titles: readonly string[]): string => t('moving.pack.left', { titles: titles.join(', ') });
  async function pack(overwrite: boolean): Promise<void> {
    setState({ step: 'working' });
    const end = await packed(overwrite);
    if (isShown()) setState(end);
    else tell(end);
  }
  async function packed(overwrite: boolean): Promise<PackState> {
    const reply = await request('moving.pack', { contents, overwrite });
    if (reply === null) return { step: 'idle' };
    if (reply.ok) {
      const { path, left } = reply.value;
      return path === null ? { step: 'idle' } : { step: 'done', path, left };
    }
    const { code, params } = reply.refusal;
    if (code === 'exportExists') return { step: 'exists', path: String(params.path ?? '') };
    // Whoever closes the dialog meanwhile has stopped it.
    if (code === 'movingCancelled' && !isShown()) return { step: 'idle' };
    return { step: 'refused', text: t(`errors:${code}`, params) };
  }
  const cancel = (): void => void ask('document.cancel', {});
  const close = (): void => {
    if (isWorking) cancel();
    onClose();
  };

  return (
    <Dialog
      title={t('moving.pack.title')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={isWorking ? cancel : close}>{t(isWorking ? 'exports.stop' : 'kit:close')}</Button>
          <Button variant="primary" autoFocus isPending={isWorking} onPress={() => void pack(false)}>
            {t('moving.pack.run')}
          </Button>
        </>
      }
    >
      <div className="k-form">
        <Segmented
          label={t('moving.pack.contents')}
          options={ARCHIVE_CONTENTS.map((id) => ({ id, label: t(`moving.pack.${id}`) }))}
          value={contents}
          isDisabled={isWorking}
          onChange={(next) => {
            setContents(next);
            setState({ step: 'idle' });
          }}
        />
        <Notice tone={contents === 'full' ? 'warning' : 'info'}>{t(`moving.pack.${contents}Hint`)}</Notice>
        {isWorking && (
          <MainProgress
            label={t('moving.pack.title')}
            words={(done, total) => t('moving.pack.working', { done, total })}
          />
        )}
        {state.step === 'refused' && <Notice tone="error">{state.text}</Notice>}
        {state.step === 'done' && (
          <Notice
            tone="success"
            action={
              <Button icon="folder" onPress={() => showFolder(state.path)}>
                {t('exports.openFolder')}
              </Button>
            }
          >
            {t('moving.pack.done', { path: state.path })}
          </Notice>
        )}
        {state.step === 'done' && state.left.length > 0 && <Notice tone="warning">{leftOut(state.left)}</Notice>}
      </div>
      <ConfirmDialog
        title={t('exports.replaceTitle')}
        isOpen={state.step === 'exists'}
        confirmLabel={t('exports.replace')}
        onConfirm={() => void pack(true)}
        onCancel={() => setState({ step: 'idle' })}
      >
        <p>{state.step === 'exists' ? t('exports.replaceText', { path: state.path }) : ''}</p>
      </ConfirmDialog>
    </Dialog>
  );
}
