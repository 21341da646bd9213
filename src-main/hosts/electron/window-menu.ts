import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Locale } from '#core/text/format.ts';
import { mainTexts } from '../i18n.ts';

/**
 * Without a menu the only accelerators are the page's own; macOS takes copy and paste from the menu. Electron's labels
 * follow the system's language, so all are given.
 */
export function setAppMenu(platform: NodeJS.Platform, language: Locale): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const t = mainTexts(language);
  const separator = { type: 'separator' } as const;
  const menus: MenuItemConstructorOptions[] = [
    {
      label: 'Ekspose',
      submenu: [
        { role: 'about', label: t('menu.about') },
        separator,
        { role: 'hide', label: t('menu.hide') },
        { role: 'hideOthers', label: t('menu.hideOthers') },
        { role: 'unhide', label: t('menu.showAll') },
        separator,
        { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('domain:undo') },
        { role: 'redo', label: t('domain:redo') },
        separator,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
    {
      label: t('menu.window'),
      submenu: [
        { role: 'minimize', label: t('menu.minimize') },
        { role: 'front', label: t('menu.front') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

/** The context menu; Electron itself has none. If nothing could be done, nothing is shown. */
export function offerEditMenu(window: BrowserWindow, language: () => Locale): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags }) => {
    const { canCut, canCopy, canPaste, canSelectAll } = editFlags;
    const t = mainTexts(language());
    const copy: MenuItemConstructorOptions = { role: 'copy', label: t('menu.copy'), enabled: canCopy };
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: t('menu.cut'), enabled: canCut },
          copy,
          { role: 'paste', label: t('menu.paste'), enabled: canPaste },
          { role: 'selectAll', label: t('menu.selectAll'), enabled: canSelectAll },
        ]
      : canCopy
        ? [copy]
        : [];
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
