import type { i18n } from 'i18next';
import type { Command } from '#core/commands/apply.ts';
import type { AnswerOf, EksposePort, Reply, RequestOf, RequestType } from '#core/protocol/messages.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { Unsent } from '#renderer/client/unsent.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { Disconnected } from '#renderer/client/web-socket-port.ts';
import { type Composer, composer } from '../notes/compose.ts';
import { type WordsAside, wordsOf } from '../second-desk/words-aside.ts';
import { type ToastStore, toastStore } from '../toasts/toast-store.ts';
import { type DeskT, deskT } from './i18n.ts';
import { type Ui, uiStore } from './ui-store.ts';
import { type ValueStore, valueStore } from './value-store.ts';

/** Everything of the desk that lives outside React, so that key handlers and timers need no render to reach it. */
export interface DeskRuntime {
  readonly store: ViewStore<DeskView>;
  readonly clock: MainClock;
  readonly t: DeskT;
  readonly toasts: ToastStore;
  readonly ui: ValueStore<Ui>;
  readonly composer: Composer;
  readonly unsent: Unsent;
  readonly aside: WordsAside;
  /** True once the application behind this window has gone away. */
  readonly disconnected: ValueStore<boolean>;
  /** Sends and tells of nothing; `null` when the application has gone away. */
  dispatch(command: Command): Promise<Reply<{ seq: number }> | null>;
  /** Sends; a refusal becomes a toast. @returns true when it was accepted */
  send(command: Command): Promise<boolean>;
  /** Asks; a refusal becomes a toast. @returns the answer, `null` when refused */
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<AnswerOf[T] | null>;
  /** Asks and tells of nothing; `null` when the application has gone away. */
  request<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]> | null>;
}

/** Whether a desk may only look on because another one holds the pen. */
export const looksOn = (seat: string | null, client: string): boolean => seat !== null && seat !== client;

/** Ties the port, the view and the words together. A lost connection is told once, by a screen, not by each caller. */
export function deskRuntime(
  port: EksposePort,
  store: ViewStore<DeskView>,
  i18n: i18n,
  unsent: Unsent,
  aside: WordsAside,
): DeskRuntime {
  const t = deskT(i18n);
  const toasts = toastStore();
  const disconnected = valueStore(false);
  window.addEventListener('ekspose:disconnected', () => disconnected.set(true));

  const safely = async <T>(call: Promise<T>): Promise<T | null> => {
    try {
      return await call;
    } catch (error) {
      // The connection is being made again, or the screen has told that it will not be.
      if (error instanceof Disconnected) return null;
      console.error(error);
      toasts.show({ tone: 'error', text: t('toast.failed') });
      return null;
    }
  };
  const tell = (reply: Reply<unknown> | null): void => {
    if (reply === null || reply.ok) return;
    toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
  };

  const onlooker = (): boolean => looksOn(store.current().seat, store.client);
  const dispatch: DeskRuntime['dispatch'] = async (command) => {
    const { readOnly } = store.current();
    if (!readOnly && !onlooker()) return safely(port.send(command));
    // Told here and not only by the caller: also what is saved by itself while typing must not fail in silence.
    const refused = { ok: false, refusal: { code: readOnly ? 'readOnly' : 'otherDesk', params: {} } } as const;
    tell(refused);
    return refused;
  };
  const ui = uiStore();
  const note = composer({ dispatch, store, ui, unsent, aside });
  const request: DeskRuntime['request'] = (type, payload) => {
    // What leaves the meeting takes what is being typed along first; the port keeps the order.
    if (/^(meeting|document|backup)\./.test(type)) note.flush();
    return safely(port.ask(type, payload));
  };
  /** What was typed and is not known to be in the meeting is shown here from now on, and sent no more. */
  const seatChanged = (): void => {
    aside.add(unsent.takeAll().flatMap(wordsOf));
    note.reload(store.current().meeting);
  };
  /** What was under way when the connection broke may not have arrived. */
  const reconnected = (): void => {
    if (onlooker()) return;
    note.retry();
    void unsent.resend(port.send);
  };
  let looked = onlooker();
  let connected = store.connected();
  store.subscribe(() => {
    if (onlooker() !== looked) seatChanged();
    looked = onlooker();
    if (store.connected() && !connected) reconnected();
    connected = store.connected();
  });
  let openId = store.current().meeting?.id ?? null;
  note.load(store.current().meeting);
  store.subscribe(() => {
    const { meeting } = store.current();
    if ((meeting?.id ?? null) === openId) return;
    openId = meeting?.id ?? null;
    note.load(meeting);
    ui.update((state) => ({ ...state, viewed: null, tab: 'sheet', dialog: null, exported: null }));
    ui.update((state) => ({ ...state, paper: { document: 'minutes', format: 'pdf', agencyId: null } }));
  });

  return {
    store,
    clock: store.clock,
    t,
    toasts,
    ui,
    composer: note,
    unsent,
    aside,
    disconnected,
    dispatch,
    request,
    send: async (command) => {
      const reply = await dispatch(command);
      tell(reply);
      return reply?.ok === true;
    },
    ask: async (type, payload) => {
      const reply = await request(type, payload);
      tell(reply);
      return reply?.ok === true ? reply.value : null;
    },
  };
}
