/** For a window that only shows a page: it has neither preload nor script, and nothing of Node. */
export const SEALED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  javascript: false,
  spellcheck: false,
  devTools: false,
} as const;
