import './exports.css';
import { useEffect, useRef } from 'react';
import { shortName } from '#core/model/agency.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDialog, useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { FoundFile, PaperChoice } from '../kernel/ui-store.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { KeptKop } from '../meeting/kept-kop.tsx';
import { TwoDates } from '../meeting/two-dates.tsx';
import { UnfinishedNotice } from '../meeting/unfinished-notice.tsx';
import { copyPaper, PUBLIC_SUMMARY } from './copy-paper.ts';

import { ExportOptions } from './export-options.tsx';
import { ExportTold } from './export-result.tsx';
import { PaperFields } from './paper-fields.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { useExport } from './use-export.ts';
import { type Preview, usePreview } from './use-preview.ts';
import { useRememberedOptions } from './use-remembered-options.ts';

/** `exists`: see `DeskDialog`. */
interface MinutesDialogProps {
  readonly exists: FoundFile | undefined;
  onClose(): void;
}

/** Exports documents: which one, with which options, and a preview. */
export function MinutesDialog({ exists, onClose }: MinutesDialogProps) {
  const t = useT();
  const runtime = useRuntime();
  const { open } = useDialog();
  const choice = useStoreValue(runtime.ui, (state) => state.paper);
  const hasNotes = useMeetingValue((meeting) => Object.keys(meeting.notes).length > 0);
  const choose = (paper: PaperChoice): void => runtime.ui.update((state) => ({ ...state, paper }));
  const form = useRememberedOptions();
  const preview = usePreview(choice, form.value);
  const { state, save, answer } = useExport(choice, form.value, exists);
  const frame = useRef({ save });
  frame.current = { save };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const again = event.code === 'KeyE' || event.code === 'Enter' || event.code === 'NumpadEnter';
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !again) return;
      // The question whether to replace a file is answered by its own buttons.
      if (document.querySelector('[role="alertdialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) frame.current.save('one');
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  const hasText = choice.document === 'minutes' || choice.document === 'agencySheet';
  const close = (): void => {
    form.flush();
    onClose();
  };
  return (
    <Dialog
      title={t('exports.title')}
      isOpen
      onClose={close}
      size="full"
      className="d-minutes"
      footer={
        <>
          <ExportTold state={state} />
          {hasText && <CopyButtons agencyId={choice.agencyId} />}
          {choice.document === 'agencySheet' && (
            <Button onPress={() => save('all')} isPending={state.step === 'working'}>
              {t('exports.allSheets')}
            </Button>
          )}
          <Button
            variant="primary"
            icon="export"
            keys="Ctrl E"
            autoFocus
            onPress={() => save('one')}
            isPending={state.step === 'working'}
          >
            {t('exports.save', { format: t(`exports.formats.${choice.format}`) })}
          </Button>
        </>
      }
    >
      <section className="d-minutes-options k-form" aria-label={t('exports.options')}>
        <UnfinishedNotice />
        <TwoDates />
        <KeptKop />
        <PaperFields choice={choice} onChange={choose} />
        <ExportOptions document={choice.document} options={form.value} onChange={form.edit} />
        {hasNotes && hasText && (
          <div>
            <Button
              icon="wording"
              onPress={() => {
                form.flush();
                open({ kind: 'wording' });
              }}
            >
              {t('wording.title')}
            </Button>
          </div>
        )}
      </section>
      <PreviewPlace preview={preview} />
      <ConfirmDialog
        title={t('exports.replaceTitle')}
        isOpen={state.step === 'exists'}
        confirmLabel={t('exports.replace')}
        onConfirm={() => answer(true)}
        onCancel={() => answer(false)}
      >
        <p>{state.step === 'exists' ? t('exports.replaceText', { path: state.path }) : ''}</p>
      </ConfirmDialog>
    </Dialog>
  );
}

/** The public summary with one click; texts that only some may read are in the menu beside it. */
function CopyButtons({ agencyId }: { agencyId: string | null }) {
  const t = useT();
  const runtime = useRuntime();
  const agency = useMeetingValue((meeting) => (agencyId === null ? undefined : meeting.agencies[agencyId]));
  const copyAgency: MenuEntry[] =
    agency === undefined
      ? []
      : [
          {
            id: 'agency',
            label: t('exports.copyAgency', { agency: shortName(agency) }),
            run: () => void copyPaper(runtime, { agencyId: agency.id, withInternal: false }),
          },
        ];
  return (
    <>
      <Button keys="Ctrl Shift C" onPress={() => void copyPaper(runtime)}>
        {t('exports.copy')}
      </Button>
      <Menu
        label={t('exports.copyMore')}
        trigger={<IconButton icon="more" label={t('exports.copyMore')} />}
        entries={[
          ...copyAgency,
          {
            id: 'internal',
            label: t('exports.copyInternal'),
            run: () => void copyPaper(runtime, { ...PUBLIC_SUMMARY, withInternal: true }),
          },
        ]}
      />
    </>
  );
}

/** The preview, or a message instead of it. */
function PreviewPlace({ preview: { content, isUpdating, load } }: { preview: Preview }) {
  const t = useT();
  return (
    <section className="d-minutes-preview" aria-label={t('exports.frameTitle')} aria-busy={isUpdating}>
      <p className="d-minutes-updating" role="status">
        {isUpdating && content !== null ? t('exports.updating') : ''}
      </p>
      {content === null && (
        <p className="d-minutes-wait" role="status">
          <span className="k-spinner" /> {t('exports.preparing')}
        </p>
      )}
      {content?.kind === 'page' && <PreviewFrame url={content.url} title={t('exports.frameTitle')} />}
      {content?.kind === 'text' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus so that the arrows scroll it
        <pre className="d-minutes-text" tabIndex={0}>
          {content.text}
        </pre>
      )}
      {content?.kind === 'none' && <p className="d-minutes-wait">{t('exports.noPreview')}</p>}
      {content?.kind === 'unanswered' && (
        <div className="d-minutes-refused">
          <Button onPress={load}>{t('kit:tryAgain')}</Button>
        </div>
      )}
      {content?.kind === 'refused' && (
        <div className="d-minutes-refused">
          <Notice tone="error">{t(`errors:${content.refusal.code}`, content.refusal.params)}</Notice>
          <Button onPress={load}>{t('kit:tryAgain')}</Button>
        </div>
      )}
    </section>
  );
}
