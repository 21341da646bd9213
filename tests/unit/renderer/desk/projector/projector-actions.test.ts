import { beforeEach, expect, it, vi } from 'vitest';
import { screenActions } from '#renderer/desk/projector/projector-actions.ts';
import { meetingInATurn, settingsOf } from '../../../../support/desk-meetings.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  return () => vi.unstubAllGlobals();
});

it('opens the dialog of an announcement wherever the room does not look, and nothing where it does', async () => {
  const runtime = await runtimeAt(deskDouble(meetingInATurn(), settingsOf()));
  const asked = (): unknown => runtime.ui.get().held[0] ?? runtime.ui.get().dialog;
  runtime.ui.update((state) => ({ ...state, oneScreen: true }));
  await screenActions(runtime).layout('announcement');
  expect(asked()).toBeNull();
  runtime.ui.update((state) => ({ ...state, screen: 'settings' }));
  await screenActions(runtime).layout('announcement');
  expect(asked()).toEqual({ kind: 'arrangeProjector', announcing: true });
});
