import './sheet.css';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { itemOf } from '#core/model/meeting.ts';
import { budgetRatio, emptySheet, type Sheet, type Target } from '#core/model/sheet.ts';
import { formatPercent } from '#core/text/format.ts';
import { isPostponed } from '#renderer/client/outbox.ts';
import { textsOf } from '#renderer/kit/own-undo.ts';
import { useEqual } from '#renderer/kit/use-equal.ts';
import { useFieldSaver } from '#renderer/kit/use-field-saver.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { KeepUnread } from '../kernel/forms/keep-unread.tsx';
import { MeetingFields } from '../kernel/forms/meeting-fields.tsx';
import { useT } from '../kernel/i18n.ts';
import { BudgetFields } from './budget-fields.tsx';
import { LastFigures } from './last-figures.tsx';
import { PersonnelFields } from './personnel-fields.tsx';
import { sheetPartFits } from './sheet-check.ts';
import { SheetRow, SheetText } from './sheet-row.tsx';
import { TargetRows } from './target-rows.tsx';

/** Names the sheet of an item among what is typed and sent. */
export const sheetKey = (meetingId: string, itemId: string): string => `sheet/${meetingId}/${itemId}`;

/**
 * The sheet of a turn (docs/domain/records.md#the-sheet-of-a-turn), saved as it is typed. Text stays with the item for
 * which it was begun: with another `itemId` the previous form is flushed and left, and its fields show another one's text.
 */
export function SheetPanel({ itemId }: { itemId: string }) {
  const meetingId = useMeetingValue((meeting) => meeting.id);
  return (
    <MeetingFields>
      <KeepUnread scope={`/sheet/${meetingId}/${itemId}/`}>
        <SheetForm meetingId={meetingId} itemId={itemId} />
      </KeepUnread>
    </MeetingFields>
  );
}

const NO_SHEET = emptySheet();

function SheetForm({ meetingId, itemId }: { meetingId: string; itemId: string }) {
  const t = useT();
  const locale = useLocale();
  const { toasts, outbox, forms } = useRuntime();
  const stored = useMeetingValue((meeting) => itemOf(meeting, itemId)?.sheet ?? NO_SHEET);
  const key = sheetKey(meetingId, itemId);
  const heldKey = `/${key}/held`;
  const { value, edit, flush } = useFieldSaver<Sheet>(key, stored, {
    unsent: () => {
      const command = outbox.find(key);
      const unsent = command?.type === 'sheet.edit' ? command.fields : null;
      return { ...(forms.get(heldKey)?.typed as Partial<Sheet> | undefined), ...unsent };
    },
    send: async (fields) => {
      const entry = outbox.put(key, { type: 'sheet.edit', itemId, fields }, meetingId);
      const answer = entry === null ? null : await outbox.send(entry);
      return isPostponed(answer) ? null : answer;
    },
    canSend: sheetPartFits,
    onUnsent: (fields, held) => {
      if (fields === null) outbox.drop(key, meetingId);
      else outbox.put(key, { type: 'sheet.edit', itemId, fields }, meetingId);
      // The outbox would send it, and lose it with the refusal.
      if (held !== null) forms.put(heldKey, { dialog: null, base: null, typed: held });
      else if (forms.get(heldKey) !== null) forms.drop(heldKey);
    },
    onRefused: ({ code, params }) => {
      toasts.show({ tone: 'error', text: t(`errors:${code}`, params) });
    },
  });
  const readOnly = useReadOnly();
  const form = useRef<HTMLDivElement>(null);
  // The fields stay, since building others costs a frame; whoever was in one has not come to the same one of another item.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form says when
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && form.current?.contains(activeElement) === true) activeElement.blur();
  }, [key]);
  const budget = useEqual(value.budget);
  const personnel = useEqual(value.personnel);
  const setTargets = useCallback((next: Target[]) => edit({ targets: next }), [edit]);
  const ratio = budgetRatio(budget);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays its legend and its content out in ways of its own
    <div
      ref={form}
      role="group"
      className="k-card d-sheet"
      aria-label={t('sheet.title')}
      onBlur={flush}
      {...textsOf(key)}
    >
      <SheetText part="vision" value={value.vision} edit={edit} />
      <SheetText part="programs" value={value.programs} edit={edit} />
      <LastFigures
        key={`last/${key}`}
        itemId={itemId}
        targets={value.targets}
        readOnly={readOnly}
        onTargets={setTargets}
      />
      <SheetRow label={t('sheet.targets')}>
        <TargetRows targets={value.targets} onChange={setTargets} />
      </SheetRow>
      <SheetRow
        label={t('fields:sheet.budget')}
        aside={ratio === null ? undefined : t('sheet.realisedShare', { percent: formatPercent(ratio, locale) })}
      >
        <BudgetFields budget={budget} edit={edit} />
      </SheetRow>
      <SheetRow label={t('fields:sheet.personnel')}>
        <PersonnelFields personnel={personnel} edit={edit} />
      </SheetRow>
      <SheetText part="problems" value={value.problems} edit={edit} />
      <SheetText part="solutions" value={value.solutions} edit={edit} />
    </div>
  );
}
