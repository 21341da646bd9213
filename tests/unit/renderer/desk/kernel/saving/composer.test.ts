import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { NOTE_MAX } from '#core/model/lengths.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { firstSettings } from '#core/model/settings.ts';
import { type OutboxOptions, outbox } from '#renderer/client/outbox.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { composer } from '#renderer/desk/kernel/saving/composer.ts';
import { uiStore } from '#renderer/desk/kernel/ui-store.ts';
import { PAUSE_MS, type Timers } from '#renderer/kit/autosave-delay.ts';
import { openRoom, start, THREE_AGENCIES } from '../../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../../support/desk-port.ts';
import { refused } from '../../../../../support/outbox-world.ts';
import { steppedTimers } from '../../../../../support/stepped-timers.ts';
import { windowStorage } from '../../../../../support/window-storage.ts';

/** Timers that never ring by themselves: what is saved in these tests was flushed. */
const silent: Timers = { now: () => 0, later: () => () => undefined };

async function desk(savesAtOnce = true, timers = silent) {
  let answers: OutboxOptions['send'] | null = null;
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  const port = deskDouble(room.meeting(), firstSettings(THREE_AGENCIES), { savesAtOnce });
  const store = await openViewStore<'desk'>(port, (view, patches) => applyPatches(view, [...patches]));
  const ui = uiStore(() => true);
  const words = outbox({
    storage: windowStorage(),
    send: (command) => (answers ?? port.send)(command),
    open: () => {
      const { meeting: open, saved } = store.current();
      return open === null ? null : { id: open.id, seq: saved.seq, durable: saved.durable };
    },
    placeOf: () => '',
    later: () => undefined,
  });
  store.subscribe(words.letGo);
  /** How main answers from now on; `null`: as it should. */
  const answerWith = (next: OutboxOptions['send'] | null): void => {
    answers = next;
  };
  const compose = composer({ store, ui, outbox: words }, timers);
  compose.load(store.current().meeting);
  const meeting = () => {
    const { meeting: open } = store.current();
    if (open === null) throw new Error('closed');
    return open;
  };
  const itemOf = (agencyId: string) => room.item(agencyId).id;
  return { port, store, ui, words, compose, meeting, itemOf, answerWith };
}

describe('the note being typed', () => {
  it('belongs to the item for which it was begun, however far the agenda moves on', async () => {
    const { port, compose, meeting, itemOf } = await desk();
    compose.type('Lanjutkan pembangunan puskesmas');
    await port.send({ type: 'turn.finish', callNext: true });
    await port.send({ type: 'turn.start' });
    compose.type('Lanjutkan pembangunan puskesmas Satui');
    const noteId = await compose.commit();
    expect(findNote(meeting(), noteId ?? '')).toMatchObject({
      itemId: itemOf('Dinas Kesehatan'),
      text: 'Lanjutkan pembangunan puskesmas Satui',
    });
    compose.type('Baru');
    expect(compose.state.get().itemId).toBe(meeting().current);
  });

  it('is being typed until a pause after the last key, and no longer once it is sent, discarded or gone', async () => {
    const { timers, advance } = steppedTimers();
    const { compose, meeting } = await desk(true, timers);
    const isTyping = () => compose.state.get().isTyping;
    const typed = (text: string): void => {
      compose.type(text);
      expect(isTyping(), text).toBe(true);
    };
    expect(isTyping()).toBe(false);
    typed('Satu');
    advance(PAUSE_MS - 1);
    typed('Satu dua');
    advance(PAUSE_MS - 1);
    expect(isTyping()).toBe(true);
    advance(1);
    expect(isTyping()).toBe(false);
    typed('Satu dua tiga');
    compose.flush();
    expect(isTyping()).toBe(false);
    typed('Empat');
    compose.type('');
    expect(isTyping()).toBe(false);
    typed('Lima');
    await compose.commit();
    expect(isTyping()).toBe(false);
    typed('Enam');
    compose.reload(meeting());
    expect(isTyping()).toBe(false);
    advance(10_000);
    expect(isTyping()).toBe(false);
  });

  it('is sent as a draft when flushed, and is in the outbox until that is saved', async () => {
    const { port, compose, meeting, words } = await desk();
    compose.type('Setengah');
    expect(port.sent).toEqual([]);
    compose.flush();
    expect(words.entries()).toHaveLength(1);
    await expect.poll(() => words.entries()).toEqual([]);
    expect(meeting().drafts.compose?.text).toBe('Setengah');
    compose.type('Setengah kalimat');
    expect(words.entries()).toHaveLength(1);
  });

  it('is sent at once when others may read it, for a room that reads along', async () => {
    const { port, compose, meeting } = await desk();
    const sent = () => port.sent.filter(({ type }) => type === 'draft.set');
    compose.type('Rahasia');
    compose.setVisibility('private');
    expect(sent()).toMatchObject([{ draft: { text: 'Rahasia', visibility: 'private' } }]);
    compose.setKind('directive');
    expect(sent().at(-1)).toMatchObject({ draft: { text: 'Rahasia', visibility: 'private', kind: 'directive' } });
    await expect.poll(() => meeting().drafts.compose?.kind).toBe('directive');
    // Of an empty box nothing is sent.
    compose.type('');
    const before = port.sent.length;
    compose.setVisibility('shown');
    expect(port.sent).toHaveLength(before);
  });

  it('drops the draft when the box is emptied', async () => {
    const { compose, meeting } = await desk();
    compose.type('x');
    compose.flush();
    await expect.poll(() => meeting().drafts.compose?.text).toBe('x');
    compose.type('');
    await expect.poll(() => meeting().drafts.compose).toBeUndefined();
    expect(compose.state.get().itemId).toBeNull();
  });

  it('clears the box at once, keeps author and kind, and returns to automatic visibility', async () => {
    const { compose, meeting } = await desk();
    compose.setAuthor({ kind: 'leader', role: 'sekda' });
    compose.setKind('directive');
    compose.setVisibility('private');
    compose.type('Rahasia');
    const done = compose.commit();
    expect(compose.state.get()).toMatchObject({
      text: '',
      kind: 'directive',
      visibility: 'auto',
      author: { kind: 'leader', role: 'sekda' },
    });
    const noteId = await done;
    expect(findNote(meeting(), noteId ?? '')).toMatchObject({ visibility: 'private', text: 'Rahasia' });
    expect(meeting().drafts).toEqual({});
  });

  it('puts a refused text back before what was typed since, and stores it as a draft', async () => {
    const { compose, meeting } = await desk();
    const long = 'a'.repeat(NOTE_MAX + 1);
    compose.type(long);
    const done = compose.commit();
    compose.type('berikutnya');
    expect(await done).toBeNull();
    const state = compose.state.get();
    expect(state.text).toBe(`${long}\nberikutnya`);
    expect(state.refusal?.code).toBe('noteTooLong');
    expect(meeting().drafts.compose?.text).toBe(state.text);
    expect(meeting().notes).toEqual({});
    compose.type('pendek');
    expect(compose.state.get().refusal).toBeNull();
  });

  it('is restored from the meeting’s draft', async () => {
    const { compose, meeting, itemOf, store, ui, words } = await desk();
    compose.setAuthor({ kind: 'leader', role: 'wakil' });
    compose.type('Belum selesai');
    compose.flush();
    await expect.poll(() => meeting().drafts.compose?.text).toBe('Belum selesai');
    const again = composer({ store, ui, outbox: words }, silent);
    again.load(meeting());
    expect(again.state.get()).toMatchObject({
      text: 'Belum selesai',
      itemId: itemOf('Dinas Kesehatan'),
      author: { kind: 'leader', role: 'wakil' },
    });
  });

  it('is restored from the window rather than from the meeting’s draft, which is older', async () => {
    const { compose, meeting, store, ui, words, answerWith } = await desk();
    compose.type('Belum');
    compose.flush();
    await expect.poll(() => meeting().drafts.compose?.text).toBe('Belum');
    answerWith(() => new Promise(() => undefined));
    compose.type('Belum selesai');
    const again = composer({ store, ui, outbox: words }, silent);
    again.load(meeting());
    expect(again.state.get().text).toBe('Belum selesai');
    compose.type('');
    again.load(null);
    again.load(meeting());
    expect(again.state.get().text).toBe('');
  });

  it.each([
    ['that never was answered', 'lost'],
    ['that main could not take now', 'refused'],
  ] as const)('committed by a command %s is made one note, once main answers', async (_name, how) => {
    const { port, compose, meeting, words, answerWith } = await desk();
    compose.type('Percepat puskesmas');
    compose.flush();
    await expect.poll(() => meeting().drafts.compose?.text).toBe('Percepat puskesmas');
    // It may have been carried out all the same.
    answerWith(async (command) => {
      await port.send(command);
      if (how === 'lost') throw new Error('lost');
      return refused('meetingChanging');
    });
    expect(await compose.commit()).toBeNull();
    expect(compose.state.get()).toMatchObject({ text: '', refusal: null });
    expect(words.entries()).toMatchObject([{ state: 'waiting', command: { text: 'Percepat puskesmas' } }]);
    answerWith(null);
    words.resume();
    await expect.poll(() => words.entries()).toEqual([]);
    expect(Object.values(meeting().notes).flatMap((notes) => Object.values(notes))).toMatchObject([
      { text: 'Percepat puskesmas' },
    ]);
    expect(meeting().drafts).toEqual({});
  });

  it('never reaches a meeting that was opened meanwhile', async () => {
    const { port, compose, meeting, words } = await desk();
    compose.type('Rahasia');
    const other = { ...meeting(), id: 'lain' };
    port.change((view) => {
      view.meeting = other;
    });
    compose.load(other);
    expect(compose.state.get().text).toBe('');
    await expect.poll(() => words.entries()).toMatchObject([{ state: 'waiting' }]);
    expect(port.sent).toEqual([]);
  });

  it('does nothing with blanks', async () => {
    const { port, compose } = await desk();
    compose.type('   ');
    expect(await compose.commit()).toBeNull();
    expect(port.sent.filter(({ type }) => type === 'note.add')).toEqual([]);
  });
});
