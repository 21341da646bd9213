import { randomUUID } from 'node:crypto';

/** How many documents stay available; older addresses stop working. */
const KEPT = 4;

/** The documents that a host shows to the desk, each under an unguessable address. */
export interface ShownDocuments {
  /** @returns the identifier under which the page is served */
  add(html: string): string;
  get(id: string): string | null;
}

export function shownDocuments(): ShownDocuments {
  const pages = new Map<string, string>();
  return {
    add(html) {
      const id = randomUUID();
      pages.set(id, html);
      for (const old of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT))) pages.delete(old);
      return id;
    },
    get: (id) => pages.get(id) ?? null,
  };
}
