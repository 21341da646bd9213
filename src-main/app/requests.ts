import { Refused } from '#core/commands/definition.ts';
import { parseAgencyLines } from '#core/import/agency-lines.ts';
import { limitsAreSound } from '#core/model/limits.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { type CarriedFollowUp, newMeeting } from '#core/model/new-meeting.ts';
import { assignGiven } from '#core/model/own.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Instant } from '#core/time/units.ts';
import { type BackupContext, backupHandlers } from '../backups/requests.ts';
import { type EmblemContext, emblemHandlers, type PrintedEmblem } from '../emblem/requests.ts';
import { type ExportContext, exportHandlers } from '../exports/requests.ts';
import type { Host } from '../hosts/port.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import { displayHandlers } from '../projector/requests.ts';
import { SAMPLE_AGENCIES } from '../sample/agencies.ts';
import { sampleMeeting } from '../sample/sample-meeting.ts';
import type { FilePort } from '../storage/file-port.ts';
import type { RequestHandlers } from './router.ts';

/** What the requests need of the application. */
export interface RequestContext {
  readonly host: Host;
  readonly store: MeetingStore;
  readonly files: FilePort;
  readonly documentsFolder: string;
  now(): Instant;
  newId(): string;
  settings(): Settings;
  /** The user's emblem for a document; `null` when there is none. */
  emblem(): Promise<PrintedEmblem | null>;
  /** The open meeting. */
  openId(): MeetingId | null;
  /** @throws Refused `noMeeting` */
  session(): MeetingSession;
  openMeeting(id: MeetingId): Promise<void>;
  closeMeeting(): Promise<void>;
  refreshList(): Promise<void>;
  saveSettings(settings: Settings): Promise<void>;
  dismissNotice(index: number): void;
  /** Keeps the address at which the projector can be opened by hand. */
  projectorAt(url: string | null): void;
}

/** The open follow-ups of an earlier meeting, ready to come back in a new one. */
function carriedFrom(earlier: Meeting): CarriedFollowUp[] {
  return earlier.followUps.order.flatMap((id): CarriedFollowUp[] => {
    const followUp = earlier.followUps.items[id];
    if (followUp === undefined || followUp.status === 'done') return [];
    const origin = followUp.origin ?? { meetingId: earlier.id, title: earlier.title, date: earlier.date };
    const agencies = followUp.pics.flatMap((pic) => earlier.agencies[pic] ?? []);
    return [{ followUp: { ...followUp, origin }, agencies }];
  });
}

export function requestHandlers(context: BackupContext & ExportContext & EmblemContext): RequestHandlers {
  const { host, store, now, newId } = context;

  async function begin(meeting: Meeting): Promise<{ meetingId: MeetingId }> {
    await store.create(meeting);
    await context.openMeeting(meeting.id);
    return { meetingId: meeting.id };
  }

  const exports = exportHandlers(context);

  return {
    ...backupHandlers(context),
    ...exports.handlers,
    ...displayHandlers(context),
    ...emblemHandlers(context),
    async 'meeting.create'({ title, date, agencyText, carryFrom }) {
      if (agencyText.trim() !== '' && parseAgencyLines(agencyText).agencies.length === 0)
        throw new Refused('noAgencies');
      // What is still on its way to the disk of the open meeting may be what is to be carried on.
      await context.closeMeeting();
      const earlier = carryFrom === null ? null : await store.peek(carryFrom);
      const carried = earlier === null ? [] : carriedFrom(earlier.meeting);
      return begin(newMeeting(context.settings(), { title, date, agencyText, carried }, { at: now(), newId }));
    },
    async 'sample.create'() {
      return begin(sampleMeeting(context.settings(), { at: now(), newId }));
    },
    async 'meeting.open'({ meetingId }) {
      await context.openMeeting(meetingId);
      return null;
    },
    async 'meeting.close'() {
      await context.closeMeeting();
      return null;
    },
    async 'meeting.discard'({ meetingId }) {
      if (context.openId() === meetingId) await context.closeMeeting();
      await store.discard(meetingId);
      await context.refreshList();
      return null;
    },
    async 'meeting.restore'({ meetingId }) {
      await store.restore(meetingId);
      await context.refreshList();
      return null;
    },
    async 'settings.edit'({ fields }) {
      const before = context.settings();
      const defaults = fields.defaults ?? before.defaults;
      if (!limitsAreSound(defaults.limits)) throw new Refused('limitsUnsound');
      const agenciesAreSample = fields.agencies === undefined ? before.agenciesAreSample : false;
      const next = { ...before, agenciesAreSample };
      assignGiven(next, fields);
      await context.saveSettings(next);
      return null;
    },
    async 'settings.agencies'({ text }) {
      if (text.trim() === '') {
        await context.saveSettings({ ...context.settings(), agencies: [...SAMPLE_AGENCIES], agenciesAreSample: true });
        return { taken: SAMPLE_AGENCIES.length, problems: [] };
      }
      const { agencies, problems } = parseAgencyLines(text);
      if (agencies.length === 0) throw new Refused('noAgencies');
      const listed = agencies.slice(0, 500).map((line) => ({ id: newId(), ...line, inAgenda: true }));
      await context.saveSettings({ ...context.settings(), agencies: listed, agenciesAreSample: false });
      return { taken: listed.length, problems: [...problems] };
    },
    async 'history.undo'() {
      context.session().undo();
      return null;
    },
    async 'history.redo'() {
      context.session().redo();
      return null;
    },
    async 'notice.dismiss'({ index }) {
      context.dismissNotice(index);
      return null;
    },
    async 'file.show'({ path, how }) {
      // Only what this run wrote: a window must not be able to open any file of the machine.
      if (!exports.wrote(path)) throw new Refused('notAllowed');
      await host.showFile(path, how);
      return null;
    },
  };
}
