/** The target of a request, if it can be one of ours. */
export interface RequestTarget {
  /** Still percent-encoded, beginning with one slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Reads the target of a request line and never throws. It must be a plain path: we are not a proxy, so absolute
 * addresses, `*`, and a path that `URL` would read as a host (`//x`) are rejected.
 * @returns `null` for anything that no page of ours requests
 */
export function requestTarget(raw: string | undefined): RequestTarget | null {
  if (raw === undefined || !/^\/(?!\/)[\x21-\x7e]*$/.test(raw)) return null;
  const [path = '', ...query] = raw.split('?');
  // Never throws: invalid percent-encoding stays as it is.
  return { path: path.split('#')[0] ?? '', query: new URLSearchParams(query.join('?')) };
}

/** The value of a cookie; `null` if the header has none with this name. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
