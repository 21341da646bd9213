import { expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import { tellExported } from '#renderer/desk/exports/export.ts';
import type { PaperChoice } from '#renderer/desk/kernel/ui-store.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

it('asks about a file in the way with the paper that is meant, and changes no choice of an open dialog', async () => {
  vi.stubGlobal('window', new EventTarget());
  const runtime = await runtimeAt(deskDouble(openRoom().meeting(), firstSettings(THREE_AGENCIES)));
  runtime.ui.update((state) => ({ ...state, dialog: { kind: 'minutes' } }));
  const chosen = runtime.ui.get().paper;
  const paper: PaperChoice = { document: 'rundown', format: 'docx', agencyId: null };
  tellExported(runtime, 'one', paper, { step: 'exists', path: 'susunan.docx' });
  expect(runtime.ui.get()).toMatchObject({ dialog: { kind: 'minutes' }, paper: chosen });
  runtime.ui.update((state) => ({ ...state, dialog: null }));
  expect(runtime.ui.get().dialog).toEqual({ kind: 'minutes', exists: { path: 'susunan.docx', what: 'one', paper } });
  vi.unstubAllGlobals();
});
