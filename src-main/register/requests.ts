import { DESK_REGISTER_COMMANDS } from '#core/commands/register.ts';
import type { Agency } from '#core/model/agency.ts';
import type { EntryFields } from '#core/model/entry.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { AnswerOf } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import type { RequestContext } from '../requests/context.ts';
import type { PayloadOf, RequestHandlers } from '../requests/handlers.ts';
import type { Workspace } from '../requests/workspace.ts';
import type { RegisterKeeper } from './keeper.ts';

export interface RegisterRequestContext extends RequestContext {
  readonly register: RegisterKeeper;
}

type RegisterHandlers = Pick<
  RequestHandlers,
  'register.read' | 'register.command' | 'register.undo' | 'register.redo' | 'matter.entry'
>;

const knows = ({ followUps, problems }: Meeting, id: string): boolean =>
  Object.hasOwn(followUps.items, id) || Object.hasOwn(problems.items, id);

/** Whether a meeting can say this: its own agencies are named, as it knows them. */
function canSay({ agencies }: Meeting, { pics = [] }: EntryFields, named: readonly Agency[]): boolean {
  return pics.every((id) => {
    const given = named.find((agency) => agency.id === id);
    return Object.hasOwn(agencies, id) && (given === undefined || agencies[id]?.name === given.name);
  });
}

/** The open meeting, if what is said now belongs into it. */
function meetingThatHears(workspace: Workspace): MeetingSession | null {
  const session = workspace.shown();
  if (session === null || session.readOnly) return null;
  const { status, rehearsalOf } = session.meeting();
  return status === 'finished' || rehearsalOf !== null ? null : session;
}

/** What is written into the register is heard in the open meeting at once. */
export async function hear({
  workspace,
  elsewhere,
}: Pick<RegisterRequestContext, 'workspace' | 'elsewhere'>): Promise<void> {
  const session = meetingThatHears(workspace);
  if (session !== null) await elsewhere.bringNews(session);
}

/** The requests of the board: what is said between meetings, and of agencies. */
export function registerHandlers(
  context: Pick<RegisterRequestContext, 'register' | 'workspace' | 'elsewhere'>,
): RegisterHandlers {
  const { register, workspace } = context;

  async function written<T>(write: () => Promise<T>): Promise<T> {
    const answer = await write();
    // What is answered is on the disk.
    await register.flush();
    return answer;
  }
  async function step(op: 'undo' | 'redo'): Promise<null> {
    await written(async () => (await register.session()).step(op));
    // An earlier state of it may know nothing of a meeting that is there again since.
    await register.reconciled();
    await meetingHears();
    return null;
  }

  const openMeeting = () => meetingThatHears(workspace);
  const meetingHears = () => hear(context);

  async function say(payload: PayloadOf<'matter.entry'>): Promise<AnswerOf['matter.entry']> {
    const { subjectIds, by, fields, agencies } = payload;
    const session = openMeeting();
    const meeting = session?.meeting() ?? null;
    const inMeeting =
      meeting !== null && canSay(meeting, fields, agencies) ? subjectIds.filter((id) => knows(meeting, id)) : [];
    // The workspace's own rule: a meeting that is being closed accepts nothing.
    if (inMeeting.length > 0) {
      workspace.session();
      // One change, so that one undo takes all of it back.
      session?.command({ type: 'entry.add', subjectId: inMeeting, by, fields });
    }
    const others = subjectIds.filter((id) => !inMeeting.includes(id));
    if (others.length > 0) {
      const command = { type: 'entry.add', subjectIds: others, by, fields, agencies } as const;
      await written(async () => (await register.session()).command(command, 'desk'));
      await meetingHears();
    }
    if (inMeeting.length > 0) await session?.flush();
    return { inMeeting, inRegister: others };
  }

  return {
    'register.read': () => register.present(),
    async 'register.command'({ command }) {
      if (!DESK_REGISTER_COMMANDS.some((type) => type === command.type)) throw new Refused('badMessage');
      await written(async () => (await register.session()).command(command, 'desk'));
      await meetingHears();
      return null;
    },
    'register.undo': () => step('undo'),
    'register.redo': () => step('redo'),
    'matter.entry': say,
  };
}
