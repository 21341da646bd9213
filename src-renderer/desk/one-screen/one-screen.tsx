import './one-screen.css';
import { useEffect, useLayoutEffect } from 'react';
import { resolveVisibility } from '#core/model/note.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useKeepAwake } from '#renderer/projector/keep-awake.ts';
import {
  useDeskValue,
  useMeetingParts,
  useMeetingValue,
  useReadOnly,
  useRuntime,
  useSelectedItem,
} from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { COMPOSER_ID, focusComposer } from '../kernel/keys/note-box-focus.ts';
import { leaveOneScreen } from '../kernel/one-screen-mode.ts';
import { useDelivery } from '../kernel/saving/use-delivery.ts';
import { useFlushOnLeave } from '../kernel/saving/use-flush-on-leave.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { LiveMark } from '../meeting/live-mark.tsx';
import { authorName } from '../meeting/note-words.ts';
import { turnParts, turnStep } from '../meeting/turn-step.ts';
import { commitOnEnter } from '../notes/note-box-keys.ts';
import { useCompose } from '../notes/use-note-box.ts';
import { ProjectorPreview } from '../projector/projector-preview.tsx';
import { FinishButton, StartPauseButton } from '../turn/turn-buttons.tsx';

/** Author, kind, and whether the note will be shown; that it is private is not revealed. */
function Meant() {
  const t = useT();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const autoShow = useMeetingValue((meeting) => meeting.autoShow);
  const { author, kind, visibility } = useCompose((compose) => compose);
  const resolved = resolveVisibility(visibility, kind, { autoShow });
  return (
    <span className="d-one-meant">
      <strong>{authorName(t, { agencies }, author)}</strong> · {t(`domain:noteKind.${kind}`)} ·{' '}
      {t(resolved === 'shown' ? 'domain:visibility.shown' : 'oneScreen.notShown')}
    </span>
  );
}

/**
 * The note box in a room that can see it: text that the room may not read is masked, and so is everything until it is
 * known to be for the room.
 */
function Strip() {
  const t = useT();
  const { composer } = useRuntime();
  const readOnly = useReadOnly();
  const { selectedId } = useSelectedItem();
  const shownId = useMeetingValue((meeting) => shownItem(meeting, selectedId)?.id ?? null);
  const autoShow = useMeetingValue((meeting) => meeting.autoShow);
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const { text, author, kind, visibility, refusal, itemId } = useCompose((compose) => compose);
  const resolved = resolveVisibility(visibility, kind, { autoShow });
  useFlushOnLeave(composer);
  return (
    <div className="d-one-write">
      <Meant />
      <textarea
        id={COMPOSER_ID}
        className={`d-one-text ${resolved === 'shown' ? '' : 'd-one-masked'}`.trim()}
        rows={1}
        value={text}
        readOnly={readOnly}
        placeholder={t('noteBox.placeholder', { author: authorName(t, { agencies }, author) })}
        aria-label={t('noteBox.label')}
        aria-invalid={refusal !== null}
        onChange={(event) => composer.type(event.target.value)}
        onKeyDown={commitOnEnter(composer)}
        onBlur={composer.flush}
      />
      {refusal !== null && (
        <span className="d-one-refusal" role="alert">
          {t(`errors:${refusal.code}`, refusal.params)}
        </span>
      )}
      {shownId !== null && <LiveMark itemId={itemId ?? shownId} visibility={resolved} />}
    </div>
  );
}

/** Says that there is a problem or a question, but not which: files, folders and addresses are for the desk. */
function Trouble() {
  const t = useT();
  const { toasts, ui } = useRuntime();
  const isAsked = useStoreValue(ui, ({ held }) => held.length > 0);
  const isHeld = useStoreValue(toasts.list, (list) =>
    list.some(({ tone, forRoom }) => tone === 'error' && forRoom !== true),
  );
  const failing = useDeskValue((view) => view.saved.failing !== null);
  const told = useDeskValue((view) => view.notices.length > 0 || (view.host.placing?.lost ?? false));
  const readOnly = useReadOnly();
  const { stuck, unanswered } = useDelivery();
  if (!failing && !told && !readOnly && !isAsked && !isHeld && stuck + unanswered === 0) return null;
  return (
    <span className="d-one-trouble" role="alert">
      {failing ? `${t('saved.failing')} ` : ''}
      {t('oneScreen.trouble', { key: capOf('oneScreen') })}
    </span>
  );
}

/** The clock's buttons, small: the room sees them as well. */
function Clock() {
  const step = turnStep(useMeetingParts(turnParts));
  if (!('next' in step)) return null;
  return (
    <>
      <StartPauseButton step={step} size="small" />
      <FinishButton step={step} size="small" />
    </>
  );
}

/** A room with one screen: the desk's window is the projector, with a bar below it for notes and the clock. */
export function OneScreen() {
  const t = useT();
  const runtime = useRuntime();
  useEffect(() => focusComposer(), []);
  useKeepAwake(true);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && runtime.ui.get().dialog === null && !event.defaultPrevented)
        leaveOneScreen(runtime);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [runtime]);
  return (
    <div className="d-one">
      <main className="d-one-room" aria-label={t('projector.title')}>
        <ProjectorPreview fill />
      </main>
      <footer className="d-one-strip">
        <Trouble />
        <Strip />
        <Clock />
        <Button size="small" keys={capOf('oneScreen')} onPress={() => leaveOneScreen(runtime)}>
          {t('kit:back')}
        </Button>
      </footer>
    </div>
  );
}
