import { join } from 'node:path';
import type { MovedState } from '#core/archive/moved-states.ts';
import { secondMeeting } from '#core/archive/second-meeting.ts';
import type { IsPrivate } from '#core/archive/without-private.ts';
import { twinTitle } from '#core/backups/twin-title.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { RegisterBackups } from '../backups/register-backups.ts';
import type { EmblemStore } from '../emblem/store.ts';
import type { LongExport } from '../exports/exporting.ts';
import { mainTexts } from '../hosts/i18n.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import type { RegisterKeeper } from '../register/keeper.ts';
import type { Way } from '../requests/workspace.ts';
import { type FilePort, replaceFile } from '../storage/file-port.ts';
import type { OpenArchive } from './archive-reader.ts';
import { meetingIn, type Plan, type PlannedMeeting } from './compare.ts';
import { type KeepSlides, takeSlides } from './moved-slides.ts';
import { type PastStates, stateOf } from './moved-state.ts';
import { movable } from './pack.ts';

export interface TakeContext {
  readonly store: Pick<MeetingStore, 'list' | 'has' | 'peek' | 'create'>;
  readonly register: Pick<RegisterKeeper, 'session' | 'restored' | 'flush'>;
  readonly savedRegister: Pick<RegisterBackups, 'write'>;
  readonly emblems: Pick<EmblemStore, 'keep'>;
  readonly keepSlides: KeepSlides;
  readonly files: FilePort;
  readonly dataFolder: string;
  now(): Instant;
  settings(): Settings;
  updateSettings(change: (current: Settings) => Settings): Promise<void>;
}

/** Nothing is private in what has arrived but what its own notes say. */
const ASK_NOTES: IsPrivate = () => false;

/**
 * Does what a plan says: emblems, slides, meetings, what was said between them, settings. Each step is whole on the disk before
 * the next, and doing it again does nothing, so that taking in the same archive once more completes what a power cut
 * interrupted.
 * @param takeSettings whether settings that differ are taken in too
 * @throws Refused why a step could not be done; what was done before stays
 */
export async function takeIn(
  context: TakeContext,
  archive: OpenArchive,
  { name, takeSettings }: { readonly name: string; readonly takeSettings: boolean },
  plan: Plan,
  past: PastStates,
  way: Way,
  progress: LongExport,
): Promise<void> {
  const { store, register, files } = context;
  const states = new Map<MeetingId, MovedState>();

  async function second(meeting: Meeting, id: MeetingId): Promise<Meeting> {
    const t = mainTexts(meeting.locale);
    const titles = (await store.list()).map(({ title }) => title);
    const { madeAt } = plan.manifest;
    const title = twinTitle(meeting, madeAt, context.now(), titles, (time) => t('moving.second', { time }));
    return secondMeeting(meeting, id, title, (await movable(store, meeting.id))?.meeting);
  }
  /** Gives a meeting another state; the one that it has is backed up before. */
  async function replace(meeting: Meeting): Promise<void> {
    if (!(await store.has(meeting.id))) return store.create(meeting);
    await way.open(meeting.id);
    await way.replace(meeting);
    await way.close();
  }
  async function takeMeeting({ file, relation, id }: PlannedMeeting): Promise<void> {
    const meeting = await meetingIn(archive, file, name);
    switch (relation) {
      case 'new':
        await store.create(meeting);
        break;
      case 'differs': {
        const own = await second(meeting, id);
        // Before it is there: by its first state another computer sees whether anything was added to it.
        await past.add(new Map([[id, stateOf(own, ASK_NOTES)]]));
        await store.create(own);
        break;
      }
      case 'later':
        await replace(meeting);
        break;
      case 'same':
      case 'earlier':
        break;
      default:
        return relation satisfies never;
    }
    // What both have had is no reason for a second meeting later.
    if (id === meeting.id) states.set(id, stateOf(meeting, ASK_NOTES));
    await register.restored(id);
  }

  // A register that cannot be read or written is no reason to stop halfway.
  if (plan.register !== null && (await register.session()).readOnly) throw new Refused('readOnly');
  for (const png of plan.emblems) await context.emblems.keep(png);
  // Before the meetings that show them.
  for (const [done, file] of plan.slides.entries()) {
    progress.at(done, file.path);
    await takeSlides(context.keepSlides, archive, file, progress);
  }
  for (const [done, planned] of plan.meetings.entries()) {
    if (progress.cancelled()) throw new Refused('movingCancelled');
    progress.at(done, plan.preview.meetings[done]?.title ?? '');
    await takeMeeting(planned);
  }
  if (plan.register !== null) {
    const session = await register.session();
    await register.flush();
    await context.savedRegister.write(session.register(), session.seq(), true);
    session.command({ type: 'archive.take', register: plan.register }, 'application');
    await register.flush();
  }
  const { settings } = plan;
  if (takeSettings && settings !== null) {
    const kept = join(context.dataFolder, `settings.before-moving-${stampOf(context.now())}.json`);
    await replaceFile(files, kept, `${JSON.stringify(context.settings(), null, 1)}\n`);
    await context.updateSettings(() => settings);
  }
  await past.add(states);
}

const stampOf = (at: Instant): string => new Date(at).toISOString().replaceAll(':', '-').slice(0, 19);
