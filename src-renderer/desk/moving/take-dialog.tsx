import './moving.css';
import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useLooksOn } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { MainProgress, MovingProgress } from './moving-progress.tsx';
import { bringsNothing, TakePreview } from './take-preview.tsx';
import { useTakeIn } from './use-take-in.ts';

/** Shows what is in an archive of another computer, and takes it in. */
export function TakeDialog({ file, onClose }: { file: File; onClose(): void }) {
  const t = useT();
  const looksOn = useLooksOn();
  const isEmpty = useDeskValue((view) => view.meetings.length === 0);
  const isOpen = useDeskValue((view) => view.meeting !== null);
  const { state, take, leave } = useTakeIn(file);
  // On a new computer the settings are to come along; on one at work they are somebody's.
  const [settings, setSettings] = useState(isEmpty);
  const preview = state.step === 'looking' ? state.preview : null;
  const close = (): void => {
    leave();
    onClose();
  };
  const label = t('moving.takeTitle');
  const isNothing = preview !== null && bringsNothing(preview) && !(preview.settings && settings);
  return (
    <Dialog
      title={label}
      isOpen
      // What is being taken in is whole in a moment, and is not left half seen.
      onClose={state.step === 'taking' ? () => undefined : close}
      size="medium"
      footer={
        state.step !== 'taking' && (
          <>
            <Button onPress={close}>{t(preview === null ? 'kit:close' : 'kit:cancel')}</Button>
            {preview !== null && (
              <Button
                variant="primary"
                autoFocus
                isDisabled={isNothing || looksOn}
                onPress={() => take(preview.settings && settings)}
              >
                {t('moving.take.run')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="k-form">
        {state.step === 'receiving' && (
          <MovingProgress
            label={label}
            done={state.percent}
            total={100}
            text={t('moving.take.receiving', { name: file.name, percent: state.percent })}
          />
        )}
        {state.step === 'checking' && (
          <MainProgress label={label} words={(done, total) => t('moving.take.checking', { done, total })} />
        )}
        {state.step === 'taking' && (
          <MainProgress label={label} words={(done, total) => t('moving.take.taking', { done, total })} />
        )}
        {state.step === 'refused' && <Notice tone="error">{state.text}</Notice>}
        {state.step === 'done' && <Notice tone="success">{t('moving.take.done')}</Notice>}
        {preview !== null && <TakePreview preview={preview} />}
        {preview?.settings === true && (
          <div>
            <Checkbox isSelected={settings} onChange={setSettings}>
              {t('moving.take.settings')}
            </Checkbox>
            <p className="k-hint">{t('moving.take.settingsHint')}</p>
          </div>
        )}
        {preview !== null && isOpen && !isNothing && <p className="k-hint">{t('moving.take.closes')}</p>}
      </div>
    </Dialog>
  );
}
