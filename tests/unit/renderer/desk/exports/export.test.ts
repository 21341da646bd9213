import { expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import { tellExported } from '#renderer/desk/exports/export.ts';
import { leaveOneScreen } from '#renderer/desk/kernel/one-screen-mode.ts';
import type { PaperChoice } from '#renderer/desk/kernel/ui-store.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';
import { windowStorage } from '../../../../support/window-storage.ts';

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

it('asks about the files of several exports one after the other, and about one file once', async () => {
  vi.stubGlobal('window', new EventTarget());
  const runtime = await runtimeAt(deskDouble(openRoom().meeting(), firstSettings(THREE_AGENCIES)));
  const { ui } = runtime;
  const papers: PaperChoice[] = [
    { document: 'rundown', format: 'pdf', agencyId: null },
    { document: 'minutes', format: 'docx', agencyId: null },
  ];
  const asked = (index: number) => ({
    kind: 'minutes',
    exists: { path: `berkas ${index}`, what: 'one', paper: papers[index] },
  });
  const tell = (): void => {
    for (const [index, paper] of papers.entries())
      tellExported(runtime, 'one', paper, { step: 'exists', path: `berkas ${index}` });
  };
  ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
  tell();
  tell();
  const close = (): void => ui.update((state) => ({ ...state, dialog: null }));
  close();
  expect(ui.get().dialog).toEqual(asked(0));
  // Another one comes while the first is being answered.
  tellExported(runtime, 'one', papers[0] as PaperChoice, { step: 'exists', path: 'berkas 0' });
  close();
  expect(ui.get().dialog).toEqual(asked(1));
  close();
  expect(ui.get().dialog).toEqual(asked(0));
  close();
  expect(ui.get().dialog).toBeNull();
  vi.unstubAllGlobals();
});

it('says that a file was not saved about which nobody was asked before another meeting was opened', async () => {
  vi.stubGlobal('window', new EventTarget());
  const main = deskDouble(openRoom().meeting(), firstSettings(THREE_AGENCIES));
  const runtime = await runtimeAt(main);
  runtime.ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
  const paper: PaperChoice = { document: 'rundown', format: 'pdf', agencyId: null };
  tellExported(runtime, 'one', paper, { step: 'exists', path: 'susunan.pdf' });
  main.change((view) => {
    view.meeting = { ...openRoom().meeting(), id: 'next' };
  });
  expect(runtime.toasts.get()).toMatchObject([{ tone: 'error', text: runtime.t('exports.cancelled') }]);
  expect(runtime.ui.get().held).toEqual([]);
  vi.unstubAllGlobals();
});

it('asks about every file that waited in one screen once the form that is half typed is closed', async () => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('sessionStorage', windowStorage());
  vi.stubGlobal('document', { fullscreenElement: null, activeElement: {} });
  const runtime = await runtimeAt(deskDouble(openRoom().meeting(), firstSettings(THREE_AGENCIES)));
  const { ui } = runtime;
  ui.update((state) => ({ ...state, oneScreen: true }));
  const paper: PaperChoice = { document: 'rundown', format: 'pdf', agencyId: null };
  for (const path of ['satu.pdf', 'dua.pdf']) tellExported(runtime, 'one', paper, { step: 'exists', path });
  expect(ui.get().dialog).toBeNull();
  leaveOneScreen({ ...runtime, halfTyped: () => ({ kind: 'addItem' }) });
  const seen: unknown[] = [];
  for (let times = 0; times < 4; times += 1) {
    const { dialog } = ui.get();
    seen.push(dialog?.kind === 'minutes' ? dialog.exists?.path : dialog?.kind);
    ui.update((state) => ({ ...state, dialog: null }));
  }
  expect(seen).toEqual(['addItem', 'satu.pdf', 'dua.pdf', undefined]);
  // The window is asked what it is, and who has the focus, only after this.
  for (let times = 0; times < 2; times += 1)
    await new Promise<void>((resolve) => runtime.inWindow(async () => resolve()));
  vi.unstubAllGlobals();
});
