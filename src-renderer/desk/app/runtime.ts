import type { i18n } from 'i18next';
import type { Command } from '#core/commands/apply.ts';
import type { AnswerOf, EksposePort, Reply, RequestOf, RequestType } from '#core/protocol/messages.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { MainClock } from '#renderer/client/main-clock.ts';
import type { Unsent } from '#renderer/client/unsent.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import { Disconnected } from '#renderer/client/web-socket-port.ts';
import { type Composer, composer } from '../notes/compose.ts';
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

/** Ties the port, the view and the words together. A lost connection is told once, by a screen, not by each caller. */
export function deskRuntime(port: EksposePort, store: ViewStore<DeskView>, i18n: i18n, unsent: Unsent): DeskRuntime {
  const t = deskT(i18n);
  const toasts = toastStore();
  const disconnected = valueStore(false);
  window.addEventListener('ekspose:disconnected', () => disconnected.set(true));

  const safely = async <T>(call: Promise<T>): Promise<T | null> => {
    try {
      return await call;
    } catch (error) {
      console.error(error);
      if (error instanceof Disconnected) disconnected.set(true);
      else toasts.show({ tone: 'error', text: t('toast.failed') });
      return null;
    }
  };
  const tell = (reply: Reply<unknown> | null): void => {
    if (reply === null || reply.ok) return;
    toasts.show({ tone: 'error', text: t(`errors:${reply.refusal.code}`, reply.refusal.params) });
  };

  const dispatch: DeskRuntime['dispatch'] = async (command) => {
    if (!store.current().readOnly) return safely(port.send(command));
    // Told here and not only by the caller: also what is saved by itself while typing must not fail in silence.
    const refused = { ok: false, refusal: { code: 'readOnly', params: {} } } as const;
    tell(refused);
    return refused;
  };
  const ui = uiStore();
  const note = composer({ dispatch, store, ui, unsent });
  const request: DeskRuntime['request'] = (type, payload) => {
    // What leaves the meeting takes what is being typed along first; the port keeps the order.
    if (/^(meeting|document|backup)\./.test(type)) note.flush();
    return safely(port.ask(type, payload));
  };
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
