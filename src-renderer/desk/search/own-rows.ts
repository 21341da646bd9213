import { useMemo } from 'react';
import { type ItemId, isPending } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { MINUTE } from '#core/time/units.ts';
import { wordsMatch } from '#renderer/kit/words-match.ts';
import { useDeskValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { DeskDialog, DeskScreen } from '../kernel/ui-store.ts';
import { briefName, fullName } from '../meeting/item-name.ts';
import { pacingActions } from '../meeting/pacing-actions.ts';
import { presenterLine } from '../meeting/presenter-line.ts';
import { statusText } from '../meeting/status-text.ts';
import { turnActions } from '../meeting/turn-actions.ts';
import { breaksFor } from './break-entries.ts';
import { marked, NOTHING, type SearchRow } from './search-row.ts';

/**
 * What a search offers to open. Nothing here changes the meeting: whoever looks for a note about "selesai" must not
 * finish the turn.
 */
const COMMANDS = [
  { action: 'export', opens: { kind: 'minutes' }, inMeeting: true },
  { action: 'wording', opens: { kind: 'wording' }, inMeeting: true },
  { action: 'refit', opens: { kind: 'refit' }, inMeeting: true },
  { action: 'dayChart', opens: { kind: 'dayChart' }, inMeeting: true },
  { action: 'arrangeProjector', opens: { kind: 'arrangeProjector', announcing: false }, inMeeting: true },
  { action: 'help', opens: { kind: 'help' }, inMeeting: false },
] as const satisfies readonly { action: string; opens: DeskDialog; inMeeting: boolean }[];

/** Fewer letters offer no command: they are the beginning of a name. */
const COMMAND_FROM = 3;

interface Parts {
  readonly t: DeskT;
  readonly runtime: DeskRuntime;
  /** `null` on the start screen. */
  readonly meeting: Meeting | null;
  readonly readOnly: boolean;
}

/** To the meeting, from whichever screen was searched: what is chosen is seen there. */
const toMeeting = ({ ui }: DeskRuntime): void => ui.update((state) => ({ ...state, screen: 'meeting' }));

const breakRows = ({ t, runtime, meeting }: Parts, typed: string): SearchRow[] =>
  meeting === null
    ? []
    : breaksFor(typed).map((planned) => ({
        key: `break ${planned}`,
        group: 'here',
        title: { text: t('pacing.break.now', { count: planned / MINUTE }), marks: [] },
        detail: NOTHING,
        tag: '',
        run: () => {
          toMeeting(runtime);
          void pacingActions(runtime).takeBreak(planned);
        },
        call: null,
      }));

/** The agenda's items, by any part of their names and presenters. */
function agendaRows({ t, runtime, meeting, readOnly }: Parts): (typed: string) => SearchRow[] {
  if (meeting === null) return () => [];
  const items = orderedItems(meeting).map((item) => {
    const brief = briefName(t, meeting, item);
    const full = fullName(t, meeting, item);
    const parts = [full === brief ? '' : full, presenterLine(t, meeting, item)].filter((part) => part !== '');
    const detail = parts.join(' · ');
    return { item, brief, detail, searched: `${brief} ${detail}`, tag: statusText(t, item) };
  });
  const select = (id: ItemId): void => {
    toMeeting(runtime);
    runtime.ui.update((state) => ({ ...state, selected: id === meeting.current ? null : id }));
  };
  const call = (id: ItemId): void => {
    toMeeting(runtime);
    void turnActions(runtime).call(id);
  };
  return (typed) =>
    items
      .filter(({ searched }) => wordsMatch(searched, typed))
      .map(({ item, brief, detail, tag }) => ({
        key: `item ${item.id}`,
        group: 'here',
        title: marked(brief, typed),
        detail: marked(detail, typed),
        tag,
        run: () => select(item.id),
        call: isPending(item) && !readOnly ? () => call(item.id) : null,
      }));
}

function commandRows({ t, runtime: { ui }, meeting }: Parts, typed: string): SearchRow[] {
  if (typed.trim().length < COMMAND_FROM) return [];
  const opening = COMMANDS.filter(({ inMeeting }) => !inMeeting || meeting !== null).map(({ action, opens }) => ({
    key: `command ${action}`,
    text: t(`keys.${action}`),
    tag: capOf(action),
    run: () => ui.update((state) => ({ ...state, dialog: opens })),
  }));
  const show = (screen: DeskScreen) => (): void => ui.update((state) => ({ ...state, screen, dialog: null }));
  const screens = [
    { key: 'command board', text: t('keys.board'), tag: capOf('board'), run: show('board') },
    { key: 'command settings', text: t('settings.title'), tag: '', run: show('settings') },
  ];
  return [...opening, ...screens]
    .filter(({ text }) => wordsMatch(text, typed))
    .map(({ text, ...rest }) => ({ ...rest, group: 'here', title: marked(text, typed), detail: NOTHING, call: null }));
}

/** The rows that the desk answers itself, at once, for whatever stands in the box: the same function for the same meeting. */
export function useOwnRows(): (typed: string) => readonly SearchRow[] {
  const t = useT();
  const runtime = useRuntime();
  const meeting = useDeskValue((view) => view.meeting);
  const readOnly = useReadOnly();
  return useMemo(() => {
    const parts = { t, runtime, meeting, readOnly };
    const agenda = agendaRows(parts);
    return (typed) => [...breakRows(parts, typed), ...agenda(typed), ...commandRows(parts, typed)];
  }, [t, runtime, meeting, readOnly]);
}
