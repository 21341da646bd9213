import type { i18n } from 'i18next';
import type { Command } from '#core/commands/apply.ts';
import { isUndoable } from '#core/commands/not-undone.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Author, NoteId, NoteKind } from '#core/model/note.ts';
import type { EksposePort, Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, MayBeNothing, RequestOf, RequestType, SilentRequest } from '#core/protocol/requests.ts';
import { civilDateAt } from '#core/time/zone.ts';
import type { DeskView } from '#core/views/desk.ts';
import { startWorker } from '#renderer/archive/archive-worker.ts';
import { type AnswerWatch, answerWatch } from '#renderer/client/answer-watch.ts';
import { isKept } from '#renderer/client/command-words.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import { isPostponed, type Outbox, outbox } from '#renderer/client/outbox.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { Disconnected } from '#renderer/client/web-socket-port.ts';
import { type ArchiveStore, archiveStore } from './archive/archive-store.ts';
import { type FormOpenings, formOpenings } from './forms/form-openings.ts';
import { type KeptForms, keptForms } from './forms/kept-forms.ts';
import { type DeskT, deskT } from './i18n.ts';
import { actionChain } from './keys/action-chain.ts';
import { caughtUp } from './saving/caught-up.ts';
import { type Composer, composer } from './saving/composer.ts';
import { type SlideAddresses, slideAddresses } from './slides/slide-addresses.ts';
import { isForRoom, type ToastStore, toastStore } from './toasts/toast-store.ts';
import { type WayBack, wayBack } from './toasts/way-back.ts';
import { type DeskDialog, roomLooks, type Ui, uiStore } from './ui-store.ts';
import { type ValueStore, valueStore } from './value-store.ts';

/** What is made of an answer, so that none is taken for a refusal. */
type Asked<T extends RequestType> = T extends SilentRequest ? true : AnswerOf[T];

/** What keys do to a saved note while it is being changed. */
export interface NoteEditorKeys {
  readonly noteId: NoteId;
  setAuthor(author: Author): void;
  /** Asks which agency is its author. */
  pickAgency(): void;
  setKind(kind: NoteKind): void;
  /** @returns whether its words are saved */
  save(): Promise<boolean>;
}

/** Everything of the desk that lives outside React, so that key handlers and timers need no render to reach it. */
export interface DeskRuntime {
  readonly store: ViewStore<DeskView>;
  readonly clock: MainClock;
  readonly t: DeskT;
  readonly toasts: ToastStore;
  readonly ui: ValueStore<Ui>;
  /** Whether the room looks at this window: what is not for it is held by `toasts` and `ui` until it no longer does. */
  roomLooks(): boolean;
  readonly composer: Composer;
  /** The saved note in whose box somebody is; its keys mean it then, and not the note box. */
  readonly noteEditor: ValueStore<NoteEditorKeys | null>;
  /** Typed words on their way to the disk. */
  readonly outbox: Outbox;
  /** Typed forms that are neither saved nor discarded. */
  readonly forms: KeptForms;
  /** What becomes of forms in dialogs: saved, discarded, or offered back. */
  readonly openings: FormOpenings;
  /**
   * The dialog, of the open meeting or of none, in which something was typed and neither saved nor discarded, or which is
   * just being saved; `null` while the room looks at this window. Words whose dialog is about nothing any more are offered to
   * be copied.
   */
  halfTyped(): DeskDialog | null;
  /** Words that a key closed. */
  readonly wayBack: WayBack;
  /** What was said in all meetings. */
  readonly archive: ArchiveStore;
  /** Where the files of slides are found. */
  readonly slides: SlideAddresses;
  /** Commands whose answer is overdue. */
  readonly answers: AnswerWatch;
  /** True once the application behind this window has gone away. */
  readonly disconnected: ValueStore<boolean>;
  /**
   * Sends without any message to the user; `null` if no answer came. What contains typed words is kept until it is
   * saved, except words that are refused for a reason of their own: the caller has those on the screen.
   * @param key identifies what the words are for, so that newer ones replace older ones
   */
  dispatch(command: Command, key?: string): Promise<Reply<{ seq: number }> | null>;
  /** Sends; a refusal becomes a toast. @returns true if it was accepted */
  send(command: Command): Promise<boolean>;
  /** Requests; a refusal becomes a toast. @returns the answer, `true` if there is nothing to answer, `null` if refused */
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Asked<T> | null>;
  /**
   * Does what changes the meeting after everything that was asked for before, by a key or by an answer: each is judged by
   * the result of the one before.
   */
  inOrder(action: () => Promise<void>): void;
  /** Makes this window fill its display, or a window again, after what was asked of it before. */
  inWindow(action: () => Promise<void>): void;
  /** Reports an unexpected failure about which nothing else is known. */
  failed(error: unknown): void;
  /** Requests without any message to the user; `null` if the application has gone away. */
  request<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]> | null>;
}

/** Whether this desk is read-only because another one holds the seat. */
export const looksOn = (seat: string | null, client: string): boolean => seat !== null && seat !== client;

const MAY_BE_NOTHING: Readonly<Record<MayBeNothing, true>> = {
  'backup.import': true,
  'document.exportAgencies': true,
  'register.read': true,
};
const mayBeNothing = (type: RequestType): boolean => type in MAY_BE_NOTHING;

/** Requests after which a meeting is open, and which one. */
const OPENS: { readonly [T in RequestType]?: (payload: RequestOf<T>, answer: AnswerOf[T]) => string | null } = {
  'meeting.open': ({ meetingId }) => meetingId,
  'meeting.create': (_payload, { meetingId }) => meetingId,
  'meeting.continue': (_payload, { meetingId }) => meetingId,
  'meeting.rehearse': (_payload, { meetingId }) => meetingId,
  'meeting.endRehearsal': (_payload, { meetingId }) => meetingId,
  'sample.create': (_payload, { meetingId }) => meetingId,
  'backup.restore': (_payload, { meetingId }) => meetingId,
  'backup.import': (_payload, answer) => answer?.meetingId ?? null,
};

/** What the desk is made of. */
export interface DeskParts {
  readonly port: EksposePort;
  readonly store: ViewStore<DeskView>;
  readonly i18n: i18n;
  /** The window's own, in which typed words survive the page. */
  readonly storage: Storage;
  /** What a command is about, as the user knows it. */
  placeOf(t: DeskT, meeting: Meeting | null, command: Command): string;
  /** Whether what a dialog is about is still there. */
  hasSubject(meeting: Meeting | null, dialog: DeskDialog): boolean;
}

/** Connects the port, the view and the outbox. A lost connection is reported once, by a screen, not by each caller. */
export function deskRuntime({ port, store, i18n, storage, placeOf, hasSubject }: DeskParts): DeskRuntime {
  const t = deskT(i18n);
  const isOpen = (): boolean => store.current().meeting !== null;
  const ui = uiStore(isOpen);
  const looks = (): boolean => roomLooks(ui.get(), isOpen());
  const toasts = toastStore(looks);
  const disconnected = valueStore(false);
  window.addEventListener('ekspose:disconnected', () => disconnected.set(true));

  const failed = (error: unknown): void => {
    console.error(error);
    if (!(error instanceof Disconnected)) toasts.show({ tone: 'error', text: t('toast.failed'), forRoom: true });
    // A port that reconnects by itself reports when it has given up.
    else if (port.onStatus === undefined) disconnected.set(true);
  };
  const changes = actionChain(failed);
  const safely = async <T>(call: Promise<T>): Promise<T | null> => {
    try {
      return await call;
    } catch (error) {
      failed(error);
      return null;
    }
  };
  const tell = (reply: Reply<unknown> | null, forRoom = false): void => {
    if (reply === null || reply.ok) return;
    toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params), forRoom });
  };

  const answers = answerWatch();
  const forms = keptForms(storage);
  const back = wayBack(toasts, t, looks);
  const sendNow = (command: Command) => {
    if (isUndoable(command.type)) back.forget();
    return answers.watch(port.send(command));
  };
  const words = outbox({
    storage,
    send: sendNow,
    open: () => {
      const { meeting, saved } = store.current();
      return meeting === null ? null : { id: meeting.id, seq: saved.seq, durable: saved.durable };
    },
    placeOf: (command) => placeOf(t, store.current().meeting, command),
    onFailed: failed,
  });

  const onlooker = (): boolean => looksOn(store.current().seat, store.client);
  const dispatch: DeskRuntime['dispatch'] = async (command, key = JSON.stringify(command)) => {
    const { readOnly } = store.current();
    if (readOnly || onlooker()) {
      // Shown here and not only by the caller: what is saved automatically while typing must not fail silently either.
      const refused = { ok: false, refusal: { code: readOnly ? 'readOnly' : 'otherDesk', params: {} } } as const;
      tell(refused, isForRoom(command.type));
      return refused;
    }
    const entry = isKept(command) ? words.put(key, command) : null;
    const answer = entry === null ? await safely(sendNow(command)) : await words.send(entry);
    if (entry !== null && !isPostponed(answer) && answer?.ok === false) words.remove(entry);
    if (answer?.ok === true) await caughtUp(store, answer.value.seq);
    return answer;
  };
  const note = composer({ store, ui, outbox: words });
  const request: DeskRuntime['request'] = async (type, payload) => {
    // What leaves the meeting, or all of it, first sends what is being typed; the port keeps the order.
    if (/^(meeting|document|backup|application)\./.test(type)) note.flush();
    const reply = await safely(port.ask(type, payload));
    const opened = reply?.ok === true ? (OPENS[type]?.(payload, reply.value) ?? null) : null;
    // The screen shows the meeting that main reports as open, whatever was pushed in whatever order.
    if (opened !== null && store.current().meeting?.id !== opened) await store.resync();
    return reply;
  };
  const slides = slideAddresses(request);
  const archive = archiveStore({
    store,
    request,
    start: startWorker,
    today: () => {
      const { meeting, settings } = store.current();
      return civilDateAt(store.clock.now(), meeting?.zone ?? settings.defaults.zone);
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    report: (error) => console.error('ekspose: the archive', error),
  });
  /** What was typed and is not known to be in the meeting is only shown here from now on, and not sent. */
  const seatChanged = (): void => {
    words.setAside();
    note.reload(store.current().meeting);
  };
  const openings = formOpenings({ store, ui, forms, hasSubject, back, toasts, t });
  const { halfTyped } = openings;
  ui.update((state) => ({ ...state, dialog: halfTyped() }));
  let looked = onlooker();
  let openId = store.current().meeting?.id ?? null;
  note.load(store.current().meeting);
  words.resume();
  port.onStatus?.((status) => {
    if (status === 'connected') words.resume();
  });
  store.subscribe(() => {
    const { meeting } = store.current();
    if (onlooker() !== looked) seatChanged();
    looked = onlooker();
    words.letGo();
    if ((meeting?.id ?? null) === openId) return;
    openId = meeting?.id ?? null;
    // What was closed in another meeting is not what undo means in this one.
    back.forget();
    slides.clear();
    note.load(meeting);
    words.resume();
    // What waits for an answer would write another meeting's file.
    const isUnanswered = ui.get().held.some((one) => one.kind === 'minutes' && one.exists !== undefined);
    if (isUnanswered) toasts.show({ tone: 'error', text: t('exports.cancelled') });
    ui.update((state) => ({ ...state, selected: null, tab: 'sheet', dialog: halfTyped(), held: [], exported: null }));
    ui.update((state) => ({ ...state, pickingAuthor: false, editing: [], wantedNote: null, wantsCarried: null }));
    ui.update((state) => ({ ...state, paper: { document: 'minutes', format: 'pdf', agencyId: null } }));
  });

  return {
    store,
    clock: store.clock,
    t,
    toasts,
    ui,
    roomLooks: looks,
    composer: note,
    noteEditor: valueStore<NoteEditorKeys | null>(null),
    outbox: words,
    forms,
    openings,
    halfTyped,
    wayBack: back,
    archive,
    slides,
    answers,
    disconnected,
    dispatch,
    inOrder: changes.add,
    inWindow: actionChain(failed).add,
    failed,
    request,
    send: async (command) => {
      const reply = await dispatch(command);
      tell(reply, isForRoom(command.type));
      return reply?.ok === true;
    },
    ask: async (type, payload) => {
      const reply = await request(type, payload);
      tell(reply);
      if (reply?.ok !== true) return null;
      return (reply.value ?? (mayBeNothing(type) ? null : true)) as Asked<typeof type> | null;
    },
  };
}
