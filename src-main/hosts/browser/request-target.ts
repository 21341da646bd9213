/** Where a request goes, as far as it can be one of ours. */
export interface RequestTarget {
  /** Still percent-encoded, beginning with one slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Reads the target of a request line without ever throwing. It must be a plain path: nothing here is a proxy, so an absolute
 * address, `*`, and a path that `URL` would take for a host (`//x`) are nobody's.
 * @returns `null` for what no page of ours asks for
 */
export function requestTarget(raw: string | undefined): RequestTarget | null {
  if (raw === undefined || !/^\/(?!\/)[\x21-\x7e]*$/.test(raw)) return null;
  const [path = '', ...query] = raw.split('?');
  // Never throws: what is no sound percent-encoding stays as it is.
  return { path: path.split('#')[0] ?? '', query: new URLSearchParams(query.join('?')) };
}

/** The value of a cookie; `null` when the header holds none of this name. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
