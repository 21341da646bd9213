import { randomUUID } from 'node:crypto';
import type { MeetingId } from '#core/model/meeting.ts';
import { isListedIn, lastHeard, type OwnMatters, orderedOn, ownMatters } from '#core/model/news.ts';
import type { Clocks } from '#core/protocol/messages.ts';
import { type Instant, instant } from '#core/time/units.ts';
import type { DeskView, RegisterState } from '#core/views/desk.ts';
import { projectorView } from '#core/views/projector.ts';
import { digests } from '../archive/digests.ts';
import { backupKeeper } from '../backups/automatic-backups.ts';
import { dataIdentity } from '../backups/data-identity.ts';
import { registerBackups } from '../backups/register-backups.ts';
import { backupStore } from '../backups/store.ts';
import { emblemFor } from '../emblem/requests.ts';
import { emblemStore } from '../emblem/store.ts';
import { exporting } from '../exports/exporting.ts';
import { elsewhere } from '../meeting/elsewhere.ts';
import { meetingStore } from '../meeting/meeting-store.ts';
import { receivedFile } from '../moving/received-file.ts';
import { movingNotices } from '../moving/requests.ts';
import { registerKeeper } from '../register/keeper.ts';
import { SAMPLE_AGENCIES } from '../sample/agencies.ts';
import { slidesCopies } from '../slides/copies.ts';
import { findConverter } from '../slides/find-converter.ts';
import { intake } from '../slides/intake.ts';
import { keepSlides } from '../slides/keep.ts';
import { pointer } from '../slides/pointer.ts';
import { uploads } from '../slides/uploads.ts';
import type { Application, ApplicationOptions } from './application-port.ts';
import { noticeList } from './notices.ts';
import { type MeetingChange, publisher } from './publisher.ts';
import { requestHandlers } from './requests.ts';
import { route } from './router.ts';
import { deskSeat } from './seat.ts';
import { settingsValue } from './settings.ts';
import { turnWatch } from './turn-watch.ts';
import { isUnsaved, keepUnsaved } from './unsaved.ts';
import { workspace } from './workspace.ts';

const NO_REGISTER: RegisterState = { rev: 0, undo: null, redo: null, failing: null };
const NOTHING_SAVED = { seq: 0, durable: 0, at: null, failing: null };

/** The main process without its host: its parts, each the only owner of its state, and how they are connected. */
export function createApplication(options: ApplicationOptions): Application {
  const { host, files, slides, dataFolder, documentsFolder, clock, version, report } = options;
  const now = () => clock.now();
  const newId = () => randomUUID().replaceAll('-', '').slice(0, 16);
  const onChange = (change?: MeetingChange): void => published.publish(change);

  const settings = settingsValue({ files, dataFolder, sample: SAMPLE_AGENCIES, now, onChange });
  const notices = noticeList(newId, onChange);
  const seat = deskSeat({ connected: () => host.desks?.() ?? null, mono: () => clock.mono(), onChange });
  const emblems = emblemStore(files, dataFolder);
  const incoming = uploads({ files, store: slides.store, mono: () => clock.mono(), newId, report });
  const slidesIntake = intake({ files, store: slides.store, incoming, converter: findConverter, report });
  const pointing = pointer(onChange);
  const copies = slidesCopies({ files, store: slides.store, incoming });
  const exports = exporting(onChange, options.exportDisk);
  const identity = dataIdentity({ files, dataFolder, newId, report });
  const backups = backupStore(files, dataFolder, identity);
  const chosenFolder = () => settings.current().backupFolder;
  /** Backups that cannot be listed must not keep a meeting from being opened, nor a hint the application from starting. */
  const none = (error: unknown): [] => {
    report(error);
    return [];
  };
  const backupsOf = async (id: MeetingId) =>
    (await backups.proving(id, chosenFolder()).catch(none)).map(({ path }) => path);
  const { readAside } = options;
  const aside = readAside === undefined ? {} : { readRow: readAside.row };
  const store = meetingStore({
    ...{ files, dataFolder, now, report, backupsOf, ...aside },
    isRegisterThere: () => register.known() !== null,
  });
  const archive = digests({ files, store, report, ...(readAside === undefined ? {} : { aside: readAside.digest }) });
  const zone = () => settings.current().defaults.zone;
  const savedRegister = registerBackups({ files, dataFolder, chosen: chosenFolder, zone, now, identity, report });
  /** What every meeting has of its own; the open one as it is now. */
  function meetingsNow(): OwnMatters[] {
    const open = room.shown()?.meeting();
    return [...(open === undefined ? [] : [ownMatters(open)]), ...store.own().values()];
  }
  /** When something was said of a follow-up or a problem last, in any document. */
  function heard(subjectId: string): Instant | null {
    const times = [lastHeard(meetingsNow(), subjectId), register.heard(subjectId)].flatMap((time) => time ?? []);
    return times.length === 0 ? null : instant(Math.max(...times));
  }
  /** Whether another document than the open meeting lists a follow-up or a problem. */
  function listedElsewhere(subjectId: string): boolean {
    const open = room.shown()?.meeting().id;
    const others = [...store.own()].flatMap(([id, own]) => (id === open ? [] : [own]));
    return isListedIn(others, subjectId) || register.lists(subjectId);
  }
  const ordered = (subjectId: string) => orderedOn(meetingsNow(), subjectId);
  let ofRegister = NO_REGISTER;
  const register = registerKeeper({
    files,
    dataFolder,
    now,
    report,
    backups: savedRegister,
    clock,
    context: () => ({ at: now(), zone: zone(), newId, lastHeard: heard, orderedOn: ordered }),
    meeting: async (id) => ((await store.has(id)) ? ((await store.peek(id))?.meeting ?? null) : null),
    async meetingsOf(subjectIds) {
      await store.list();
      const hasBegun = ({ records }: OwnMatters): boolean => Object.keys(records).some((id) => subjectIds.has(id));
      return [...store.own()].flatMap(([id, own]) => (hasBegun(own) ? [id] : []));
    },
    onState(next) {
      ofRegister = next;
      room.recount();
      onChange();
    },
    onNotices: notices.add,
    onReadable: (is) => notices.during('registerUnreadable', !is),
  });
  /** A register that cannot be read must not keep a meeting from being opened. */
  const readRegister = () =>
    register.present().catch((error: unknown) => {
      report(error);
      return 'unreadable' as const;
    });
  const others = elsewhere(store, readRegister, newId, report);
  const watch = turnWatch({ clock, write: store.beat, report });
  const keeper = backupKeeper({
    store: backups,
    dataFolder,
    chosen: chosenFolder,
    now,
    state() {
      const session = room.shown();
      // A rehearsal is not backed up.
      if (session === null || session.readOnly || session.meeting().rehearsalOf !== null) return null;
      const { seq, durable } = session.saved();
      // Only what is on the disk is backed up: a backup must never be ahead of the meeting's own files.
      return durable < seq ? null : { meeting: session.meeting(), seq, at: now(), mono: clock.mono() };
    },
    onChange: notices.add,
    onChosen: copies.give,
    report,
  });
  const room = workspace({
    store,
    clock,
    keeper,
    elsewhere: others,
    register,
    lastHeard: heard,
    isCarried: listedElsewhere,
    watch,
    exports,
    settings,
    newId,
    onChange,
    onNotices: notices.add,
    onWaiting: (is) => notices.during('mattersWaiting', is),
    slidesBytes: slides.store.listed,
    async onClosed(meeting, seq) {
      slides.grants.clearDesk();
      await archive.closed(meeting, seq);
    },
    keepAwake: (on) => host.keepAwake(on),
    report,
  });

  const { handlers, projectorUrl, clear } = requestHandlers({
    host,
    store,
    workspace: room,
    elsewhere: others,
    register,
    files,
    digests: archive,
    backups,
    keeper,
    exporting: exports,
    render: options.render,
    dataFolder,
    // A meeting without its slides is better than none.
    takeSlides: (meeting, folder) => copies.take(meeting, folder).catch(report),
    documentsFolder,
    received: options.received ?? receivedFile(dataFolder),
    savedRegister,
    version,
    now,
    newId,
    settings: settings.current,
    async updateSettings(change) {
      room.admit();
      const next = await settings.update(change);
      host.speak?.(settings.current().locale);
      return next;
    },
    slides,
    keepSlides: (pieces, bytes, wanted) => keepSlides({ files, store: slides.store, incoming }, pieces, bytes, wanted),
    intake: slidesIntake,
    pointer: pointing,
    emblems,
    emblem: ({ emblem }) => emblemFor(emblem, emblems),
    dismissNotice: notices.dismiss,
    onChange,
  });

  const view = (): DeskView => {
    const session = room.shown();
    return {
      settings: settings.current(),
      meetings: room.rows(),
      meeting: session?.meeting() ?? null,
      saved: session?.saved() ?? NOTHING_SAVED,
      register: ofRegister,
      undo: session?.step('undo') ?? null,
      redo: session?.step('redo') ?? null,
      readOnly: session?.readOnly ?? false,
      seat: seat.holder(),
      lastBackup: keeper.last(),
      exporting: exports.view(),
      host: {
        kind: host.kind,
        displays: host.displays(),
        placing: host.placing(),
        projectorOpen: host.isOpen('projector'),
        strip: host.strip === undefined ? 'unable' : host.strip.isOn() ? 'on' : 'off',
        projectorUrl: projectorUrl(),
        dataFolder,
        version,
      },
      notices: notices.all(),
    };
  };
  const clocks = (): Clocks => ({ mono: clock.mono(), now: clock.now() });
  const published = publisher({
    view,
    projected: (seen) =>
      slides.grants.projected((slidesAt) =>
        projectorView(seen.meeting, seen.settings, slidesAt, seen.pointed, seen.isStrip),
      ),
    pointed: pointing.current,
    clocks,
    push: (audience, push) => host.push(audience, push),
  });

  const documents = () => ({ meeting: room.shown(), register: register.unsaved() });
  const isSaved = (): boolean => !isUnsaved(documents());
  let leaving: Promise<void> | null = null;
  async function leave(): Promise<void> {
    // What another program converts would go on without us; the user can choose the file again.
    await Promise.all([room.stop(), slidesIntake.stop()]);
    // What was begun until the workspace had stopped.
    await slidesIntake.stop();
    await clear().catch(report);
    seat.stop();
  }

  return {
    suspended: watch.suspended,
    resumed: watch.resumed,
    async start() {
      notices.add(await settings.open());
      // Slides that cannot be listed must not keep the application from starting.
      await slides.store.open().catch(report);
      notices.add(await movingNotices(files, dataFolder).catch(none));
      await clear().catch(report);
      await room.inOrder((way) => way.refreshRows());
      const router = {
        hello: published.hello,
        command: (message: unknown) => room.session().command(message),
        requests: handlers,
        seat,
        admit: room.admit,
        report,
      };
      host.keepDisplayChoices(settings.current().displayChoices);
      host.speak?.(settings.current().locale);
      host.serve((audience, message, client) => route(router, audience, message, client));
      host.onChange(() => {
        seat.follow();
        onChange();
      });
      host.onSleep?.(watch);
      const { url } = await host.openWindow('desk', null);
      return { deskUrl: url };
    },
    flush: room.flush,
    keepUnsaved: () => keepUnsaved(files, documentsFolder, clock, documents()),
    stop() {
      // One promise, so that a second caller waits for the same attempt.
      leaving ??= leave().catch((error: unknown) => {
        leaving = null;
        // Another host asks in a dialog what is to be done.
        if (host.leave !== undefined)
          notices.renew({ code: 'notStopped', params: { folder: documentsFolder } }, isSaved);
        throw error;
      });
      return leaving;
    },
  };
}
