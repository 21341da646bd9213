import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { TITLE_MAX } from '#core/model/lengths.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { DateField } from '#renderer/kit/date-field.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useClock, useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { KeepUnread } from '../kernel/forms/keep-unread.tsx';
import { formKey } from '../kernel/forms/kept-forms.ts';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useRefuse } from '../kernel/forms/use-refuse.ts';
import { useT } from '../kernel/i18n.ts';
import type { DeskDialog } from '../kernel/ui-store.ts';
import { useAgencyList } from '../meeting/lists/use-agency-list.ts';
import { AgencySource } from './agency-source.tsx';
import { CarrySelect } from './carry-select.tsx';
import { DayEnd } from './day-end.tsx';
import { defaultCarry } from './meeting-choices.ts';

/** The key under which the form is kept while it is filled in. */
const NEW_MEETING = 'new meeting';

/**
 * A new meeting: title and date, the rest has defaults. Enter creates it.
 * @param autoFocus whether nothing else on the screen should be reached first
 */
export function NewMeetingForm({ autoFocus }: { autoFocus: boolean }) {
  const t = useT();
  const runtime = useRuntime();
  const { request, ui, forms } = runtime;
  const clock = useClock();
  const { term, zone } = useDeskValue((view) => view.settings.defaults);
  const meetings = useDeskValue((view) => view.meetings);
  const headingId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useFormState<string | null>(null, 'title', NEW_MEETING);
  const [today] = useState(() => civilDateAt(clock.now(), zone));
  const [date, setDate] = useFormState(today, 'date', NEW_MEETING);
  const [isPasting, setPasting] = useFormState(false, 'isPasting', NEW_MEETING);
  const pasted = useAgencyList(
    useDeskValue((view) => view.settings.agencies),
    NEW_MEETING,
  );
  const [carry, setCarry] = useState<string | null | undefined>(undefined);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // Its screen may have made room for a meeting, or for the settings, before the answer comes.
  const refuse = useRefuse(
    () => form.current !== null,
    (given) => setRefusal(t(`errors:${given.code}`, given.params)),
  );
  const [busy, setBusy] = useState(false);
  // It is there a moment after the screen: a key or a click may have gone elsewhere meanwhile.
  const [takesFocus] = useState(() => autoFocus && document.activeElement === document.body);

  const shownTitle = title ?? t('start.defaultTitle', { term });
  const badTitle = shownTitle.trim() === '' || shownTitle.trim().length > TITLE_MAX;
  const carryFrom = carry === undefined ? defaultCarry(meetings, date) : carry;
  /** @param dialog is open when the meeting opens */
  const create = async (dialog: DeskDialog | null = null): Promise<void> => {
    flushSync(() => setTried(true));
    if (busy || focusFirstInvalid(form.current)) return;
    if (isPasting && pasted.text.trim() !== '' && !pasted.isReady) {
      setRefusal(pasted.wrong > 0 ? t('lists.wrong', { count: pasted.wrong }) : t('lists.none'));
      return;
    }
    setRefusal(null);
    setBusy(true);
    const reply = await request('meeting.create', {
      title: shownTitle.trim(),
      date,
      agencies: isPasting ? [...pasted.agencies] : [],
      carryFrom,
    });
    setBusy(false);
    if (reply?.ok === true) {
      forms.drop(formKey(runtime, NEW_MEETING));
      if (dialog !== null) ui.update((state) => ({ ...state, dialog }));
    }
    if (reply !== null && !reply.ok) refuse(reply.refusal);
  };
  return (
    <form
      ref={form}
      className="k-card k-form"
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2 className="k-heading d-start-form-heading" id={headingId}>
        {t('start.new')}
      </h2>
      <TextField
        label={t('details.title')}
        value={shownTitle}
        onChange={setTitle}
        isRequired
        autoFocus={takesFocus}
        isProposal={title === null}
        error={badTitle && (tried || title !== null) ? t('errors:titleEmpty') : null}
      />
      <KeepUnread scope={formKey(runtime, NEW_MEETING)}>
        <DateField
          label={t('details.date')}
          value={date}
          onChange={(next) => next !== null && setDate(next)}
          isRequired
        />
      </KeepUnread>
      <AgencySource pasted={isPasting ? pasted : null} onPaste={setPasting} />
      <DayEnd date={date} agencies={isPasting ? pasted.agencies : []} onRefit={() => void create({ kind: 'refit' })} />
      <CarrySelect meetings={meetings} value={carryFrom} onChange={setCarry} />
      {/* Beside the button: what is above a pasted list is out of sight. */}
      {refusal !== null && <Notice tone="error">{refusal}</Notice>}
      <div className="d-start-submit">
        <Button variant="primary" type="submit" keys={autoFocus ? 'Enter' : undefined} isPending={busy}>
          {t('start.create')}
        </Button>
        <p className="k-hint">{t('start.defaultsHint')}</p>
      </div>
    </form>
  );
}
