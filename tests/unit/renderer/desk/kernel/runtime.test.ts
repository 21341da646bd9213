import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import type { ConnectionStatus, EksposePort } from '#core/protocol/messages.ts';
import { wordsOf } from '#renderer/client/command-words.ts';
import { isAside } from '#renderer/client/outbox.ts';
import type { DeskDialog } from '#renderer/desk/kernel/ui-store.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { type DeskDouble, deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const settings = firstSettings(THREE_AGENCIES);

it('shows the meeting that main reports as open, also without a push, and when it was open before', async () => {
  const meeting = openRoom().meeting();
  const main = deskDouble(null, settings);
  const runtime = await runtimeAt({
    ...main,
    // The push that would have said so is consumed by another.
    onPush: () => () => undefined,
    ask: (async (type: string) => {
      if (type === 'meeting.open' && main.view().meeting === null)
        main.change((view) => {
          view.meeting = meeting;
        });
      return { ok: true, value: null };
    }) as EksposePort['ask'],
  });
  await runtime.ask('meeting.open', { meetingId: meeting.id });
  expect(runtime.store.current().meeting?.id).toBe(meeting.id);
});

it('tells a request that is answered with nothing from one that is refused, and from one that was cancelled', async () => {
  const main = deskDouble(openRoom().meeting(), settings);
  const runtime = await runtimeAt(main);
  expect(await runtime.ask('settings.edit', { fields: { finishStarts: true } })).toBe(true);
  expect(await runtime.ask('history.undo', {})).toBeNull();
  const cancelled = await runtimeAt({ ...main, ask: async () => ({ ok: true, value: null }) as never });
  expect(await cancelled.ask('document.exportAgencies', {} as never)).toBeNull();
});

it('lets an item be removed right after its draft was discarded, whatever of that is still being sent', async () => {
  const room = openRoom();
  const main = deskDouble(room.meeting(), settings);
  // Nothing has come back yet of what was sent.
  const runtime = await runtimeAt({ ...main, onPush: () => () => undefined });
  const { id: itemId } = room.item('Dinas Kesehatan');
  runtime.ui.update((state) => ({ ...state, selected: itemId }));
  runtime.composer.type('Perce');
  runtime.composer.flush();
  runtime.composer.type('');
  expect(await runtime.send({ type: 'agenda.remove', itemId })).toBe(true);
  expect(main.view().meeting?.drafts).toEqual({});
});

it('keeps no refused words that are still on the screen', async () => {
  const main = deskDouble(openRoom().meeting(), settings);
  const runtime = await runtimeAt(main);
  expect(await runtime.dispatch({ type: 'screen.announce', text: 'x'.repeat(5000) })).toMatchObject({ ok: false });
  expect(runtime.outbox.entries()).toEqual([]);
});

it('continues after a connection that the port restores, and not after one that is gone', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const main = deskDouble(openRoom().meeting(), settings);
  const { Disconnected } = await import('#renderer/client/web-socket-port.ts');
  const lost = { ...main, send: () => Promise.reject(new Disconnected()) };
  const again = await runtimeAt({ ...lost, onStatus: () => () => undefined });
  await again.dispatch({ type: 'turn.pause' });
  expect(again.disconnected.get()).toBe(false);
  expect(again.toasts.get()).toEqual([]);
  window.dispatchEvent(new Event('ekspose:disconnected'));
  expect(again.disconnected.get()).toBe(true);
  const gone = await runtimeAt(lost);
  await gone.dispatch({ type: 'turn.pause' });
  expect(gone.disconnected.get()).toBe(true);
  silent.mockRestore();
});

/** A desk whose first sending never arrives, with what it types there in the sheet. */
async function deskOfLostWords(main: DeskDouble, itemId: string) {
  let lose = true;
  let status: (status: ConnectionStatus) => void = () => undefined;
  const runtime = await runtimeAt({
    ...main,
    send: (command) => {
      if (!lose) return main.send(command);
      lose = false;
      return Promise.resolve({ ok: false, refusal: { code: 'meetingChanging', params: {} } });
    },
    onStatus: (listener) => {
      const before = status;
      status = (next) => {
        before(next);
        listener(next);
      };
      return () => undefined;
    },
  });
  await runtime.dispatch({ type: 'sheet.edit', itemId, fields: { vision: 'Sehat' } });
  expect(runtime.outbox.entries()).toMatchObject([{ state: 'waiting' }]);
  return { runtime, status: (next: ConnectionStatus) => status(next) };
}

it('returns from the one screen to the dialog that was half typed, also one of no meeting', async () => {
  const room = openRoom();
  const runtime = await runtimeAt(deskDouble(room.meeting(), settings));
  const dialog = { kind: 'agencyDirectory' } as const;
  runtime.forms.put('/agencyDirectory/pupr/fields', { dialog, base: { name: 'a' }, typed: { name: 'b' } });
  runtime.forms.put('/home/title', { dialog: null, base: null, typed: 'Rakor' });
  expect(runtime.halfTyped()).toEqual(dialog);
  runtime.ui.update((state) => ({ ...state, oneScreen: true }));
  expect(runtime.halfTyped()).toBeNull();
});

it('returns to no dialog whose subject is gone, but offers its words to be copied, once', async () => {
  const room = openRoom();
  const runtime = await runtimeAt(deskDouble(room.meeting(), settings));
  const { id } = room.meeting();
  const put = (dialog: DeskDialog, typed: unknown): void =>
    runtime.forms.put(`${id}/${JSON.stringify(dialog)}/form`, { dialog, base: { name: '', of: 'pupr' }, typed });
  put({ kind: 'item', itemId: 'gone' }, { name: 'Ir. Sari', of: 'pupr' });
  put({ kind: 'addItem' }, { name: 'Dinas Baru', of: 'pupr' });
  for (const _time of [1, 2]) expect(runtime.halfTyped()).toEqual({ kind: 'addItem' });
  const told = runtime.toasts.get().filter(({ holdsWords }) => holdsWords === true);
  expect(told).toHaveLength(1);
  told[0]?.action?.run();
  expect(runtime.ui.get().dialog).toEqual({ kind: 'copy', text: 'Ir. Sari' });
  expect(runtime.halfTyped()).toEqual({ kind: 'addItem' });
});

it('sends what waits when the connection is back, and when its meeting is open again', async () => {
  for (const back of ['connection', 'meeting'] as const) {
    const room = openRoom();
    const main = deskDouble(room.meeting(), settings);
    const { id: itemId } = room.item('Dinas Kesehatan');
    const { runtime, status } = await deskOfLostWords(main, itemId);
    if (back === 'connection') status('connected');
    else {
      const open = main.view().meeting;
      for (const meeting of [null, open])
        main.change((view) => {
          view.meeting = meeting;
        });
    }
    await vi.waitFor(() => expect(main.view().meeting?.agenda.items[itemId]?.sheet.vision).toBe('Sehat'));
    await vi.waitFor(() => expect(runtime.outbox.entries()).toEqual([]));
  }
});

it('lets go of words once they are on the disk', async () => {
  const room = openRoom();
  const main = deskDouble(room.meeting(), settings, { savesAtOnce: false });
  const runtime = await runtimeAt(main);
  const { id: itemId } = room.item('Dinas Kesehatan');
  await runtime.dispatch({ type: 'sheet.edit', itemId, fields: { vision: 'Sehat' } });
  expect(runtime.outbox.entries()).toMatchObject([{ state: 'applied' }]);
  main.change((view) => {
    view.saved = { ...view.saved, durable: view.saved.seq };
  });
  expect(runtime.outbox.entries()).toEqual([]);
});

it('sends nothing while another desk holds the seat, and keeps what was typed to be copied', async () => {
  const room = openRoom();
  const main = deskDouble(room.meeting(), settings);
  const runtime = await runtimeAt(main);
  runtime.ui.update((state) => ({ ...state, selected: room.item('Dinas Kesehatan').id }));
  runtime.composer.type('Percepat');
  main.change((view) => {
    view.seat = 'another';
  });
  const before = main.sent.length;
  expect(await runtime.dispatch({ type: 'turn.pause' })).toMatchObject({ refusal: { code: 'otherDesk' } });
  runtime.composer.flush();
  expect(main.sent).toHaveLength(before);
  expect(runtime.outbox.entries().map((entry) => [isAside(entry), wordsOf(entry.command)])).toEqual([
    [true, 'Percepat'],
  ]);
});

it('undoes first what a key closed, until something is sent that undo takes back', async () => {
  const room = openRoom();
  const { id: itemId } = room.item('Dinas Kesehatan');
  const slides = { hash: 'a'.repeat(64), name: 'bahan.pdf', bytes: 9_000, pages: 12 };
  room.send({ type: 'slides.attach', itemId, slides });
  const runtime = await runtimeAt(deskDouble(room.meeting(), settings));
  runtime.wayBack.offer('…', () => undefined);
  await runtime.send({ type: 'slides.page', itemId, page: 2 });
  await runtime.send({ type: 'slides.counted', itemId, hash: slides.hash, pages: 9 });
  await runtime.send({ type: 'screen.blank', on: true });
  expect(runtime.wayBack.take()).toBe(true);
  runtime.wayBack.offer('…', () => undefined);
  await runtime.send({ type: 'slides.detach', itemId });
  expect(runtime.wayBack.take()).toBe(false);
});

it('forgets with a meeting what was being done to its notes', async () => {
  const meeting = openRoom().meeting();
  const main = deskDouble(meeting, settings);
  const runtime = await runtimeAt(main);
  runtime.ui.update((state) => ({
    ...state,
    pickingAuthor: true,
    editing: ['n1'],
    wantedNote: 'n1',
  }));
  main.change((view) => {
    view.meeting = { ...meeting, id: 'next' };
  });
  expect(runtime.ui.get()).toMatchObject({ pickingAuthor: false, editing: [], wantedNote: null });
});
