import { useEffect, useState } from 'react';

/** Long enough to read a full page across a room, ms. */
const PAGE_TIME = 8000;

/**
 * The page that is shown, from 0; pages turn by themselves.
 * @param content what is on the pages; new content begins at the first page, for its full reading time
 */
export function usePage(pages: number, content: string, first = 0): number {
  const key = `${first}\n${content}`;
  const [shown, setShown] = useState({ key, page: first });
  if (shown.key !== key) setShown({ key, page: first });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new content begins a full reading time of its own
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setShown((before) => ({ ...before, page: before.page + 1 })), PAGE_TIME);
    return () => clearInterval(timer);
  }, [pages, key]);
  return shown.page % Math.max(1, pages);
}
