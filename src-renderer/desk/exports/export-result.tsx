import { ProgressBar } from 'react-aria-components';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useAsk, useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { openExported } from './export.ts';
import type { ExportState } from './use-export.ts';

/** The progress of all agencies' sheets, and the button to stop. */
function AllProgress() {
  const t = useT();
  const ask = useAsk();
  const progress = useDeskValue((view) => view.exporting);
  const { done, total, name } = progress ?? { done: 0, total: 1, name: '' };
  return (
    <div className="d-minutes-told">
      <ProgressBar
        className="d-minutes-progress"
        value={done}
        maxValue={Math.max(1, total)}
        valueLabel={t('exports.progress', { done, total })}
        aria-label={t('exports.allSheets')}
      >
        {({ percentage, valueText }) => (
          <>
            <span className="d-minutes-progress-text">
              {valueText} {name !== '' && `· ${name}`}
            </span>
            <progress className="d-minutes-bar" max={100} value={percentage ?? 0} aria-hidden="true" />
          </>
        )}
      </ProgressBar>
      <Button onPress={() => void ask('document.cancel', {})}>{t('exports.stop')}</Button>
    </div>
  );
}

/** The state of saving; read out when it changes. */
export function ExportTold({ state }: { state: ExportState }) {
  const t = useT();
  const runtime = useRuntime();
  switch (state.step) {
    case 'idle':
    case 'exists':
      return null;
    case 'working':
      return state.what === 'all' ? (
        <AllProgress />
      ) : (
        <p className="d-minutes-told" role="status">
          <span className="k-spinner" /> {t('exports.writing')}
        </p>
      );
    case 'cancelled':
      return (
        <p className="d-minutes-told" role="status">
          {t('exports.cancelled')}
        </p>
      );
    case 'refused':
      return (
        <div className="d-minutes-told">
          <Notice tone="error">{state.text}</Notice>
        </div>
      );
    case 'done':
      return (
        <div className="d-minutes-told">
          <Notice tone="success">{state.text ?? t('exports.saved', { path: state.path })}</Notice>
          <Button onPress={() => openExported(runtime, state.path, 'open')}>{t('exports.open')}</Button>
          <Button icon="folder" onPress={() => openExported(runtime, state.path, 'folder')}>
            {t('exports.openFolder')}
          </Button>
        </div>
      );
    default:
      return state satisfies never;
  }
}
