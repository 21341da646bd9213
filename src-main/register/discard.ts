import { everyMatter } from '#core/model/carry.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { begunOnlyIn } from '#core/model/news.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import type { PayloadOf } from '../requests/handlers.ts';
import type { RegisterKeeper } from './keeper.ts';

export interface DiscardContext {
  readonly store: Pick<MeetingStore, 'peek' | 'discard' | 'list' | 'own'>;
  readonly register: Pick<RegisterKeeper, 'send' | 'flush' | 'present'>;
}

/** Everything that a meeting knows of follow-ups and problems, for the register. */
function handed(meeting: Meeting): { followUps: unknown[]; problems: unknown[]; entries: unknown[] } {
  const { followUps, problems, entries } = everyMatter(meeting);
  const values = (all: readonly { readonly value: unknown }[]): unknown[] => all.map(({ value }) => value);
  return { followUps: values(followUps), problems: values(problems), entries: values(entries) };
}

/**
 * Moves a meeting to the trash, and does with its follow-ups and problems what was chosen. A power cut in between leaves
 * more than was wished, never less: they are handed over before the meeting goes, and withdrawn after it.
 */
export async function discardMeeting(
  { store, register }: DiscardContext,
  meetingId: MeetingId,
  matters: PayloadOf<'meeting.discard'>['matters'],
): Promise<void> {
  const meeting = matters === 'keep' ? null : ((await store.peek(meetingId))?.meeting ?? null);
  const isReal = meeting !== null && meeting.rehearsalOf === null;
  const send = async (command: object): Promise<void> => {
    await register.send({ type: 'matters.discard', meetingId, ...command });
    await register.flush();
  };
  const nothing = { followUps: [], problems: [], entries: [], withdrawn: [], handed: false };
  if (isReal && matters === 'hand') {
    await send({ ...nothing, ...handed(meeting), handed: true, agencies: Object.values(meeting.agencies) });
  }
  await store.discard(meetingId);
  if (!isReal || matters !== 'withdraw') return;
  // What the meetings have that are left.
  await store.list();
  const withdrawn = begunOnlyIn(meeting, [...store.own().values()], await register.present());
  await send({ ...nothing, withdrawn });
}
