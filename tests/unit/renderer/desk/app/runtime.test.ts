import { applyPatches } from 'immer';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import type { EksposePort } from '#core/protocol/messages.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { deskI18n } from '#renderer/desk/app/i18n.ts';
import { deskRuntime } from '#renderer/desk/app/runtime.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function desk(port: EksposePort) {
  const store = await openViewStore<'desk'>(port, (view, patches) => applyPatches(view, [...patches]));
  return deskRuntime(port, store, deskI18n('en'), windowStorage());
}
const settings = firstSettings(THREE_AGENCIES);

it('shows the meeting that main says is open, also when no push has told of it, and when it was open before', async () => {
  const meeting = openRoom().meeting();
  const main = deskDouble(null, settings);
  const runtime = await desk({
    ...main,
    // The change that would have told is used up by another.
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

it('lets an item be removed right after what was typed for it was given up, whatever of that is on its way', async () => {
  const room = openRoom();
  const main = deskDouble(room.meeting(), settings);
  // Nothing has come back yet of what was sent.
  const runtime = await desk({ ...main, onPush: () => () => undefined });
  const { id: itemId } = room.item('Dinas Kesehatan');
  runtime.ui.update((state) => ({ ...state, viewed: itemId }));
  runtime.composer.type('Perce');
  runtime.composer.flush();
  runtime.composer.type('');
  expect(await runtime.send({ type: 'agenda.remove', itemId })).toBe(true);
  expect(main.view().meeting?.drafts).toEqual({});
});

it('keeps no words that were refused to somebody who has them on the screen', async () => {
  const main = deskDouble(openRoom().meeting(), settings);
  const runtime = await desk(main);
  expect(await runtime.dispatch({ type: 'screen.announce', text: 'x'.repeat(5000) })).toMatchObject({ ok: false });
  expect(runtime.outbox.entries()).toEqual([]);
});

it('goes on after a lost connection that a port makes again by itself, and not after one that is gone', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const main = deskDouble(openRoom().meeting(), settings);
  const { Disconnected } = await import('#renderer/client/web-socket-port.ts');
  const lost = { ...main, send: () => Promise.reject(new Disconnected()) };
  const again = await desk({ ...lost, onStatus: () => () => undefined });
  await again.dispatch({ type: 'turn.pause' });
  expect(again.disconnected.get()).toBe(false);
  expect(again.toasts.get()).toEqual([]);
  window.dispatchEvent(new Event('ekspose:disconnected'));
  expect(again.disconnected.get()).toBe(true);
  const gone = await desk(lost);
  await gone.dispatch({ type: 'turn.pause' });
  expect(gone.disconnected.get()).toBe(true);
  silent.mockRestore();
});
