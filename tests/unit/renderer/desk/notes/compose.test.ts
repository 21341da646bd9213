import { applyPatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { findNote } from '#core/model/meeting-notes.ts';
import { NOTE_MAX } from '#core/model/note.ts';
import { firstSettings } from '#core/model/settings.ts';
import { unsent } from '#renderer/client/unsent.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { uiStore } from '#renderer/desk/app/ui-store.ts';
import { composer } from '#renderer/desk/notes/compose.ts';
import type { Timers } from '#renderer/desk/notes/draft-saver.ts';
import { wordsAside } from '#renderer/desk/second-desk/words-aside.ts';
import { openRoom, start, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

const aside = wordsAside(windowStorage());
/** Timers that never ring by themselves: what is saved in these tests was flushed. */
const silent: Timers = { now: () => 0, set: () => 0, clear: () => undefined };

async function desk(savesAtOnce = true) {
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  const port = deskDouble(room.meeting(), firstSettings(THREE_AGENCIES), { savesAtOnce });
  const store = await openViewStore<'desk'>(port, (view, patches) => applyPatches(view, [...patches]));
  const ui = uiStore();
  const words = unsent(windowStorage());
  const compose = composer({ store, ui, unsent: words, aside, dispatch: (command) => port.send(command) }, silent);
  compose.load(store.current().meeting);
  const meeting = () => {
    const { meeting: open } = store.current();
    if (open === null) throw new Error('closed');
    return open;
  };
  const itemOf = (agencyId: string) => room.item(agencyId).id;
  return { port, store, ui, words, compose, meeting, itemOf };
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

  it('is sent as a draft when flushed, and told as saved only for the text that was sent', async () => {
    const { port, compose, meeting } = await desk();
    compose.type('Setengah');
    expect(port.sent).toEqual([]);
    compose.flush();
    await expect.poll(() => compose.state.get().savedSeq).toBe(1);
    expect(meeting().drafts.compose?.text).toBe('Setengah');
    compose.type('Setengah kalimat');
    expect(compose.state.get().savedSeq).toBeNull();
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

  it('clears the box at once, keeps author and kind, and goes back to automatic visibility', async () => {
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

  it('gives a refused text back, in front of what was typed since, and keeps it as a draft', async () => {
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

  it('is taken up again from the meeting’s draft', async () => {
    const { compose, meeting, itemOf, store, ui, words, port } = await desk();
    compose.setAuthor({ kind: 'leader', role: 'wakil' });
    compose.type('Belum selesai');
    compose.flush();
    await expect.poll(() => meeting().drafts.compose?.text).toBe('Belum selesai');
    const again = composer({ store, ui, unsent: words, aside, dispatch: (command) => port.send(command) }, silent);
    again.load(meeting());
    expect(again.state.get()).toMatchObject({
      text: 'Belum selesai',
      itemId: itemOf('Dinas Kesehatan'),
      author: { kind: 'leader', role: 'wakil' },
    });
  });

  it('does nothing with blanks', async () => {
    const { port, compose } = await desk();
    compose.type('   ');
    expect(await compose.commit()).toBeNull();
    expect(port.sent.filter(({ type }) => type === 'note.add')).toEqual([]);
  });
});
