import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allNotes } from '#core/model/meeting-notes.ts';
import { firstSettings } from '#core/model/settings.ts';
import type { DeskRuntime } from '#renderer/desk/kernel/runtime.ts';
import { offerEdit } from '#renderer/desk/notes/offer-edit.ts';
import { noteOf, openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', { getElementById: () => null });
  vi.stubGlobal('HTMLTextAreaElement', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A note whose edit was cancelled, and how many listen to the meeting because of it. */
async function cancelled() {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  room.send(noteOf(itemId, 'Stunting.'));
  const meeting = room.meeting();
  const [note] = allNotes(meeting);
  if (note === undefined) throw new Error('no note');
  const desk = await runtimeAt(deskDouble(meeting, firstSettings(THREE_AGENCIES)));
  let listening = 0;
  const runtime: DeskRuntime = {
    ...desk,
    store: {
      ...desk.store,
      subscribe: (listener) => {
        const end = desk.store.subscribe(listener);
        listening += 1;
        return () => {
          end();
          listening -= 1;
        };
      },
    },
  };
  const cancel = (text = 'Stunting. Segera.'): void => offerEdit(runtime, meeting.id, note, { ...note, text });
  cancel();
  const pressAgain = (): void => {
    const { id, action } = runtime.toasts.get().find(({ holdsWords }) => holdsWords) ?? {};
    action?.run();
    if (id !== undefined) runtime.toasts.dismiss(id);
  };
  return { runtime, note, cancel, pressAgain, listening: () => listening };
}

it('listens to the meeting no longer than the words can be brought back', async () => {
  const { runtime, cancel, pressAgain, listening } = await cancelled();
  expect(listening()).toBe(1);
  pressAgain();
  expect(listening()).toBe(0);
  cancel();
  runtime.wayBack.take();
  expect(listening()).toBe(0);

  // Undo means it no longer, and its message is closed: in either order.
  cancel();
  runtime.wayBack.forget();
  expect(listening()).toBe(1);
  for (const { id } of runtime.toasts.get()) runtime.toasts.dismiss(id);
  expect(listening()).toBe(0);
  cancel();
  for (const { id } of runtime.toasts.get()) runtime.toasts.dismiss(id);
  expect(listening()).toBe(1);
  runtime.wayBack.forget();
  expect(listening()).toBe(0);

  // The words that were in the box until then are an offer of their own.
  cancel('Stunting. Lusa.');
  pressAgain();
  expect(listening()).toBe(1);
  runtime.wayBack.forget();
  for (const { id } of runtime.toasts.get()) runtime.toasts.dismiss(id);
  expect(listening()).toBe(0);
});

it('knows that the note was private, also after the note box was in use when the words came back', async () => {
  const { runtime, note, pressAgain, listening } = await cancelled();
  await runtime.send({ type: 'note.edit', noteId: note.id, fields: { visibility: 'private' } });
  await runtime.send({ type: 'note.delete', noteId: note.id });
  runtime.ui.update((state) => ({ ...state, selected: note.itemId }));
  runtime.composer.type('Terima kasih.');
  pressAgain();
  expect(listening()).toBe(1);
  runtime.composer.type('');
  pressAgain();
  expect(runtime.composer.state.get()).toMatchObject({ text: 'Stunting. Segera.', visibility: 'private' });
  expect(listening()).toBe(0);
});
