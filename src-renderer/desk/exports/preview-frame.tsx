import { useState } from 'react';

/** How far a page is scrolled down, 0 to 1 of its height. */
function placeOf(frame: HTMLIFrameElement | null): number {
  const root = frame?.contentDocument?.documentElement;
  return root === undefined || root.scrollHeight === 0 ? 0 : root.scrollTop / root.scrollHeight;
}

/**
 * A document of ours. A newer one is loaded behind the one in sight and takes its place once it is there, at the same
 * place, so that nothing flickers. The frame is of our own origin only to be scrolled: no script runs in it.
 */
export function PreviewFrame({ url, title }: { url: string; title: string }) {
  const [shown, setShown] = useState(url);
  const frames = [...new Set([shown, url])];
  const onLoad = (loaded: HTMLIFrameElement, own: string): void => {
    if (own === shown) return;
    const before =
      loaded.parentElement?.querySelector<HTMLIFrameElement>('.minutes-page:not(.minutes-page-next)') ?? null;
    const root = loaded.contentDocument?.documentElement;
    if (root !== undefined) root.scrollTop = placeOf(before) * root.scrollHeight;
    setShown(own);
  };
  return frames.map((own) => (
    <iframe
      key={own}
      className={own === shown ? 'minutes-page' : 'minutes-page minutes-page-next'}
      {...(own === shown ? { title } : { 'aria-hidden': true, tabIndex: -1, title: '' })}
      src={own}
      sandbox="allow-same-origin"
      onLoad={(event) => onLoad(event.currentTarget, own)}
    />
  ));
}
