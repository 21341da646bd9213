import { COMPOSE } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { Author, Draft, NoteId, NoteKind } from '#core/model/note.ts';
import type { RefusalMessage } from '#core/protocol/messages.ts';
import { shownItem } from '../agenda/shown-item.ts';
import type { DeskRuntime } from '../app/runtime.ts';
import { type ValueStore, valueStore } from '../app/value-store.ts';
import { type DraftSet, draftSaver, type Timers } from './draft-saver.ts';

export interface Compose {
  /** The item for which the text was begun; `null` while there is no text, and then the shown item is meant. */
  readonly itemId: ItemId | null;
  readonly author: Author;
  readonly kind: NoteKind;
  readonly visibility: Draft['visibility'];
  readonly text: string;
  /** Why the last attempt to commit was refused; told beside the box until the text changes. */
  readonly refusal: RefusalMessage | null;
  /** The change that carries the text as it stands; `null` while it has not been sent. */
  readonly savedSeq: number | null;
}

export interface Composer {
  readonly state: ValueStore<Compose>;
  type(text: string): void;
  setAuthor(author: Author): void;
  setKind(kind: NoteKind): void;
  setVisibility(visibility: Draft['visibility']): void;
  /** Gives the text begun for one item to another. */
  retarget(itemId: ItemId): void;
  /** Sends what waits to be saved. */
  flush(): void;
  /** Makes a note of the text. @returns the new note's id, or `null` when there was none or it was refused */
  commit(): Promise<NoteId | null>;
  /** Takes the draft that a meeting holds, when another meeting was opened. */
  load(meeting: Meeting | null): void;
  /** Takes the draft that the meeting holds, whatever stands in the box: another desk wrote it. */
  reload(meeting: Meeting | null): void;
  /** Sends the text again when it is not known to have arrived. */
  retry(): void;
}

const EMPTY: Compose = {
  itemId: null,
  author: { kind: 'leader', role: 'bupati' },
  kind: 'note',
  visibility: 'auto',
  text: '',
  refusal: null,
  savedSeq: null,
};

const draftOf = ({ author, kind, visibility, text }: Compose, itemId: ItemId) => ({
  itemId,
  author,
  kind,
  visibility,
  text,
});

type Source = Pick<DeskRuntime, 'dispatch' | 'store' | 'ui' | 'unsent' | 'aside'>;

/**
 * The note being typed. It lives outside React so that text survives whatever the screen does, and so that keys reach it
 * from anywhere.
 */
export function composer({ dispatch, store, ui, unsent, aside }: Source, timers?: Timers): Composer {
  const state = valueStore<Compose>(EMPTY);
  let meetingId: MeetingId | null = null;

  const target = (): ItemId | null => {
    const { meeting } = store.current();
    if (meeting === null) return null;
    const bound = state.get().itemId;
    return bound !== null && meeting.agenda.items[bound] !== undefined
      ? bound
      : (shownItem(meeting, ui.get().viewed)?.id ?? null);
  };

  const send = async (command: DraftSet) => {
    const reply = await dispatch(command);
    if (reply?.ok !== true) return reply;
    const { text, itemId } = command.draft;
    const { seq } = reply.value;
    state.update((now) => (now.text === text && now.itemId === itemId ? { ...now, savedSeq: seq } : now));
    return reply;
  };
  const saver = draftSaver({ key: COMPOSE, unsent, send, timers });
  const save = (): void => {
    const now = state.get();
    if (now.text !== '' && now.itemId !== null) saver.typed(draftOf(now, now.itemId));
  };

  const change = (fields: Partial<Compose>): void => {
    state.update((before) => ({ ...before, savedSeq: null, ...fields }));
    save();
  };

  /** What decides who may read the text is sent at once: a room that reads along must not go on for another word. */
  const changeReaders = (fields: Partial<Compose>): void => {
    change(fields);
    saver.flush();
  };

  /** Puts a refused text back in front of what was typed since. */
  const giveBack = (sent: Compose, refusal: RefusalMessage | null): void => {
    const since = state.get();
    const text = since.text === '' ? sent.text : `${sent.text}\n${since.text}`;
    state.set({ ...sent, text, refusal, savedSeq: null });
    save();
    saver.flush();
  };

  const take = (meeting: Meeting | null, savedSeq: number): void => {
    meetingId = meeting?.id ?? null;
    const draft = meeting?.drafts[COMPOSE];
    if (draft === undefined) state.set(EMPTY);
    else {
      const { minute: _minute, ...fields } = draft;
      state.set({ ...EMPTY, ...fields, savedSeq });
    }
  };

  const newNoteOf = async (itemId: ItemId, seq: number): Promise<NoteId | null> => {
    const caughtUp = () => store.current().saved.seq >= seq || store.current().meeting === null;
    if (!caughtUp()) {
      await new Promise<void>((resolve) => {
        const stop = store.subscribe(() => {
          if (!caughtUp()) return;
          stop();
          resolve();
        });
      });
    }
    return store.current().meeting?.agenda.items[itemId]?.noteIds.at(-1) ?? null;
  };

  return {
    state,
    type: (text) => {
      const before = state.get();
      if (text === before.text) return;
      if (text === '') {
        const { itemId } = before;
        saver.forget();
        state.set({ ...before, text, itemId: null, refusal: null, savedSeq: null });
        if (itemId !== null)
          void dispatch({ type: 'draft.set', key: COMPOSE, draft: draftOf({ ...before, text }, itemId) });
        return;
      }
      change({ text, itemId: target(), refusal: null });
    },
    setAuthor: (author) => change({ author }),
    setKind: (kind) => changeReaders({ kind }),
    setVisibility: (visibility) => changeReaders({ visibility }),
    retarget: (itemId) => changeReaders({ itemId }),
    flush: saver.flush,
    commit: async () => {
      const itemId = target();
      const sent = { ...state.get(), itemId };
      if (itemId === null || sent.text.trim() === '') return null;
      // Sent first, so that a refused text is on the disk all the same.
      saver.flush();
      // The box is cleared before the answer: keys struck meanwhile belong to the next note.
      state.set({ ...EMPTY, author: sent.author, kind: sent.kind });
      const reply = await dispatch({ type: 'note.add', ...draftOf(sent, itemId), concerns: null });
      if (reply?.ok === true) return newNoteOf(itemId, reply.value.seq);
      // The pen went to another desk meanwhile, and this box follows that one's words.
      if (reply?.refusal.code === 'otherDesk') {
        if (store.current().meeting?.drafts[COMPOSE]?.text !== sent.text) aside.add([sent.text]);
      } else giveBack(sent, reply?.refusal ?? null);
      return null;
    },
    load: (meeting) => {
      const id = meeting?.id ?? null;
      if (id === meetingId) return;
      saver.flush();
      take(meeting, 0);
    },
    reload: (meeting) => {
      saver.forget();
      // Only what was said to be saved: the other desk's last words may still be on their way to the disk.
      take(meeting, store.current().saved.seq);
    },
    retry: () => {
      if (state.get().text === '' || state.get().savedSeq !== null) return;
      save();
      saver.flush();
    },
  };
}
