import { COMPOSE } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { Author, Draft, NoteId, NoteKind } from '#core/model/note.ts';
import type { RefusalMessage } from '#core/protocol/messages.ts';
import type { DeskView } from '#core/views/desk.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { isOvertaken, isPostponed, type Outbox } from '#renderer/client/outbox.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import type { Timers } from '#renderer/kit/typing-pause.ts';
import type { Ui } from '../ui-store.ts';
import { type ValueStore, valueStore } from '../value-store.ts';
import { caughtUp } from './caught-up.ts';
import { type DraftSaver, draftSaver, type Typed, unsentDraft } from './draft-saver.ts';

export interface Compose {
  /** The item for which the text was begun; `null` while there is no text, and then the shown item is meant. */
  readonly itemId: ItemId | null;
  readonly author: Author;
  readonly kind: NoteKind;
  readonly visibility: Draft['visibility'];
  readonly text: string;
  /** Why the last attempt to commit was refused; told beside the box until the text changes. */
  readonly refusal: RefusalMessage | null;
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
  /**
   * Makes a note of the text. @returns the new note's id; `null` when there was none, when it was refused, and when the
   * outbox keeps it for a later try
   */
  commit(): Promise<NoteId | null>;
  /** Takes the draft that a meeting holds, when another meeting was opened. */
  load(meeting: Meeting | null): void;
  /** Takes the draft that the meeting holds, whatever stands in the box: another desk wrote it. */
  reload(meeting: Meeting | null): void;
}

const EMPTY: Compose = {
  itemId: null,
  author: { kind: 'leader', role: 'bupati' },
  kind: 'note',
  visibility: 'auto',
  text: '',
  refusal: null,
};

/** A note's id of the window's own making, so that a note sent twice is made once. */
const newNoteId = (): NoteId =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const draftOf = ({ author, kind, visibility, text }: Compose, itemId: ItemId) => ({
  itemId,
  author,
  kind,
  visibility,
  text,
});

interface Source {
  readonly store: ViewStore<DeskView>;
  readonly ui: ValueStore<Ui>;
  readonly outbox: Outbox;
}

/**
 * The note being typed. It lives outside React so that text survives whatever the screen does, and so that keys reach it
 * from anywhere.
 */
export function composer({ store, ui, outbox }: Source, timers?: Timers): Composer {
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

  const saverOf = (id: MeetingId | null): DraftSaver => draftSaver({ key: COMPOSE, meetingId: id, outbox, timers });
  let saver = saverOf(meetingId);
  const save = (): void => {
    const now = state.get();
    if (now.text !== '' && now.itemId !== null) saver.typed(draftOf(now, now.itemId));
  };

  const change = (fields: Partial<Compose>): void => {
    state.update((before) => ({ ...before, ...fields }));
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
    state.set({ ...sent, text, refusal });
    save();
    saver.flush();
  };

  const take = (meeting: Meeting | null, draft: Typed | undefined): void => {
    meetingId = meeting?.id ?? null;
    saver = saverOf(meetingId);
    if (draft === undefined) state.set(EMPTY);
    else {
      const { itemId, author, kind, visibility, text } = draft;
      state.set({ ...EMPTY, itemId, author, kind, visibility, text });
    }
  };

  return {
    state,
    type: (text) => {
      const before = state.get();
      if (text === before.text) return;
      if (text === '') {
        saver.drop();
        state.set({ ...before, text, itemId: null, refusal: null });
        return;
      }
      change({ text, itemId: target(), refusal: null });
    },
    setAuthor: (author) => change({ author }),
    setKind: (kind) => changeReaders({ kind }),
    setVisibility: (visibility) => changeReaders({ visibility }),
    retarget: (itemId) => changeReaders({ itemId }),
    flush: () => saver.flush(),
    commit: async () => {
      const itemId = target();
      const sent = { ...state.get(), itemId };
      if (itemId === null || sent.text.trim() === '') return null;
      // Sent first, so that a refused text is on the disk all the same.
      saver.flush();
      const id = newNoteId();
      const command = { type: 'note.add', id, ...draftOf(sent, itemId), concerns: null } as const;
      const entry = outbox.put(`note/${id}`, command, meetingId);
      // From here on the note carries the words.
      saver.forget();
      // The box is cleared before the answer: keys struck meanwhile belong to the next note.
      state.set({ ...EMPTY, author: sent.author, kind: sent.kind });
      const answer = entry === null ? null : await outbox.send(entry);
      // What another desk's words have overtaken lies in the outbox to be copied; this box follows that desk's.
      if (entry === null || answer === null || isPostponed(answer) || isOvertaken(answer)) return null;
      if (answer.ok) {
        await caughtUp(store, answer.value.seq);
        return id;
      }
      outbox.remove(entry);
      giveBack(sent, answer.refusal);
      return null;
    },
    load: (meeting) => {
      const id = meeting?.id ?? null;
      if (id === meetingId) return;
      saver.flush();
      const unsent = unsentDraft(outbox, COMPOSE);
      take(meeting, unsent === 'dropped' ? undefined : (unsent ?? meeting?.drafts[COMPOSE]));
    },
    reload: (meeting) => {
      saver.forget();
      take(meeting, meeting?.drafts[COMPOSE]);
    },
  };
}
