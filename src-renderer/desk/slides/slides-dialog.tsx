import './slides.css';
import { useRef } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { itemOf, orderedItems } from '#core/model/meeting.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useMeeting, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { FILES_MAX, slidesAmong, slidesDropped } from './chosen-files.ts';
import { ConvertedPages } from './converted-pages.tsx';
import { FileRow } from './file-row.tsx';
import { useIntake } from './use-intake.ts';

interface Props {
  /** The item to which one file goes; `null`: each to the item that its name says. */
  readonly itemId: ItemId | null;
  readonly files: readonly File[];
  onClose(): void;
}

/** Attaches slides: a file of one agency, or a folder whose files are matched with the agencies by their names. */
export function SlidesDialog({ itemId, files, onClose }: Props) {
  const t = useT();
  const runtime = useRuntime();
  const meeting = useMeeting();
  const names = useItemNames();
  const intake = useIntake(itemId, files);
  const [picker, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const drop = useFileDrop((_first, dropped) => intake.choose(slidesDropped(dropped)));
  const item = itemOf(meeting, itemId);
  const present = item?.slides ?? null;
  const { rows, isBusy, ready, unused } = intake;
  const close = (): void => {
    intake.stop();
    onClose();
  };
  const detach = async (): Promise<void> => {
    if (item === null || !(await runtime.send({ type: 'slides.detach', itemId: item.id }))) return;
    showUndoToast(runtime, 'slides.detach', t('slides.detached', { name: names.brief(meeting, item) }));
  };
  const take = (input: HTMLInputElement): void => {
    const chosen = slidesAmong([...(input.files ?? [])]);
    input.value = '';
    intake.choose(chosen);
  };
  const look = rows.find(({ state }) => state.kind === 'look');
  const options = orderedItems(meeting)
    .filter(({ status }) => status !== 'skipped')
    .map((one) => ({ id: one.id, label: names.full(meeting, one) }));
  return (
    <Dialog
      title={item === null ? t('slides.title') : t('slides.titleOf', { name: names.brief(meeting, item) })}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          {isBusy ? (
            <Button onPress={intake.stop}>{t('slides.stop')}</Button>
          ) : (
            <Button onPress={close}>{t('kit:close')}</Button>
          )}
          {ready > 0 && (
            <Button variant="primary" isDisabled={isBusy} onPress={() => void intake.begin()}>
              {t('slides.attach', { count: ready })}
            </Button>
          )}
        </>
      }
    >
      <section className="k-form d-slides-drop" {...drop}>
        {present !== null && item !== null && (
          <p className="k-row">
            <span>{t('slides.has', { name: present.name, count: present.pages })}</span>
            <Button size="small" onPress={() => void detach()}>
              {t('slides.detach')}
            </Button>
          </p>
        )}
        <div className="k-row">
          <input
            ref={picker}
            type="file"
            hidden
            multiple={itemId === null}
            accept=".pdf,.ppt,.pptx,.odp"
            onChange={({ target }) => take(target)}
          />
          <input ref={folder} type="file" hidden {...FOLDER} onChange={({ target }) => take(target)} />
          <Button icon="slides" isDisabled={isBusy} autoFocus onPress={() => picker.current?.click()}>
            {t(itemId === null ? 'slides.chooseFiles' : 'slides.chooseFile')}
          </Button>
          {itemId === null && (
            <Button isDisabled={isBusy} onPress={() => folder.current?.click()}>
              {t('slides.folder')}
            </Button>
          )}
        </div>
        {rows.length > 0 && unused !== null && (
          <Notice tone="warning">{t(`slides.${unused}`, { max: FILES_MAX })}</Notice>
        )}
        {rows.length === 0 ? (
          <EmptyState title={t(`slides.${unused ?? 'empty'}`, { max: FILES_MAX })}>{t('slides.emptyWhat')}</EmptyState>
        ) : (
          <table className="d-slides-files">
            <thead>
              <tr>
                <th scope="col">{t('slides.file')}</th>
                <th scope="col">{t('slides.of')}</th>
                <th scope="col">{t('slides.state.title')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FileRow key={row.id} row={row} options={options} isBusy={isBusy} intake={intake} />
              ))}
            </tbody>
          </table>
        )}
        <Checkbox
          isSelected={meeting.screen.slidesOnCall}
          onChange={(on) => void runtime.send({ type: 'screen.slidesOnCall', on })}
        >
          {t('slides.onCall')}
        </Checkbox>
        {look?.state.kind === 'look' && (
          <ConvertedPages
            key={look.id}
            name={look.name}
            slides={look.state.slides}
            address={look.state.address}
            onUse={() => void intake.approve(look.id)}
            onRefuse={() => intake.remove(look.id)}
          />
        )}
      </section>
    </Dialog>
  );
}

/** React has no name for it; every Chromium does. */
const FOLDER = { webkitdirectory: '' } as object;
