import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { secondMeeting } from '#core/archive/second-meeting.ts';
import { twinTitle } from '#core/backups/twin-title.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { Register } from '#core/model/register.ts';
import type { AnswerOf, RequestOf } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { mainTexts } from '../hosts/i18n.ts';
import { claimsToBe } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { Way } from '../requests/workspace.ts';
import { withoutMark } from '../storage/file-port.ts';
import type { BackupKeeper } from './automatic-backups.ts';
import { registerIn } from './register-backups.ts';
import { type RegisterBackupContext, takeRegister } from './register-requests.ts';
import { atRest, type BackedUp, type BackupStore, backedUpFrom, contentOf } from './store.ts';

export interface BackupContext extends RegisterBackupContext {
  readonly backups: BackupStore;
  readonly keeper: BackupKeeper;
  readonly dataFolder: string;
  /** Takes the slides of an imported or restored meeting from the folder of its backup. */
  takeSlides(meeting: Meeting, folder: string): Promise<void>;
}

type BackupHandlers = Pick<
  RequestHandlers,
  'backup.now' | 'backup.list' | 'backup.look' | 'backup.chooseFolder' | 'data.about' | 'data.openFolder' | 'data.check'
>;

/** What a chosen file is a backup of: of a meeting, or of what is said between meetings. */
type ChosenBackup =
  | { readonly kind: 'meeting'; readonly backup: BackedUp }
  | { readonly kind: 'register'; readonly register: Register };

/** Importing a backup changes which meeting is open, so it is queued. */
export interface BackupWays {
  /** Opens the meeting as in one of its backups; the present state is backed up first. */
  restore(way: Way, wanted: RequestOf<'backup.restore'>): Promise<AnswerOf['backup.restore']>;
  /**
   * The backup to import: its text, or that of a file for which the host asks. `null` if the user cancelled.
   * @throws Refused as `backedUpFrom` does
   */
  chosen(text: string | null): Promise<ChosenBackup | null>;
  /**
   * Creates a meeting from it and opens that. If the meeting exists already, the backup becomes a second one; a register
   * joins the one that is here.
   */
  takeIn(way: Way, chosen: ChosenBackup): Promise<{ meetingId: MeetingId | null }>;
}

/** Backing up, restoring, and the page that shows where the data is. */
export function backupHandlers(context: BackupContext): {
  readonly handlers: BackupHandlers;
  readonly ways: BackupWays;
} {
  const { host, store, files, backups, keeper, newId, workspace } = context;
  const chosenFolder = (): string | null => context.settings().backupFolder;

  /** A meeting that was deleted comes back with it, and takes back what was written then. */
  async function create(meeting: Meeting): Promise<void> {
    await store.create(meeting);
    await context.register.restored(meeting.id);
  }

  /** Opens the meeting to be replaced; one that no file proves any more is set aside and created again. */
  async function openOrMake(way: Way, id: MeetingId, meeting: Meeting): Promise<'opened' | 'made'> {
    if (await store.has(id)) {
      try {
        await way.open(id);
        return 'opened';
      } catch (error) {
        if (!(error instanceof Refused) || error.code !== 'meetingUnreadable') throw error;
        await store.setAside(id);
      }
    }
    await create(meeting);
    await way.open(id);
    return 'made';
  }

  /** A title that distinguishes an imported backup from the existing meeting. */
  async function twinOf({ meeting, at }: BackedUp): Promise<string> {
    const t = mainTexts(meeting.locale);
    const titles = (await store.list()).map(({ title }) => title);
    return twinTitle(meeting, at, context.now(), titles, (time) => t('backup.twin', { time }));
  }

  /** Also of a backup whose own folder a window does not say. */
  async function slidesFromChosen(meeting: Meeting): Promise<void> {
    const folder = chosenFolder();
    if (folder !== null) await context.takeSlides(meeting, folder);
  }

  const ways: BackupWays = {
    async restore(way, { meetingId, place, name }) {
      store.folderOf(meetingId);
      const meeting = atRest(await backups.read(meetingId, place, name, chosenFolder()));
      if (meeting.id !== meetingId) throw new Refused('backupUnreadable', { path: name });
      await slidesFromChosen(meeting);
      if ((await openOrMake(way, meetingId, meeting)) === 'made') return { meetingId };
      // It knows nothing of what was hidden since in other meetings; a closed one says what was so on its day.
      await way.replace(meeting.status === 'finished' ? meeting : await context.elsewhere.withNews(meeting));
      return { meetingId };
    },
    async chosen(text) {
      const path = text === null ? await host.askOpenPath?.() : '';
      if (path === undefined) throw new Refused('badMessage');
      if (path === null) return null;
      const read = text === null ? await files.read(path) : withoutMark(text);
      if (claimsToBe(read, REGISTER)) {
        const { register } = registerIn(read, path);
        if (REGISTER.brokenRules(register).length > 0) throw new Refused('backupUnreadable', { path });
        return { kind: 'register', register };
      }
      const backup = backedUpFrom(read, path);
      if (path !== '') await context.takeSlides(backup.meeting, dirname(path));
      return { kind: 'meeting', backup: { ...backup, meeting: atRest(backup) } };
    },
    async takeIn(way, chosen) {
      if (chosen.kind === 'register') {
        await takeRegister(context, chosen.register);
        // The rows say what is left open.
        await way.refreshRows();
        return { meetingId: null };
      }
      const { backup } = chosen;
      const { meeting } = backup;
      await slidesFromChosen(meeting);
      // What the meeting itself says now decides what is the second one's own.
      await way.close();
      const own = (await store.has(meeting.id))
        ? secondMeeting(meeting, newId(), await twinOf(backup), (await store.peek(meeting.id))?.meeting)
        : meeting;
      await create(own);
      await way.open(own.id);
      return { meetingId: own.id };
    },
  };

  const sizeOf = async (folder: string | null): Promise<number> => {
    if (folder === null) return 0;
    const names = await files.list(folder);
    const sizes = await Promise.all(names.map(async (name) => (await files.stat(`${folder}/${name}`))?.size ?? 0));
    return sizes.reduce((sum, size) => sum + size, 0);
  };

  const handlers: BackupHandlers = {
    async 'backup.now'() {
      const session = workspace.session();
      return keeper.now(() => session.flush());
    },
    'backup.list': ({ meetingId }) => {
      store.folderOf(meetingId);
      return backups.list(meetingId, chosenFolder());
    },
    async 'backup.look'({ meetingId, place, name }) {
      store.folderOf(meetingId);
      return contentOf(await backups.read(meetingId, place, name, chosenFolder()));
    },
    async 'backup.chooseFolder'() {
      if (host.askFolder === undefined) throw new Refused('badMessage');
      const folder = await host.askFolder();
      if (folder !== null) await context.updateSettings((settings) => ({ ...settings, backupFolder: folder }));
      return { folder };
    },
    async 'data.about'() {
      const session = workspace.shown();
      const id = session?.meeting().id ?? null;
      const meetingFolder = id === null ? null : store.folderOf(id);
      const backupFolder = id === null ? null : backups.folderOf(id);
      const [meetingBytes, backupBytes] = await Promise.all([sizeOf(meetingFolder), sizeOf(backupFolder)]);
      return {
        dataFolder: context.dataFolder,
        meetingFolder,
        backupFolder,
        chosenBackupFolder: chosenFolder(),
        lastSave: session?.saved().at ?? null,
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
      const session = workspace.session();
      await session.flush();
      const present = session.meeting();
      const { seq } = session.saved();
      const found = await store.peek(present.id);
      if (found === null) return { same: false, changes: 0, notice: null };
      // A change that arrived while the files were read is not part of the comparison.
      const { durable } = session.saved();
      const [notice = null] = found.damaged;
      // Damage that a backup or a later line makes up for is reported all the same.
      const isWhole = notice === null && found.snapshot === 'good' && found.unreadable === 0;
      const same = isWhole && found.seq >= seq && found.seq <= durable;
      return {
        same: same && (durable !== seq || isDeepStrictEqual(found.meeting, present)),
        changes: found.seq,
        notice,
      };
    },
  };

  return { handlers, ways };
}
