import { isDeepStrictEqual } from 'node:util';
import { produce } from 'immer';
import { spentAt } from '#core/clock/turn-clock.ts';
import { Refused } from '#core/commands/definition.ts';
import { settleOutage } from '#core/commands/turn.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { duration } from '#core/time/units.ts';
import type { RequestContext } from '../app/requests.ts';
import type { RequestHandlers } from '../app/router.ts';
import type { BackupKeeper } from './keeper.ts';
import { type BackedUp, type BackupStore, backedUpFrom, contentOf } from './store.ts';

export interface BackupContext extends RequestContext {
  readonly backups: BackupStore;
  readonly keeper: BackupKeeper;
  readonly dataFolder: string;
}

type BackupHandlers = Pick<
  RequestHandlers,
  | 'backup.now'
  | 'backup.list'
  | 'backup.look'
  | 'backup.restore'
  | 'backup.import'
  | 'backup.chooseFolder'
  | 'data.about'
  | 'data.openFolder'
  | 'data.check'
>;

/** A turn that ran when the backup was made stands still in it: its clock was that of another run. */
function atRest({ meeting, at, mono }: BackedUp): Meeting {
  const turn = meeting.current === null ? undefined : meeting.agenda.items[meeting.current]?.turn;
  const spent = turn === undefined || mono === null ? 0 : spentAt(turn, mono);
  return produce(meeting, (draft) => settleOutage(draft, duration(Math.floor(spent)), at));
}

/** Backing up, restoring, and the page that tells where the data is. */
export function backupHandlers(context: BackupContext): BackupHandlers {
  const { host, store, files, backups, keeper, newId } = context;
  const chosen = (): string | null => context.settings().backupFolder;

  /** Opens the meeting that is to be replaced; one that no file proves any more is set aside and made anew. */
  async function openOrMake(id: MeetingId, meeting: Meeting): Promise<'opened' | 'made'> {
    if (await store.has(id)) {
      try {
        await context.openMeeting(id);
        return 'opened';
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'meetingUnreadable') throw error;
        await store.setAside(id);
      }
    }
    await store.create(meeting);
    await context.openMeeting(id);
    return 'made';
  }

  const sizeOf = async (folder: string | null): Promise<number> => {
    if (folder === null) return 0;
    const names = await files.list(folder);
    const sizes = await Promise.all(names.map(async (name) => (await files.stat(`${folder}/${name}`))?.size ?? 0));
    return sizes.reduce((sum, size) => sum + size, 0);
  };

  return {
    async 'backup.now'() {
      await context.session().flush();
      const row = await keeper.now();
      if (row === null) throw new Refused('backupFailed', { folder: chosen() ?? context.dataFolder, detail: '-' });
      return row;
    },
    'backup.list': ({ meetingId }) => {
      store.folderOf(meetingId);
      return backups.list(meetingId, chosen());
    },
    async 'backup.look'({ meetingId, place, name }) {
      store.folderOf(meetingId);
      return contentOf(await backups.read(meetingId, place, name, chosen()));
    },
    async 'backup.restore'({ meetingId, place, name }) {
      store.folderOf(meetingId);
      const meeting = atRest(await backups.read(meetingId, place, name, chosen()));
      if (meeting.id !== meetingId) throw new Refused('backupUnreadable', { path: name });
      if ((await openOrMake(meetingId, meeting)) === 'made') return { meetingId };
      const session = context.session();
      await session.flush();
      if ((await keeper.now()) === null) throw new Refused('backupFailed', { folder: context.dataFolder, detail: '-' });
      session.replace(meeting);
      await session.flush();
      return { meetingId };
    },
    async 'backup.import'({ text }) {
      const path = text === null ? await host.askOpenPath?.() : '';
      if (path === undefined) throw new Refused('badMessage');
      if (path === null) return null;
      const meeting = atRest(backedUpFrom(text ?? (await files.read(path)), path));
      const known = await store.has(meeting.id);
      const own: Meeting = known ? { ...meeting, id: newId() } : meeting;
      await context.closeMeeting();
      await store.create(own);
      await context.openMeeting(own.id);
      return { meetingId: own.id };
    },
    async 'backup.chooseFolder'() {
      if (host.askFolder === undefined) throw new Refused('badMessage');
      const folder = await host.askFolder();
      if (folder !== null) await context.saveSettings({ ...context.settings(), backupFolder: folder });
      return { folder };
    },
    async 'data.about'() {
      const id = context.openId();
      const meetingFolder = id === null ? null : store.folderOf(id);
      const backupFolder = id === null ? null : backups.folderOf(id);
      const [meetingBytes, backupBytes] = await Promise.all([sizeOf(meetingFolder), sizeOf(backupFolder)]);
      return {
        dataFolder: context.dataFolder,
        meetingFolder,
        backupFolder,
        chosenBackupFolder: chosen(),
        lastSave: id === null ? null : context.session().saved().at,
        lastBackup: keeper.last()?.at ?? null,
        meetingBytes,
        backupBytes,
        meetings: (await store.ids()).length,
      };
    },
    async 'data.openFolder'() {
      await host.showFile(context.dataFolder, 'open');
      return null;
    },
    async 'data.check'() {
      const session = context.session();
      await session.flush();
      const present = session.meeting();
      const { seq } = session.saved();
      const found = await store.peek(present.id);
      if (found === null) return { same: false, changes: 0, notice: null };
      // A change that came while the files were read is not in question.
      const { durable } = session.saved();
      const same = found.seq >= seq && found.seq <= durable && found.snapshot === 'good' && found.unreadable === 0;
      const notice = found.damaged[0] ?? null;
      return {
        same: same && (durable !== seq || isDeepStrictEqual(found.meeting, present)),
        changes: found.seq,
        notice,
      };
    },
  };
}
