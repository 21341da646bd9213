import { LAYOUTS, type Layout } from '#core/model/screen.ts';
import type { MenuEntry } from '#renderer/kit/menu.tsx';
import type { DeskT } from '../kernel/i18n.ts';
import { KEYMAP } from '../kernel/keys/keymap.ts';

/** What is printed on the key that chooses a layout. */
export const layoutCap = (layout: Layout): string =>
  KEYMAP.find(({ action }) => action.do === 'layout' && action.layout === layout)?.cap ?? '';

/** The layouts as entries of a menu; the present one is ticked. */
export function layoutEntries(t: DeskT, present: Layout, isDisabled: boolean, run: (layout: Layout) => void) {
  return LAYOUTS.map(
    (layout): MenuEntry => ({
      id: `layout-${layout}`,
      label: t(`projector.layout.${layout}`),
      keys: layoutCap(layout),
      icon: layout === present ? 'check' : undefined,
      isDisabled,
      run: () => run(layout),
    }),
  );
}
