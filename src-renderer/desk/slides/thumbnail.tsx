import { useEffect, useRef, useState } from 'react';
import type { Deck } from '#renderer/slides/deck.ts';
import { clearPage, drawPage } from '#renderer/slides/draw-page.ts';

/** What fits into `.d-thumb-page` with a line around it, px. */
const [WIDTH, HEIGHT] = [148, 82];
/** Any page that is wanted larger is drawn first. */
const LAST = 3;

/** A small picture of a page, drawn while it is in sight: a file may have two thousand. */
export function Thumbnail({ deck, page }: { readonly deck: Deck; readonly page: number }) {
  const place = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new IntersectionObserver((entries) => setInSight(entries.at(-1)?.isIntersecting === true), {
      rootMargin: `${HEIGHT}px`,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    if (!isInSight || element === null) return;
    const abort = new AbortController();
    const density = window.devicePixelRatio;
    const box = { width: Math.round(WIDTH * density), height: Math.round(HEIGHT * density) };
    // One that cannot be drawn stays empty: its number is below it, and choosing it says why.
    void drawPage(deck, page, { canvas: element, box, density }, { signal: abort.signal, urgency: () => LAST });
    return () => {
      abort.abort();
      clearPage(element);
    };
  }, [deck, page, isInSight]);
  return (
    <span className="d-thumb-page" ref={place}>
      {isInSight && <canvas ref={canvas} />}
    </span>
  );
}
