import { describe, expect, it } from 'vitest';
import { closeDialog, DESK_SCREENS, type DeskDialog, uiStore } from '#renderer/desk/kernel/ui-store.ts';

const paper = { document: 'minutes', format: 'pdf', agencyId: null } as const;
const exists = { path: 'notula.pdf', what: 'one', paper } as const;
const elsewhere = DESK_SCREENS.filter((screen) => screen !== 'meeting');

describe('a dialog', () => {
  it.each(elsewhere)('of the meeting goes from the screen "%s" to the meeting, where it is drawn', (screen) => {
    const ui = uiStore(() => true);
    ui.update((state) => ({ ...state, screen }));
    ui.update((state) => ({ ...state, dialog: { kind: 'minutes' } }));
    expect(ui.get()).toMatchObject({ screen: 'meeting', dialog: { kind: 'minutes' } });
    ui.set({ ...ui.get(), screen, dialog: null });
    ui.set({ ...ui.get(), dialog: { kind: 'refit' } });
    expect(ui.get()).toMatchObject({ screen: 'meeting', dialog: { kind: 'refit' } });
  });

  it.each(elsewhere)('that stands on every screen leaves the screen "%s" where it is', (screen) => {
    const ui = uiStore(() => true);
    ui.update((state) => ({ ...state, screen }));
    for (const dialog of [{ kind: 'help' }, { kind: 'copy', text: '' }] satisfies DeskDialog[]) {
      ui.update((state) => ({ ...state, dialog }));
      expect(ui.get()).toMatchObject({ screen, dialog });
    }
  });

  it.each(elsewhere)('of the meeting does not wait on the screen "%s" until somebody comes back', (screen) => {
    const ui = uiStore(() => true);
    ui.update((state) => ({ ...state, dialog: { kind: 'refit' } }));
    ui.update((state) => ({ ...state, screen }));
    expect(ui.get()).toMatchObject({ screen, dialog: null });
  });

  it('whose answer comes late does not close the one that was opened meanwhile', () => {
    const ui = uiStore(() => true);
    const asked: DeskDialog = { kind: 'help' };
    ui.update((state) => ({ ...state, dialog: asked }));
    ui.update((state) => ({ ...state, dialog: { kind: 'search' } }));
    closeDialog(ui, asked);
    expect(ui.get().dialog).toEqual({ kind: 'search' });
    closeDialog(ui, ui.get().dialog);
    expect(ui.get().dialog).toBeNull();
  });

  it('that is opened while it is open is the one that is open, and another of files that look the same is not', () => {
    const ui = uiStore(() => true);
    const next = { kind: 'continueMeeting', meetingId: 'm1', title: 'Rakor', date: '2021-05-17' } as const;
    ui.update((state) => ({ ...state, dialog: next }));
    ui.update((state) => ({ ...state, dialog: { ...next } }));
    expect(ui.get().dialog).toBe(next);
    ui.update((state) => ({ ...state, dialog: { ...next, title: 'Rakor lain' } }));
    expect(ui.get().dialog).not.toBe(next);
    const slides = (file: File): DeskDialog => ({ kind: 'slides', itemId: null, files: [file] });
    const [one, same] = [new File([], 'a.pdf'), new File([], 'a.pdf')];
    for (const file of [one, same, same]) ui.update((state) => ({ ...state, dialog: slides(file) }));
    expect(ui.get().dialog).toMatchObject({ kind: 'slides', files: [same] });
    expect((ui.get().dialog as { files?: readonly File[] }).files?.[0]).toBe(same);
  });

  it('that is not for the room waits until it no longer looks on, and until nothing is in front', () => {
    const ui = uiStore(() => true);
    ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
    ui.update((state) => ({ ...state, oneScreen: true }));
    expect(ui.get()).toMatchObject({ dialog: null, held: [] });
    ui.update((state) => ({ ...state, dialog: { kind: 'minutes', exists } }));
    expect(ui.get().dialog).toBeNull();
    // What is asked of a key in the room's window is asked there.
    ui.update((state) => ({ ...state, dialog: { kind: 'otherDay', command: { type: 'turn.start' } } }));
    expect(ui.get().dialog?.kind).toBe('otherDay');
    ui.update((state) => ({ ...state, oneScreen: false }));
    expect(ui.get().dialog?.kind).toBe('otherDay');
    ui.update((state) => ({ ...state, screen: 'board', dialog: null }));
    expect(ui.get()).toMatchObject({ screen: 'board', dialog: null });
    ui.update((state) => ({ ...state, screen: 'meeting' }));
    expect(ui.get()).toMatchObject({ dialog: { kind: 'minutes', exists }, held: [] });
  });

  it('opens on the start screen, whatever the window was when the meeting ended', () => {
    const ui = uiStore(() => false);
    ui.update((state) => ({ ...state, oneScreen: true }));
    ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
    expect(ui.get().dialog).toEqual({ kind: 'help' });
  });
});
