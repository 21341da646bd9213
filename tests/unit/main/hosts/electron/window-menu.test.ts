import { beforeEach, expect, test, vi } from 'vitest';
import { setAppMenu } from '#main/hosts/electron/window-menu.ts';
import { windowSet } from '#main/hosts/electron/windows.ts';
import { menu } from '../../../../doubles/electron/module/system.ts';
import { plain } from '../../../../doubles/electron/plain.ts';
import { displayOf } from '../../../../support/display-arrangements.ts';

vi.mock('electron', () => import('../../../../doubles/electron/plain.ts'));
beforeEach(() => plain.start({ mode: 'windows', displays: [displayOf(1, [1366, 768])] }));

// electron/electron docs/api/web-contents.md, 'context-menu': Electron itself shows nothing on a right click.
test('a right click in a field offers to cut, copy, paste and select, in the language of the desk', async () => {
  const windows = windowSet({ system: 'windows', preloads: '/nowhere', gaveUp: () => undefined });
  await windows.open('desk', null);
  const id = windows.get('desk')?.id ?? -1;
  plain.does.rightClick({ id, isEditable: true, selectionText: 'air bersih' });
  windows.speak('en');
  plain.does.rightClick({ id, isEditable: true, selectionText: '' });
  const [first, second] = plain.inspect().popups;
  expect(first?.window).toBe(id);
  expect(first?.items.map(({ label, role }) => [label, role])).toEqual([
    ['Potong', 'cut'],
    ['Salin', 'copy'],
    ['Tempel', 'paste'],
    ['Pilih semua', 'selectAll'],
  ]);
  expect(second?.items.map(({ label, enabled }) => [label, enabled])).toEqual([
    ['Cut', false],
    ['Copy', false],
    ['Paste', true],
    ['Select all', true],
  ]);
});

test('elsewhere it offers to copy what is selected, and nothing where nothing is', async () => {
  const windows = windowSet({ system: 'windows', preloads: '/nowhere', gaveUp: () => undefined });
  await windows.open('desk', null);
  const id = windows.get('desk')?.id ?? -1;
  plain.does.rightClick({ id, isEditable: false, selectionText: '' });
  plain.does.rightClick({ id, isEditable: false, selectionText: 'jalan' });
  expect(plain.inspect().popups.map(({ items }) => items.map(({ role }) => role))).toEqual([['copy']]);
});

test('there is a menu on macOS alone, and every label in it is of the desk’s language', () => {
  setAppMenu('win32', 'id');
  expect(plain.inspect().menu).toBe('none');
  setAppMenu('darwin', 'id');
  const labels = menu.items.flatMap(({ label, submenu = [] }) => [
    label,
    ...submenu.filter(({ type }) => type !== 'separator').map((item) => item.label),
  ]);
  expect(labels).toContain('Keluar dari Ekspose');
  // A role without a label would speak the system's language.
  expect(labels.every((label) => typeof label === 'string' && label !== '')).toBe(true);
});
