import { randomUUID } from 'node:crypto';
import type { Patch } from 'immer';
import { Refused } from '#core/commands/definition.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Audience, Clocks, Hello } from '#core/protocol/messages.ts';
import { type Duration, duration, elapsed, type Instant, instant, type Mono, seconds, ZERO } from '#core/time/units.ts';
import type { DeskView, MeetingSummary, Notice } from '#core/views/desk.ts';
import { projectorView } from '#core/views/projector.ts';
import { backupKeeper } from '../backups/keeper.ts';
import { backupStore } from '../backups/store.ts';
import { emblemFor } from '../emblem/requests.ts';
import { emblemStore } from '../emblem/store.ts';
import { exporting } from '../exports/exporting.ts';
import { type MeetingSession, meetingSession } from '../meeting/meeting-session.ts';
import { meetingStore } from '../meeting/meeting-store.ts';
import { SAMPLE_AGENCIES } from '../sample/agencies.ts';
import type { Application, ApplicationOptions } from './application-port.ts';
import { deskPatches, roomMayDiffer } from './desk-state.ts';
import { requestHandlers } from './requests.ts';
import { route } from './router.ts';
import { settingsStore } from './settings-store.ts';

/** How often a running turn's progress is noted for the question after an outage. */
const BEAT: Duration = seconds(5);
/** A turn on which nobody looked for so long was not presented. */
const ASLEEP: Duration = seconds(60);
const NOTHING_SAVED = { seq: 0, durable: 0, at: null, failing: null };

/** The main process without its host: one open meeting, its views, and who is told of what. */
export function createApplication(options: ApplicationOptions): Application {
  const { host, files, dataFolder, clock, version, report } = options;
  const now = () => clock.now();
  const newId = () => randomUUID().replaceAll('-', '').slice(0, 16);
  const backups = backupStore(files, dataFolder);
  const backupsOf = async (id: MeetingId) => (await backups.list(id, settings.backupFolder)).map(({ path }) => path);
  const store = meetingStore({ files, dataFolder, now, report, backupsOf });
  const emblems = emblemStore(files, dataFolder);
  const settingsFile = settingsStore(files, dataFolder, SAMPLE_AGENCIES, now);

  let settings: Settings;
  let meetings: readonly MeetingSummary[] = [];
  let notices: readonly Notice[] = [];
  let session: MeetingSession | null = null;
  let projectorUrl: string | null = null;
  let desk: DeskView;
  let projectorText = '';
  let rev = 0;
  let beating: NodeJS.Timeout | null = null;
  let beatUnderWay: Promise<void> | null = null;
  let beaten: Mono | null = null;

  const clocks = (): Clocks => ({ mono: clock.mono(), now: clock.now() });

  const deskView = (): DeskView => ({
    settings,
    meetings,
    meeting: session?.meeting() ?? null,
    saved: session?.saved() ?? NOTHING_SAVED,
    undo: session?.step('undo') ?? null,
    redo: session?.step('redo') ?? null,
    readOnly: session?.readOnly ?? false,
    lastBackup: keeper.last(),
    exporting: exports.view(),
    host: {
      kind: host.kind,
      displays: host.displays(),
      placing: host.placing(),
      projectorOpen: host.isOpen('projector'),
      projectorUrl,
      dataFolder,
      version,
    },
    notices,
  });

  const roomView = () => projectorView(session?.meeting() ?? null, settings);

  /** Tells each audience what has changed for it, if anything has. */
  function publish(meetingPatches: readonly Patch[] | null): void {
    const before = desk;
    const next = deskView();
    const patches = deskPatches(before, next, meetingPatches);
    desk = next;
    if (patches.length > 0) {
      rev += 1;
      host.push('desk', { kind: 'patches', patches, rev, clocks: clocks() });
    }
    if (!roomMayDiffer(before, next, meetingPatches)) return;
    const view = roomView();
    const text = JSON.stringify(view);
    if (text === projectorText) return;
    projectorText = text;
    rev += 1;
    host.push('projector', { kind: 'view', view, rev, clocks: clocks() });
  }

  /** One beat at a time: each replaces the same file, and one that is a little late tells as much. */
  function beat(): Promise<void> {
    const state = session?.beat() ?? null;
    if (session === null || state === null) return Promise.resolve();
    beatUnderWay ??= store
      .beat(session.meeting().id, { ...state, durable: session.saved().durable })
      .catch(report)
      .finally(() => {
        beatUnderWay = null;
      });
    return beatUnderWay;
  }

  const exports = exporting(() => publish([]));

  const keeper = backupKeeper({
    store: backups,
    chosen: () => settings.backupFolder,
    now,
    state() {
      if (session === null || session.readOnly) return null;
      const { seq, durable } = session.saved();
      // Only what is on the disk is backed up: a backup must never be ahead of the meeting itself.
      return durable < seq ? null : { meeting: session.meeting(), seq, at: now(), mono: clock.mono() };
    },
    onChange(more) {
      notices = [...notices, ...more];
      publish([]);
    },
    report,
  });

  /** A beat that comes far too late was slept through, on a host that cannot tell when the machine sleeps. */
  function beatOrSettle(): void {
    const late = beaten === null ? ZERO : elapsed(beaten, clock.mono());
    beaten = clock.mono();
    const state = session?.beat() ?? null;
    if (state !== null && late > ASLEEP) {
      session?.settle(duration(Math.max(0, state.spent - late)), instant(state.at - late));
    }
    void beat();
  }

  function keepTime(): void {
    const running = session?.beat() !== null && session !== null;
    if (running && beating === null) {
      beaten = clock.mono();
      beating = setInterval(beatOrSettle, BEAT);
    }
    if (!running && beating !== null) {
      clearInterval(beating);
      beating = null;
    }
  }

  function adopt(next: MeetingSession | null): void {
    session = next;
    host.keepAwake(next?.meeting().status === 'open');
    keepTime();
    publish(null);
  }

  async function refreshList(): Promise<void> {
    meetings = await store.list();
  }

  async function closeMeeting(): Promise<void> {
    if (session === null) return;
    await beat();
    await session.flush();
    await keeper.closing();
    await session.close();
    await refreshList();
    adopt(null);
  }

  async function openMeeting(id: MeetingId): Promise<void> {
    if (session?.meeting().id === id) return;
    await closeMeeting();
    const opened = await store.open(id);
    notices = [...notices, ...opened.notices];
    const own = meetingSession({
      opened,
      clock,
      newId,
      onChange: (patches) => {
        if (session !== own) return;
        keepTime();
        if (patches.length > 0) host.keepAwake(own.meeting().status === 'open');
        publish(patches);
        keeper.saved();
      },
    });
    // Damaged files are put in order before anybody is told; where that fails, the view says that saving fails.
    await own.flush().catch(report);
    session = own;
    await keeper.opened(id).catch(report);
    adopt(own);
  }

  function needSession(): MeetingSession {
    if (session === null) throw new Refused('noMeeting');
    return session;
  }

  const requests = requestHandlers({
    host,
    backups,
    keeper,
    exporting: exports,
    make: options.make,
    dataFolder,
    store,
    now,
    newId,
    documentsFolder: options.documentsFolder,
    files,
    settings: () => settings,
    emblems,
    emblem: () => emblemFor(settings, emblems),
    report,
    session: needSession,
    openId: () => session?.meeting().id ?? null,
    openMeeting,
    closeMeeting,
    async refreshList() {
      await refreshList();
      publish([]);
    },
    async saveSettings(next) {
      await settingsFile.save(next);
      settings = next;
      publish([]);
    },
    dismissNotice(index) {
      notices = notices.toSpliced(index, 1);
      publish([]);
    },
    projectorAt(url) {
      projectorUrl = url;
      publish([]);
    },
  });

  const hello = (audience: Audience): Hello =>
    audience === 'desk'
      ? { audience, view: deskView(), rev, clocks: clocks() }
      : { audience, view: roomView(), rev, clocks: clocks() };

  let asleep: { meetingId: MeetingId; spent: Duration; at: Instant } | null = null;

  const application: Application = {
    suspended() {
      const state = session?.beat() ?? null;
      void beat();
      asleep =
        session === null || state === null
          ? null
          : { meetingId: session.meeting().id, spent: duration(Math.floor(state.spent)), at: state.at };
    },
    resumed() {
      const before = asleep;
      asleep = null;
      if (before !== null && session?.meeting().id === before.meetingId) session.settle(before.spent, before.at);
    },
    async start() {
      const opened = await settingsFile.open();
      settings = opened.settings;
      notices = opened.notices;
      await refreshList();
      desk = deskView();
      projectorText = JSON.stringify(roomView());
      const router = { hello, command: (message: unknown) => needSession().command(message), requests, report };
      host.keepDisplayChoices(settings.displayChoices);
      host.serve((audience, message) => route(router, audience, message));
      host.onChange(() => publish([]));
      host.onSleep?.({ suspended: application.suspended, resumed: application.resumed });
      const { url } = await host.openWindow('desk', null);
      return { deskUrl: url };
    },
    async stop() {
      await exports.stop();
      await beat();
      await session?.flush();
      await keeper.closing();
      await session?.close();
      if (beating !== null) clearInterval(beating);
    },
  };
  return application;
}
