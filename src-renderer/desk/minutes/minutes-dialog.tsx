import './minutes.css';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useAsk } from '../app/desk-context.tsx';
import { type ExportState, useExport } from './use-export.ts';
import { usePreview } from './use-preview.ts';

/** The NOTULA as it will be printed, and its way into a file. */
export function MinutesDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  return isOpen ? <MinutesWindow onClose={onClose} /> : null;
}

function MinutesWindow({ onClose }: { onClose(): void }) {
  const t = useWords();
  const preview = usePreview();
  const { state, save, answer } = useExport();
  return (
    <Dialog
      title={t('minutes.title')}
      isOpen
      onClose={onClose}
      size="full"
      className="minutes"
      footer={
        <>
          <ExportTold state={state} />
          <Button onPress={preview.load} isPending={preview.state === 'loading'}>
            {t('minutes.refresh')}
          </Button>
          <Button variant="primary" icon="file" autoFocus onPress={save} isPending={state.step === 'working'}>
            {t('minutes.save')}
          </Button>
        </>
      }
    >
      {preview.state === 'loading' && (
        <p className="minutes-wait" role="status">
          <span className="k-spinner" /> {t('minutes.preparing')}
        </p>
      )}
      {preview.state === 'refused' && <Notice tone="error">{preview.text}</Notice>}
      {preview.state === 'ready' && (
        <iframe className="minutes-page" title={t('minutes.frameTitle')} src={preview.url} sandbox="" />
      )}
      <ConfirmDialog
        title={t('minutes.replaceTitle')}
        isOpen={state.step === 'exists'}
        confirmLabel={t('minutes.replace')}
        onConfirm={() => answer(true)}
        onCancel={() => answer(false)}
      >
        <p>{state.step === 'exists' ? t('minutes.replaceText', { path: state.path }) : ''}</p>
      </ConfirmDialog>
    </Dialog>
  );
}

/** How saving stands; read out as it changes. */
function ExportTold({ state }: { state: ExportState }) {
  const t = useWords();
  const ask = useAsk();
  switch (state.step) {
    case 'idle':
    case 'exists':
      return null;
    case 'working':
      return (
        <p className="minutes-told" role="status">
          <span className="k-spinner" /> {t('minutes.writing')}
        </p>
      );
    case 'cancelled':
      return (
        <p className="minutes-told" role="status">
          {t('minutes.cancelled')}
        </p>
      );
    case 'refused':
      return (
        <div className="minutes-told">
          <Notice tone="error">{state.text}</Notice>
        </div>
      );
    case 'done':
      return (
        <div className="minutes-told">
          <Notice tone="success">{t('minutes.saved', { path: state.path })}</Notice>
          <Button onPress={() => void ask('file.show', { path: state.path, how: 'open' })}>{t('minutes.open')}</Button>
          <Button icon="folder" onPress={() => void ask('file.show', { path: state.path, how: 'folder' })}>
            {t('minutes.openFolder')}
          </Button>
        </div>
      );
    default:
      return state satisfies never;
  }
}
