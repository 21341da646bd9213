import { type AgendaItem, isPending } from '#core/model/agenda-item.ts';
import type { NoteId } from '#core/model/note.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { focusIn } from '#renderer/kit/focus-in.ts';
import { copyPaper } from './exports/copy-paper.ts';
import { exportAgain } from './exports/export.ts';
import { followUpActions, meantFollowUp } from './follow-ups/follow-up-actions.ts';
import { AGENDA_LIST } from './kernel/keys/agenda-list-id.ts';
import type { KeyPlace } from './kernel/keys/key-place.ts';
import type { KeyAction } from './kernel/keys/keymap.ts';
import { focusComposer } from './kernel/keys/note-box-focus.ts';
import { enterOneScreen, leaveOneScreen } from './kernel/one-screen-mode.ts';
import type { DeskRuntime } from './kernel/runtime.ts';
import { pacingActions } from './meeting/pacing-actions.ts';
import { turnActions } from './meeting/turn-actions.ts';
import { noteActions } from './notes/note-actions.ts';
import { worksInOneScreen } from './one-screen/one-screen-keys.ts';
import { screenActions } from './projector/projector-actions.ts';
import { PAGE_FIELD } from './slides/page-field.tsx';
import { slidesActions } from './slides/slides-actions.ts';

/**
 * The note that a key means: the focused one, else what is typed in the box, else the item's newest. Words that are not
 * saved are saved first.
 * @returns `null` if there is none, which is then said; or if its words were refused, or kept for a later attempt
 */
async function meantNote(
  runtime: DeskRuntime,
  shown: AgendaItem | null,
  focused: NoteId | null,
): Promise<NoteId | null> {
  const { composer, noteEditor, toasts, t } = runtime;
  const editor = noteEditor.get();
  if (editor !== null) return (await editor.save()) ? editor.noteId : null;
  if (focused !== null) return focused;
  if (composer.state.get().text.trim() !== '') return composer.commit();
  const newest = shown?.noteIds.at(-1) ?? null;
  if (newest === null) toasts.show({ tone: 'info', text: t('toast.noNote') });
  return newest;
}

/** Main knows whether there is a step left: the view may not show the latest one yet. */
async function stepHistory({ request, toasts, t }: DeskRuntime, type: 'history.undo' | 'history.redo'): Promise<void> {
  const reply = await request(type, {});
  if (reply === null || reply.ok || /^nothingTo(?:Undo|Redo)$/.test(reply.refusal.code)) return;
  toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
}

/**
 * Performs the action of a key. Everything here can be done with the mouse as well.
 * @param pressedAt where the focus was when the key was pressed: an action that had to wait is about what had it then, and moves
 * it only from there
 */
export async function perform(runtime: DeskRuntime, action: KeyAction, pressedAt: KeyPlace): Promise<void> {
  const { store, ui, ask, send, composer } = runtime;
  const { meeting, host } = store.current();
  if (runtime.roomLooks() && !worksInOneScreen(action)) return;
  if (action.do === 'help') {
    ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
    return;
  }
  if (action.do === 'board') {
    ui.update((state) => ({ ...state, screen: state.screen === 'board' ? 'meeting' : 'board', dialog: null }));
    return;
  }
  if (action.do === 'search' && meeting === null) {
    ui.update((state) => ({ ...state, dialog: { kind: 'search' } }));
    return;
  }
  if (meeting === null) return;
  const turns = turnActions(runtime);
  const notes = noteActions(runtime);
  const shown = shownItem(meeting, ui.get().selected);
  const editor = runtime.noteEditor.get();
  switch (action.do) {
    case 'startPause':
      return turns.startPause();
    case 'finishNext':
      return turns.finishNext();
    case 'addTime':
      return turns.addTime(action.by);
    case 'postpone':
      await turns.postpone();
      return;
    case 'skip':
      await turns.skip();
      return;
    case 'callShown':
      if (shown === null) return;
      return isPending(shown) ? turns.call(shown.id) : turns.bringBack(shown.id);
    case 'conclude':
      return pacingActions(runtime).conclude();
    case 'refit':
    case 'dayChart':
      ui.update((state) => ({ ...state, dialog: { kind: action.do } }));
      return;
    case 'blank':
      await send({ type: 'screen.blank', on: !meeting.blank });
      return;
    case 'projector':
      await (host.projectorOpen ? ask('projector.close', {}) : ask('projector.open', { displayId: null }));
      return;
    case 'layout':
      return screenActions(runtime).layout(action.layout);
    case 'turnPage':
      return slidesActions(runtime).turn(action.to);
    case 'goToPage':
      if (pressedAt.isStillHere()) document.getElementById(PAGE_FIELD)?.focus();
      return;
    case 'arrangeProjector':
      ui.update((state) => ({ ...state, dialog: { kind: 'arrangeProjector', announcing: false } }));
      return;
    case 'oneScreen':
      if (ui.get().oneScreen) leaveOneScreen(runtime);
      else enterOneScreen(runtime);
      return;
    case 'liveTyping': {
      const on = !meeting.screen.liveTyping;
      if (!(await send({ type: 'screen.liveTyping', on }))) return;
      const text = runtime.t(on ? 'toast.liveTypingOn' : 'toast.liveTypingOff');
      runtime.toasts.show({ tone: 'info', text, forRoom: true });
      return;
    }
    case 'pin':
    case 'takeOff': {
      const noteId = pressedAt.noteId ?? screenActions(runtime).newestShown();
      if (noteId === null) runtime.toasts.show({ tone: 'info', text: runtime.t('toast.noShownNote'), forRoom: true });
      else await (action.do === 'pin' ? notes.pin(noteId) : notes.takeOff(noteId));
      return;
    }
    case 'undo':
      // Words that a key has just closed come first: they are the last thing that was done.
      if (!runtime.wayBack.take()) await stepHistory(runtime, 'history.undo');
      return;
    case 'redo':
      return stepHistory(runtime, 'history.redo');
    case 'export':
      ui.update((state) => ({ ...state, dialog: { kind: 'minutes' } }));
      return;
    // A paper takes seconds and changes nothing of the meeting: it comes after the keys before it, and no key waits for it.
    case 'exportAgain':
      exportAgain(runtime).catch(runtime.failed);
      return;
    case 'copyPaper':
      copyPaper(runtime).catch(runtime.failed);
      return;
    case 'wording':
      ui.update((state) => ({ ...state, dialog: { kind: 'wording' } }));
      return;
    case 'search':
      ui.update((state) => ({ ...state, dialog: { kind: 'search' } }));
      return;
    case 'agencyPage': {
      const agencyId = shown?.agencyId ?? null;
      if (agencyId !== null) ui.update((state) => ({ ...state, dialog: { kind: 'agencyPage', agencyId } }));
      else runtime.toasts.show({ tone: 'info', text: runtime.t('agencyPage.noAgency') });
      return;
    }
    case 'focusCarried':
      ui.update((state) => ({ ...state, tab: 'carried', wantsCarried: pressedAt.isStillHere }));
      return;
    case 'reportFollowUp':
    case 'extendFollowUp':
    case 'refuseExtension': {
      const followUpId = meantFollowUp(runtime, pressedAt.followUpId);
      const followUps = followUpActions(runtime);
      if (followUpId === null) runtime.toasts.show({ tone: 'info', text: runtime.t('followUps.noneCarried') });
      else if (action.do === 'reportFollowUp') await followUps.nextStatus(followUpId);
      else await (action.do === 'extendFollowUp' ? followUps.grant(followUpId) : followUps.refuse(followUpId));
      return;
    }
    case 'keepProblem': {
      const noteId = await meantNote(runtime, shown, pressedAt.noteId);
      if (noteId !== null) await notes.keepProblem(noteId);
      return;
    }
    case 'author':
      if (editor !== null) return editor.setAuthor({ kind: 'leader', role: action.role });
      composer.setAuthor({ kind: 'leader', role: action.role });
      ui.update((state) => ({ ...state, pickingAuthor: false }));
      focusComposer();
      return;
    case 'authorAgency':
      if (editor !== null) return editor.pickAgency();
      ui.update((state) => ({ ...state, pickingAuthor: true }));
      return;
    case 'kind':
      if (editor !== null) return editor.setKind(action.kind);
      composer.setKind(action.kind);
      focusComposer();
      return;
    case 'visibility': {
      if (pressedAt.noteId !== null) return notes.show(pressedAt.noteId, action.visibility);
      composer.setVisibility(action.visibility);
      focusComposer();
      return;
    }
    case 'followUp': {
      const noteId = await meantNote(runtime, shown, pressedAt.noteId);
      if (noteId !== null) notes.followUp(noteId);
      return;
    }
    case 'focusNote':
      focusComposer();
      return;
    case 'focusAgenda':
      focusIn(AGENDA_LIST, '[data-item-id][data-selected]', '[data-item-id]');
      return;
    case 'focusTurn':
      focusIn('turn-column', '.d-actions button');
      return;
    case 'viewCurrent':
      ui.update((state) => ({ ...state, selected: null }));
      return;
    default:
      action satisfies never;
  }
}
