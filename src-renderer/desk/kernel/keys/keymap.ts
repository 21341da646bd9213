import type { NoteKind, Visibility } from '#core/model/note.ts';
import { ROLES, type Role } from '#core/model/roles.ts';
import { LAYOUTS, type Layout } from '#core/model/screen.ts';
import type { PageTurn } from '#core/model/slides.ts';
import { MINUTE } from '#core/time/units.ts';

/** What a key can do. The table below is the only place that binds keys to it. */
export type KeyAction =
  | { readonly do: 'startPause' }
  | { readonly do: 'finishNext' }
  | { readonly do: 'addTime'; readonly by: number }
  | { readonly do: 'postpone' }
  | { readonly do: 'skip' }
  | { readonly do: 'callShown' }
  | { readonly do: 'conclude' }
  | { readonly do: 'refit' }
  | { readonly do: 'dayChart' }
  | { readonly do: 'blank' }
  | { readonly do: 'projector' }
  | { readonly do: 'layout'; readonly layout: Layout }
  | { readonly do: 'turnPage'; readonly to: Exclude<PageTurn, 'black'> }
  | { readonly do: 'goToPage' }
  | { readonly do: 'arrangeProjector' }
  | { readonly do: 'oneScreen' }
  | { readonly do: 'liveTyping' }
  | { readonly do: 'pin' }
  | { readonly do: 'takeOff' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'export' }
  | { readonly do: 'exportAgain' }
  | { readonly do: 'copyPaper' }
  | { readonly do: 'wording' }
  | { readonly do: 'search' }
  | { readonly do: 'author'; readonly role: Role }
  | { readonly do: 'authorAgency' }
  | { readonly do: 'kind'; readonly kind: NoteKind }
  | { readonly do: 'visibility'; readonly visibility: Visibility }
  | { readonly do: 'followUp' }
  | { readonly do: 'keepProblem' }
  | { readonly do: 'focusCarried' }
  | { readonly do: 'reportFollowUp' }
  | { readonly do: 'extendFollowUp' }
  | { readonly do: 'refuseExtension' }
  | { readonly do: 'agencyPage' }
  | { readonly do: 'board' }
  | { readonly do: 'focusNote' }
  | { readonly do: 'focusAgenda' }
  | { readonly do: 'focusTurn' }
  | { readonly do: 'viewCurrent' }
  | { readonly do: 'help' };

export const KEY_GROUPS = ['turn', 'screen', 'notes', 'carried', 'move', 'meeting'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export interface KeyBinding {
  /** `KeyboardEvent.code`: the key's position, so that Alt does not change what is read. */
  readonly code: string;
  readonly ctrl?: true;
  readonly alt?: true;
  readonly shift?: true;
  /** Only outside text fields, which use the key themselves. */
  readonly outsideText?: true;
  /** Also while a dialog is open: the leader may interrupt at any moment. */
  readonly inDialog?: true;
  /** Only while the projector shows slides; otherwise it keeps its own meaning. */
  readonly withSlides?: true;
  /** Repeats while it is held. Other keys act once: a key held down must not start and stop a turn repeatedly. */
  readonly repeats?: true;
  /** What is printed on the key. */
  readonly cap: string;
  readonly group: KeyGroup;
  readonly action: KeyAction;
}

/** What is printed on each key; digits 7 and 8 are other keys of the projector. */
const LAYOUT_KEYS: Readonly<Record<Layout, string>> = {
  full: '1',
  clock: '2',
  notes: '3',
  agenda: '4',
  hold: '5',
  announcement: '6',
  matters: '9',
  slides: 'B',
};
const codeOf = (cap: string): string => `${/\d/.test(cap) ? 'Digit' : 'Key'}${cap}`;

const PAGE_KEYS: readonly (readonly [string, string, Exclude<PageTurn, 'black'>, true?])[] = [
  ['PageDown', 'PgDn', 'next'],
  ['PageUp', 'PgUp', 'previous'],
  ['PageUp', 'Ctrl PgUp', 'first', true],
  ['PageDown', 'Ctrl PgDn', 'last', true],
];

const KIND_KEYS: readonly (readonly [string, NoteKind])[] = [
  ['C', 'note'],
  ['A', 'directive'],
  ['U', 'proposal'],
  ['M', 'problem'],
  ['S', 'solution'],
  ['T', 'question'],
  ['K', 'decision'],
];
const VISIBILITY_KEYS: readonly (readonly [string, Visibility])[] = [
  ['P', 'private'],
  ['I', 'internal'],
  ['L', 'shown'],
];

/** Every key of the desk: read by the handler, printed by the help, shown on the buttons. */
export const KEYMAP: readonly KeyBinding[] = [
  { code: 'F8', inDialog: true, cap: 'F8', group: 'turn', action: { do: 'startPause' } },
  { code: 'F9', inDialog: true, cap: 'F9', group: 'turn', action: { do: 'finishNext' } },
  { code: 'F7', inDialog: true, repeats: true, cap: 'F7', group: 'turn', action: { do: 'addTime', by: MINUTE } },
  {
    code: 'F7',
    shift: true,
    inDialog: true,
    repeats: true,
    cap: 'Shift F7',
    group: 'turn',
    action: { do: 'addTime', by: -MINUTE },
  },
  { code: 'F4', cap: 'F4', group: 'turn', action: { do: 'postpone' } },
  { code: 'F4', shift: true, cap: 'Shift F4', group: 'turn', action: { do: 'skip' } },
  { code: 'Enter', alt: true, cap: 'Alt Enter', group: 'turn', action: { do: 'callShown' } },
  // Pacing of the day.
  { code: 'F9', shift: true, inDialog: true, cap: 'Shift F9', group: 'turn', action: { do: 'conclude' } },
  { code: 'F3', cap: 'F3', group: 'turn', action: { do: 'refit' } },
  { code: 'F3', shift: true, cap: 'Shift F3', group: 'turn', action: { do: 'dayChart' } },
  { code: 'F6', inDialog: true, cap: 'F6', group: 'screen', action: { do: 'blank' } },
  { code: 'F6', shift: true, inDialog: true, cap: 'Shift F6', group: 'screen', action: { do: 'projector' } },
  // What the projector shows: an app window has no tabs that these keys would change.
  ...LAYOUTS.map(
    (layout): KeyBinding => ({
      code: codeOf(LAYOUT_KEYS[layout]),
      ctrl: true,
      inDialog: true,
      cap: `Ctrl ${LAYOUT_KEYS[layout]}`,
      group: 'screen',
      action: { do: 'layout', layout },
    }),
  ),
  // What a clicker sends, also while a note is typed.
  ...PAGE_KEYS.map(
    ([code, cap, to, ctrl]): KeyBinding => ({
      code,
      ...(ctrl ? { ctrl } : { repeats: true }),
      withSlides: true,
      cap,
      group: 'screen',
      action: { do: 'turnPage', to },
    }),
  ),
  { code: 'KeyG', ctrl: true, cap: 'Ctrl G', group: 'screen', action: { do: 'goToPage' } },
  { code: 'F10', inDialog: true, cap: 'F10', group: 'screen', action: { do: 'oneScreen' } },
  { code: 'Digit7', ctrl: true, cap: 'Ctrl 7', group: 'screen', action: { do: 'arrangeProjector' } },
  { code: 'Digit8', ctrl: true, cap: 'Ctrl 8', group: 'screen', action: { do: 'liveTyping' } },
  { code: 'KeyQ', alt: true, cap: 'Alt Q', group: 'screen', action: { do: 'pin' } },
  { code: 'KeyX', alt: true, cap: 'Alt X', group: 'screen', action: { do: 'takeOff' } },
  ...ROLES.map(
    (role, index): KeyBinding => ({
      code: `Digit${index + 1}`,
      alt: true,
      cap: `Alt ${index + 1}`,
      group: 'notes',
      action: { do: 'author', role },
    }),
  ),
  { code: 'Digit0', alt: true, cap: 'Alt 0', group: 'notes', action: { do: 'authorAgency' } },
  ...KIND_KEYS.map(
    ([letter, kind]): KeyBinding => ({
      code: `Key${letter}`,
      alt: true,
      cap: `Alt ${letter}`,
      group: 'notes',
      action: { do: 'kind', kind },
    }),
  ),
  ...VISIBILITY_KEYS.map(
    ([letter, visibility]): KeyBinding => ({
      code: `Key${letter}`,
      alt: true,
      cap: `Alt ${letter}`,
      group: 'notes',
      action: { do: 'visibility', visibility },
    }),
  ),
  { code: 'KeyJ', alt: true, cap: 'Alt J', group: 'notes', action: { do: 'followUp' } },
  { code: 'KeyO', alt: true, cap: 'Alt O', group: 'notes', action: { do: 'keepProblem' } },
  // What comes back with an agency.
  { code: 'KeyF', alt: true, cap: 'Alt F', group: 'carried', action: { do: 'focusCarried' } },
  { code: 'KeyD', alt: true, cap: 'Alt D', group: 'carried', action: { do: 'reportFollowUp' } },
  { code: 'KeyE', alt: true, cap: 'Alt E', group: 'carried', action: { do: 'extendFollowUp' } },
  { code: 'KeyR', alt: true, cap: 'Alt R', group: 'carried', action: { do: 'refuseExtension' } },
  { code: 'KeyV', alt: true, cap: 'Alt V', group: 'carried', action: { do: 'agencyPage' } },
  { code: 'KeyT', ctrl: true, shift: true, cap: 'Ctrl Shift T', group: 'carried', action: { do: 'board' } },
  { code: 'KeyN', alt: true, cap: 'Alt N', group: 'move', action: { do: 'focusNote' } },
  { code: 'KeyM', ctrl: true, cap: 'Ctrl M', group: 'move', action: { do: 'focusNote' } },
  { code: 'KeyG', alt: true, cap: 'Alt G', group: 'move', action: { do: 'focusAgenda' } },
  { code: 'KeyB', alt: true, cap: 'Alt B', group: 'move', action: { do: 'focusTurn' } },
  { code: 'Home', alt: true, cap: 'Alt Home', group: 'move', action: { do: 'viewCurrent' } },
  { code: 'KeyK', ctrl: true, cap: 'Ctrl K', group: 'move', action: { do: 'search' } },
  {
    code: 'KeyZ',
    ctrl: true,
    outsideText: true,
    repeats: true,
    cap: 'Ctrl Z',
    group: 'meeting',
    action: { do: 'undo' },
  },
  {
    code: 'KeyY',
    ctrl: true,
    outsideText: true,
    repeats: true,
    cap: 'Ctrl Y',
    group: 'meeting',
    action: { do: 'redo' },
  },
  {
    code: 'KeyZ',
    ctrl: true,
    shift: true,
    outsideText: true,
    repeats: true,
    cap: 'Ctrl Shift Z',
    group: 'meeting',
    action: { do: 'redo' },
  },
  { code: 'KeyZ', alt: true, repeats: true, cap: 'Alt Z', group: 'meeting', action: { do: 'undo' } },
  { code: 'KeyY', alt: true, repeats: true, cap: 'Alt Y', group: 'meeting', action: { do: 'redo' } },
  { code: 'KeyE', ctrl: true, cap: 'Ctrl E', group: 'meeting', action: { do: 'export' } },
  {
    code: 'KeyE',
    ctrl: true,
    shift: true,
    cap: 'Ctrl Shift E',
    group: 'meeting',
    action: { do: 'exportAgain' },
  },
  {
    code: 'KeyC',
    ctrl: true,
    shift: true,
    inDialog: true,
    cap: 'Ctrl Shift C',
    group: 'meeting',
    action: { do: 'copyPaper' },
  },
  { code: 'KeyW', alt: true, cap: 'Alt W', group: 'meeting', action: { do: 'wording' } },
  { code: 'F1', cap: 'F1', group: 'meeting', action: { do: 'help' } },
];

export type KeyStroke = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The binding of a keystroke, or `null`. No binding has both Ctrl and Alt: together they are AltGr, which types
 * characters.
 * @param place whether the focus is in a text field, whether a dialog is open, and whether the projector shows slides
 */
export function bindingOf(
  stroke: KeyStroke,
  place: { inText: boolean; inDialog: boolean; slides?: boolean },
): KeyBinding | null {
  const ctrl = stroke.ctrlKey || stroke.metaKey;
  const found = KEYMAP.find(
    (binding) =>
      binding.code === stroke.code &&
      (binding.ctrl ?? false) === ctrl &&
      (binding.alt ?? false) === stroke.altKey &&
      (binding.shift ?? false) === stroke.shiftKey,
  );
  if (found === undefined) return null;
  if (place.inText && found.outsideText === true) return null;
  if (place.inDialog && found.inDialog !== true) return null;
  if (place.slides !== true && found.withSlides === true) return null;
  return found;
}

/** What is printed on the first key of an action, for buttons: "F8". */
export const capOf = (action: KeyAction['do'], layout?: Layout): string =>
  KEYMAP.find(
    ({ action: one }) => one.do === action && (layout === undefined || (one.do === 'layout' && one.layout === layout)),
  )?.cap ?? '';

/** What is printed on the key that sets who may read a note. */
export const visibilityCap = (visibility: Visibility): string =>
  KEYMAP.find(({ action }) => action.do === 'visibility' && action.visibility === visibility)?.cap ?? '';
