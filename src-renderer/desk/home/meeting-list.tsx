import { useState } from 'react';
import type { MeetingSummary } from '#core/views/desk.ts';
import { Button } from '#renderer/kit/button.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useDialog, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { DiscardDialog, type FateOfMatters } from './discard-dialog.tsx';
import { listedMeetings } from './meeting-choices.ts';
import { MeetingRow } from './meeting-row.tsx';

/** From this many on the list can be searched. */
const SEARCHED_FROM = 7;
/** The first that are listed; the others are drawn when somebody wants them. Years of meetings would delay every start. */
const LISTED_FIRST = 12;

/** A rehearsal and the sample leave nothing that anybody waits for. */
const asksFor = ({ openFollowUps, sample, rehearsal }: MeetingSummary): boolean =>
  openFollowUps > 0 && !sample && !rehearsal;

/** Earlier meetings, the latest first. */
export function MeetingList({ meetings }: { meetings: readonly MeetingSummary[] }) {
  const t = useT();
  const { ask, request, toasts } = useRuntime();
  const [text, setText] = useState('');
  const { open } = useDialog();
  const [isWhole, setIsWhole] = useState(false);
  const fitting = listedMeetings(meetings, text);
  const listed = isWhole ? fitting : fitting.slice(0, LISTED_FIRST);
  const [asked, setAsked] = useState<MeetingSummary | null>(null);
  const discard = async (meeting: MeetingSummary, matters: FateOfMatters): Promise<void> => {
    setAsked(null);
    const reply = await request('meeting.discard', { meetingId: meeting.id, matters });
    if (reply === null) return;
    if (!reply.ok) {
      toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
      return;
    }
    toasts.show({
      tone: 'info',
      text: t('start.discarded', { title: meeting.title }),
      action: { label: t('domain:undo'), run: () => void ask('meeting.restore', { meetingId: meeting.id }) },
    });
  };
  return (
    <section className="k-card d-start-list" aria-labelledby="start-list-title">
      <h2 className="k-heading" id="start-list-title">
        {t('start.earlier')}
      </h2>
      {meetings.length >= SEARCHED_FROM && (
        <TextField
          className="d-start-search"
          label={t('start.search')}
          hideLabel
          placeholder={t('start.search')}
          type="search"
          value={text}
          onChange={setText}
        />
      )}
      {listed.length === 0 ? (
        <EmptyState title={t('start.noMatch')} />
      ) : (
        <ul className="d-start-meetings">
          {listed.map((meeting) => (
            <MeetingRow
              key={meeting.id}
              meeting={meeting}
              onOpen={() => void ask('meeting.open', { meetingId: meeting.id })}
              onRestore={() => open({ kind: 'restore', meetingId: meeting.id, title: meeting.title })}
              onDiscard={() => (asksFor(meeting) ? setAsked(meeting) : void discard(meeting, 'keep'))}
              onContinue={() =>
                open({ kind: 'continueMeeting', meetingId: meeting.id, title: meeting.title, date: meeting.date })
              }
            />
          ))}
        </ul>
      )}
      {listed.length < fitting.length && (
        <Button variant="quiet" onPress={() => setIsWhole(true)}>
          {t('start.showAll', { count: fitting.length })}
        </Button>
      )}
      {asked !== null && (
        <DiscardDialog
          meeting={asked}
          onChoose={(matters) => void discard(asked, matters)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
