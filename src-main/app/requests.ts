import type { Agency } from '#core/model/agency.ts';
import { NOTHING_CARRIED, openMatters } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import { limitsAreSound } from '#core/model/limits.ts';
import { listedFrom } from '#core/model/listed-agencies.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import { assignDefined } from '#core/model/own-properties.ts';
import { asSaid, sameAgencyIn } from '#core/model/register.ts';
import { rehearsalOf } from '#core/model/rehearsal.ts';
import type { AnswerOf, RequestType } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { boardHandlers } from '../archive/board-requests.ts';
import { type ArchiveContext, archiveHandlers } from '../archive/requests.ts';
import { registerBackupHandlers } from '../backups/register-requests.ts';
import { type BackupContext, backupHandlers } from '../backups/requests.ts';
import { type EmblemContext, emblemHandlers } from '../emblem/requests.ts';
import { type ExportContext, exportHandlers } from '../exports/requests.ts';
import { saver } from '../exports/saver.ts';
import { mainTexts } from '../hosts/i18n.ts';
import { type MovingContext, movingHandlers } from '../moving/requests.ts';
import { displayHandlers } from '../projector/requests.ts';
import { discardMeeting } from '../register/discard.ts';
import { type RegisterRequestContext, registerHandlers } from '../register/requests.ts';
import type { PayloadOf, RequestHandlers } from '../requests/handlers.ts';
import type { Way } from '../requests/workspace.ts';
import { SAMPLE_AGENCIES } from '../sample/agencies.ts';
import { sampleMeeting } from '../sample/sample-meeting.ts';
import { type SlidesContext, slidesHandlers } from '../slides/requests.ts';

/** A request that changes which meeting is open: it is queued, and receives the functions that open and close. */
type InOrder = { [T in RequestType]: (payload: PayloadOf<T>, way: Way) => Promise<AnswerOf[T]> };

export interface Requests {
  readonly handlers: RequestHandlers;
  /** See `displayHandlers`. */
  projectorUrl(): string | null;
  /** Removes files that are of no use to the next start; called when one begins, and when everything else has ended. */
  clear(): Promise<void>;
}

/** Every request of the protocol, and which of them are queued. */
export function requestHandlers(
  context: ArchiveContext &
    BackupContext &
    ExportContext &
    EmblemContext &
    RegisterRequestContext &
    SlidesContext &
    MovingContext,
): Requests {
  const { host, store, workspace, elsewhere, register, now, newId, updateSettings } = context;
  const saving = saver(context);
  const displays = displayHandlers(context);
  const backups = backupHandlers(context);
  const moving = movingHandlers(context, saving);

  const inOrder =
    <T extends RequestType>(handler: InOrder[T]) =>
    (payload: PayloadOf<T>): Promise<AnswerOf[T]> =>
      workspace.inOrder((way) => handler(payload, way));

  async function begin(way: Way, meeting: Meeting): Promise<{ meetingId: MeetingId }> {
    await store.create(meeting);
    await way.open(meeting.id);
    return { meetingId: meeting.id };
  }

  /**
   * The meeting before a new one, as it is when the open one is closed.
   * @throws Refused, before anything is closed for it, if the meeting cannot be read, or is a rehearsal
   */
  async function meetingBefore(id: MeetingId, way: Way): Promise<Meeting> {
    const open = workspace.shown()?.meeting();
    const meeting = open?.id === id ? open : (await store.peek(id))?.meeting;
    if (meeting === undefined) throw new Refused('meetingUnreadable', { path: id });
    if (meeting.rehearsalOf !== null) throw new Refused('badMessage');
    // Changes of the open meeting that are not on the disk yet may be among those to be carried over.
    await way.close();
    const earlier = await elsewhere.upToDate(id);
    if (earlier === null) throw new Refused('meetingUnreadable', { path: id });
    return earlier;
  }

  const handlers: RequestHandlers = {
    // These change which meeting is open: one at a time, in order of arrival.
    'meeting.create': inOrder<'meeting.create'>(async ({ title, date, agencies, carryFrom }, way) => {
      const earlier = carryFrom === null ? null : await meetingBefore(carryFrom, way);
      if (earlier === null) await way.close();
      const known = await elsewhere.register();
      // Without the names that the register knows it comes late: as it is opened, and at the latest as it begins.
      const carried = earlier === null || known === 'unreadable' ? NOTHING_CARRIED : openMatters(earlier);
      const names = known === null || known === 'unreadable' ? {} : { isSame: sameAgencyIn(known) };
      const wanted = { title, date, agencies, carried, continues: earlier?.id ?? null, ...names };
      return begin(way, newMeeting(context.settings(), wanted, { at: now(), newId }));
    }),
    'meeting.continue': inOrder<'meeting.continue'>(async ({ meetingId, title, date }, way) => {
      const earlier = await meetingBefore(meetingId, way);
      const known = await elsewhere.register();
      const called = (agency: Agency): Agency =>
        known === null || known === 'unreadable' ? agency : asSaid(known, agency);
      const wanted = { title, date, carried: openMatters(earlier), called };
      return begin(way, continueMeeting(context.settings(), earlier, wanted, { at: now(), newId }));
    }),
    'sample.create': inOrder<'sample.create'>(async (_, way) => {
      await way.close();
      return begin(way, sampleMeeting(context.settings(), { at: now(), newId }));
    }),
    'meeting.open': inOrder<'meeting.open'>(async ({ meetingId }, way) => {
      await way.open(meetingId);
      return null;
    }),
    'meeting.close': inOrder<'meeting.close'>(async (_, way) => {
      await way.close();
      return null;
    }),
    'meeting.rehearse': inOrder<'meeting.rehearse'>(async (_, way) => {
      const session = workspace.session();
      const meeting = session.meeting();
      if (session.readOnly) throw new Refused('readOnly');
      if (meeting.status !== 'prepared' || meeting.rehearsalOf !== null) throw new Refused('rehearsalTooLate');
      await way.close();
      const word = mainTexts(meeting.locale)('domain:rehearsal');
      return begin(way, rehearsalOf(meeting, newId(), word));
    }),
    'meeting.endRehearsal': inOrder<'meeting.endRehearsal'>(async (_, way) => {
      const { id, rehearsalOf: original } = workspace.session().meeting();
      if (original === null) throw new Refused('badMessage');
      await way.close();
      await store.discard(id);
      await way.refreshRows();
      // It may itself have been discarded meanwhile.
      const isThere = await store.has(original);
      if (isThere) await way.open(original);
      return { meetingId: isThere ? original : null };
    }),
    'meeting.discard': inOrder<'meeting.discard'>(async ({ meetingId, matters }, way) => {
      if (workspace.shown()?.meeting().id === meetingId) await way.close();
      await discardMeeting(context, meetingId, matters);
      await way.refreshRows();
      return null;
    }),
    'meeting.restore': inOrder<'meeting.restore'>(async ({ meetingId }, way) => {
      await store.restore(meetingId);
      await register.restored(meetingId);
      await way.refreshRows();
      return null;
    }),
    'backup.restore': inOrder<'backup.restore'>((payload, way) => backups.ways.restore(way, payload)),
    async 'backup.import'({ text }) {
      // The host's dialog may stay open for long, and nothing may wait for it, not even quitting.
      const backup = await backups.ways.chosen(text);
      return backup === null ? null : workspace.inOrder((way) => backups.ways.takeIn(way, backup));
    },

    'moving.take': inOrder<'moving.take'>((payload, way) => moving.ways.take(way, payload)),

    // All others are processed as they arrive.
    ...archiveHandlers(context),
    ...backups.handlers,
    ...registerBackupHandlers(context),
    ...moving.handlers,
    ...registerHandlers(context),
    ...exportHandlers(context, saving),
    ...boardHandlers(context, saving),
    ...displays.handlers,
    ...emblemHandlers(context),
    ...slidesHandlers(context),
    async 'settings.edit'({ fields }) {
      await updateSettings((before) => {
        const defaults = fields.defaults ?? before.defaults;
        if (!limitsAreSound(defaults.limits)) throw new Refused('limitsUnsound');
        const agenciesAreSample = fields.agencies === undefined ? before.agenciesAreSample : false;
        const next = { ...before, agenciesAreSample };
        assignDefined(next, fields);
        return next;
      });
      if (fields.strip !== undefined) await displays.followStrip();
      return null;
    },
    async 'settings.agencies'({ agencies }) {
      await updateSettings((before) =>
        agencies.length === 0
          ? { ...before, agencies: [...SAMPLE_AGENCIES], agenciesAreSample: true }
          : { ...before, agencies: listedFrom(agencies, before.agencies, newId), agenciesAreSample: false },
      );
      return null;
    },
    async 'history.undo'() {
      workspace.session().undo();
      return null;
    },
    async 'history.redo'() {
      workspace.session().redo();
      return null;
    },
    async 'application.leave'() {
      if (host.leave === undefined) throw new Refused('badMessage');
      host.leave();
      return null;
    },
    async 'notice.dismiss'({ id }) {
      context.dismissNotice(id);
      return null;
    },
    async 'file.show'({ path, how }) {
      // Only files written by this run: a window must not be able to open arbitrary files.
      if (!saving.wrote(path)) throw new Refused('notAllowed');
      await host.showFile(path, how);
      return null;
    },
  };
  return { handlers, projectorUrl: displays.url, clear: moving.clear };
}
