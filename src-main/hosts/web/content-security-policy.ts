/**
 * What a window may load: its own files and its own socket, nothing else. No `unsafe-*`, no `data:`.
 * @param connect further addresses that may be connected to (the browser host's socket)
 */
export const windowPolicy = (connect = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self'",
    `connect-src 'self'${connect === '' ? '' : ` ${connect}`}`,
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
