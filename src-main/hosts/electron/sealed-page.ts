/** For a window that only shows a page: without preload, script and Node. */
export const SEALED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  javascript: false,
  spellcheck: false,
  devTools: false,
} as const;
