import { useMemo } from 'react';
import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { MINUTE } from '#core/time/units.ts';
import { wordsMatch } from '#renderer/kit/words-match.ts';
import { useDeskValue, useReadOnly, useRuntime, useScreen, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import type { DeskDialog } from '../kernel/ui-store.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';
import { presenterLine } from '../meeting/presenter-line.ts';
import { statusText } from '../meeting/status-text.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import { breaksFor } from './break-entries.ts';
import { marked, type SearchRow } from './search-row.ts';

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

/** The rows that the desk answers itself, at once, for whatever stands in the box. */
export function useOwnRows(): (typed: string) => readonly SearchRow[] {
  const t = useT();
  const { ui } = useRuntime();
  const { openSettings } = useScreen();
  const names = useItemNames();
  const meeting = useDeskValue((view) => view.meeting);
  const readOnly = useReadOnly();
  const { view } = useSelectedItem();
  const turns = useTurnActions();
  const { takeBreak } = usePacingActions();
  const items = useMemo(
    () =>
      (meeting === null ? [] : orderedItems(meeting)).map((item) => {
        if (meeting === null) return [];
        const brief = names.brief(meeting, item);
        const full = names.full(meeting, item);
        const parts = [full === brief ? '' : full, presenterLine(t, meeting, item)].filter((part) => part !== '');
        const detail = parts.join(' · ');
        return [{ item, brief, detail, searched: `${brief} ${detail}`, tag: statusText(t, item) }];
      }),
    [meeting, names, t],
  ).flat();

  const breaks = (typed: string): SearchRow[] =>
    meeting === null
      ? []
      : breaksFor(typed).map((planned) => ({
          key: `break ${planned}`,
          group: 'here',
          title: { text: t('pacing.break.now', { count: planned / MINUTE }), marks: [] },
          detail: '',
          tag: '',
          run: () => void takeBreak(planned),
          call: null,
        }));
  const agenda = (typed: string): SearchRow[] =>
    items
      .filter(({ searched }) => wordsMatch(searched, typed))
      .map(({ item, brief, detail, tag }) => ({
        key: `item ${item.id}`,
        group: 'here',
        title: marked(brief, typed),
        detail,
        tag,
        run: () => view(item.id === meeting?.current ? null : item.id),
        call: isPending(item) && !readOnly ? () => void turns.call(item.id) : null,
      }));
  const commands = (typed: string): SearchRow[] => {
    if (typed.trim().length < COMMAND_FROM) return [];
    const opening = COMMANDS.filter(({ inMeeting }) => !inMeeting || meeting !== null).map(({ action, opens }) => ({
      key: `command ${action}`,
      text: t(`keys.${action}`),
      tag: capOf(action),
      run: () => ui.update((state) => ({ ...state, dialog: opens })),
    }));
    const settings = { key: 'command settings', text: t('settings.title'), tag: '', run: openSettings };
    return [...opening, settings]
      .filter(({ text }) => wordsMatch(text, typed))
      .map(({ text, ...rest }) => ({ ...rest, group: 'here', title: marked(text, typed), detail: '', call: null }));
  };
  return (typed) => [...breaks(typed), ...agenda(typed), ...commands(typed)];
}
