import { useState } from 'react';

/** How far a page is scrolled, 0 to 1 of its height. */
function placeOf(frame: HTMLIFrameElement | null): number {
  const root = frame?.contentDocument?.documentElement;
  return root === undefined || root.scrollHeight === 0 ? 0 : root.scrollTop / root.scrollHeight;
}

/**
 * Shows a document. A newer version is loaded behind the visible one and replaces it once it is loaded, at the same
 * position, so that nothing flickers. The frame has our origin only so that it can be scrolled: no script runs in it.
 */
export function PreviewFrame({ url, title }: { url: string; title: string }) {
  const [shown, setShown] = useState(url);
  const frames = [...new Set([shown, url])];
  const onLoad = (loaded: HTMLIFrameElement, own: string): void => {
    if (own === shown) return;
    const before =
      loaded.parentElement?.querySelector<HTMLIFrameElement>('.d-minutes-page:not(.d-minutes-page-next)') ?? null;
    const root = loaded.contentDocument?.documentElement;
    if (root !== undefined) root.scrollTop = placeOf(before) * root.scrollHeight;
    setShown(own);
  };
  return frames.map((own) => (
    <iframe
      key={own}
      className={own === shown ? 'd-minutes-page' : 'd-minutes-page d-minutes-page-next'}
      {...(own === shown ? { title } : { 'aria-hidden': true, tabIndex: -1, title: '' })}
      src={own}
      sandbox="allow-same-origin"
      onLoad={(event) => onLoad(event.currentTarget, own)}
    />
  ));
}
