import { describe, expect, it } from 'vitest';
import { DESK_SCREENS, type DeskDialog, uiStore } from '#renderer/desk/kernel/ui-store.ts';

const elsewhere = DESK_SCREENS.filter((screen) => screen !== 'meeting');

describe('a dialog', () => {
  it.each(elsewhere)('of the meeting goes from the screen "%s" to the meeting, where it is drawn', (screen) => {
    const ui = uiStore();
    ui.update((state) => ({ ...state, screen }));
    ui.update((state) => ({ ...state, dialog: { kind: 'minutes' } }));
    expect(ui.get()).toMatchObject({ screen: 'meeting', dialog: { kind: 'minutes' } });
    ui.set({ ...ui.get(), screen, dialog: null });
    ui.set({ ...ui.get(), dialog: { kind: 'refit' } });
    expect(ui.get()).toMatchObject({ screen: 'meeting', dialog: { kind: 'refit' } });
  });

  it.each(elsewhere)('that stands on every screen leaves the screen "%s" where it is', (screen) => {
    const ui = uiStore();
    ui.update((state) => ({ ...state, screen }));
    for (const dialog of [{ kind: 'help' }, { kind: 'copy', text: '' }] satisfies DeskDialog[]) {
      ui.update((state) => ({ ...state, dialog }));
      expect(ui.get()).toMatchObject({ screen, dialog });
    }
  });

  it.each(elsewhere)('of the meeting does not wait on the screen "%s" until somebody comes back', (screen) => {
    const ui = uiStore();
    ui.update((state) => ({ ...state, dialog: { kind: 'refit' } }));
    ui.update((state) => ({ ...state, screen }));
    expect(ui.get()).toMatchObject({ screen, dialog: null });
  });
});
