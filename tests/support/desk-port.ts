import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import { type Applied, applyCommand } from '#core/commands/apply.ts';
import { AgencyRows } from '#core/model/agency.ts';
import { listedFrom } from '#core/model/listed-agencies.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Clocks, EksposePort, Push, Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, RefusalMessage, RequestOf, RequestType } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { instant, mono } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import { historySubject } from '#core/views/history-subject.ts';

enablePatches();

export interface DeskDouble extends EksposePort {
  /** The view as the desk has received it. */
  view(): DeskView;
  /** Changes the view as main would (the state of saving, of the host), and informs the desk. */
  change(recipe: (view: { -readonly [K in keyof DeskView]: DeskView[K] }) => void): void;
  /** Everything the desk requested, in order. */
  readonly asked: { readonly type: RequestType; readonly payload: unknown }[];
  /** Everything the desk sent, in order, accepted or not. */
  readonly sent: { readonly type: string }[];
}

export interface DeskDoubleOptions {
  /** The wall clock, which the desk's own machine shows as well. */
  readonly now?: () => number;
  readonly mono?: () => number;
  /** Whether a change counts as saved at once; `false` leaves it at "saving". */
  readonly savesAtOnce?: boolean;
  /** What else it answers: to requests that it does not know, or later than at once. */
  readonly answers?: Answers;
}

type Answers = {
  readonly [T in RequestType]?: (payload: RequestOf<T>) => Reply<AnswerOf[T]> | Promise<Reply<AnswerOf[T]>>;
};

/**
 * Stands in for main at the desk's side of the port: applies the same commands with the same rules, supports undo and
 * redo, sends patches; but has no disk, no projector and no documents.
 */
export function deskDouble(meeting: Meeting | null, settings: Settings, options: DeskDoubleOptions = {}): DeskDouble {
  const { now = Date.now, mono: monoNow = () => performance.now(), savesAtOnce = true } = options;
  const listeners = new Set<(push: Push) => void>();
  const past: Applied[] = [];
  const future: Applied[] = [];
  const asked: DeskDouble['asked'] = [];
  const sent: DeskDouble['sent'] = [];
  let ids = 0;
  let rev = 0;
  let view: DeskView = {
    settings,
    meetings: [],
    meeting,
    saved: { seq: 0, durable: 0, at: null, failing: null },
    register: { rev: 0, undo: null, redo: null, failing: null },
    undo: null,
    redo: null,
    readOnly: false,
    seat: null,
    lastBackup: null,
    exporting: null,
    host: {
      kind: 'browser',
      displays: [],
      placing: null,
      projectorOpen: false,
      strip: 'unable',
      projectorUrl: null,
      dataFolder: '/data',
      version: '0.0.0',
    },
    notices: [],
  };

  const clocks = (): Clocks => ({ mono: mono(monoNow()), now: instant(now()) });
  const publish = (patches: readonly Patch[]): void => {
    // Windows get copies, never the application's own objects.
    rev += 1;
    for (const listener of listeners)
      listener({ kind: 'patches', patches: structuredClone(patches) as Patch[], rev, clocks: clocks() });
  };
  const change: DeskDouble['change'] = (recipe) => {
    const [next, patches] = produceWithPatches(view, (draft) => recipe(draft as Parameters<typeof recipe>[0]));
    view = next;
    publish(patches);
  };
  const counted = (next: Meeting | null): void => {
    change((draft) => {
      const seq = draft.saved.seq + 1;
      draft.meeting = next;
      draft.saved = { ...draft.saved, seq, durable: savesAtOnce ? seq : draft.saved.durable };
      const [undone, redone] = [past.at(-1), future.at(-1)];
      const named = (step: Applied | undefined) =>
        step === undefined || next === null
          ? null
          : { type: step.type, ...historySubject(next, step.type, step.patches, step.inverse) };
      draft.undo = named(undone);
      draft.redo = named(redone);
    });
  };
  const refused = (code: RefusalMessage['code'], params: RefusalMessage['params'] = {}) =>
    ({ ok: false, refusal: { code, params } }) as const;

  const send: EksposePort['send'] = async (command) => {
    sent.push(command);
    if (view.meeting === null) return refused('noMeeting');
    try {
      const applied = applyCommand(view.meeting, structuredClone(command), {
        at: instant(now()),
        mono: mono(monoNow()),
        newId: () => `x${String(++ids)}`,
      });
      if (applied.undoable) {
        past.push(applied);
        future.length = 0;
      }
      counted(applied.meeting);
      return { ok: true, value: { seq: view.saved.seq } };
    } catch (error) {
      if (error instanceof Refused) return refused(error.code, error.params);
      throw error;
    }
  };

  const step = (from: Applied[], to: Applied[], side: 'inverse' | 'patches'): boolean => {
    const applied = from.pop();
    if (applied === undefined || view.meeting === null) return false;
    to.push(applied);
    counted(applyPatches(view.meeting, [...applied[side]]));
    return true;
  };
  const answers: Answers = {
    'history.undo': () => (step(past, future, 'inverse') ? { ok: true, value: null } : refused('nothingToUndo')),
    'history.redo': () => (step(future, past, 'patches') ? { ok: true, value: null } : refused('nothingToRedo')),
    'settings.edit': ({ fields }) => {
      change((draft) => {
        draft.settings = { ...draft.settings, ...(fields as Partial<Settings>) };
      });
      return { ok: true, value: null };
    },
    'settings.agencies': ({ agencies }) => {
      change((draft) => {
        const { agencies: before } = draft.settings;
        draft.settings = {
          ...draft.settings,
          agencies: listedFrom(AgencyRows.parse(agencies), before, () => `x${String(++ids)}`),
        };
      });
      return { ok: true, value: null };
    },
    'meeting.close': () => {
      counted(null);
      return { ok: true, value: null };
    },
    'projector.open': () => {
      change((draft) => {
        draft.host = { ...draft.host, projectorOpen: true };
      });
      return { ok: true, value: { url: null } };
    },
    'projector.close': () => {
      change((draft) => {
        draft.host = { ...draft.host, projectorOpen: false };
      });
      return { ok: true, value: null };
    },
    'notice.dismiss': ({ id }) => {
      change((draft) => {
        draft.notices = draft.notices.filter((notice) => notice.id !== id);
      });
      return { ok: true, value: null };
    },
    ...options.answers,
  };

  return {
    asked,
    sent,
    view: () => view,
    change,
    send,
    hello: async () => ({ audience: 'desk', client: 'window', view: structuredClone(view), rev, clocks: clocks() }),
    ask: async (type, payload) => {
      asked.push({ type, payload });
      const answer = answers[type];
      return answer === undefined ? refused('badMessage') : answer(payload);
    },
    onPush: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Lets commands of a type do nothing, and have no answer, until they may. @returns lets them */
export function holdBack(double: DeskDouble, held: string): () => void {
  const { send } = double;
  let go = (): void => undefined;
  const may = new Promise<void>((resolve) => {
    go = resolve;
  });
  Object.assign(double, {
    send: async (...sent: Parameters<typeof send>) => {
      if (sent[0].type === held) await may;
      return send(...sent);
    },
  });
  return go;
}
