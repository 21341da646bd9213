import { type PointerEvent, useRef, useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Pointed, Spot } from '#core/model/slides.ts';
import { useRuntime } from '../kernel/desk-context.tsx';

/** What a small picture of the page needs so that holding the mouse on it marks the same place on the projector. */
export interface Pointing {
  /** Where it points; `null` while the button is not held. */
  readonly at: Spot | null;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onLostPointerCapture(): void;
  };
}

const within = (part: number): number => Math.min(1, Math.max(0, part));

/** Where the mouse is on the page in an element; `null` while none is shown there. */
function spotOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Spot | null {
  const box = currentTarget.querySelector('.slide-page:not([hidden]) canvas')?.getBoundingClientRect();
  if (box === undefined || box.width === 0 || box.height === 0) return null;
  return { x: within((clientX - box.left) / box.width), y: within((clientY - box.top) / box.height) };
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** @param isOn whether the projector shows the page */
export function usePointing(itemId: ItemId, page: number, isOn: boolean): Pointing {
  const { request } = useRuntime();
  const [at, setAt] = useState<Spot | null>(null);
  const wanted = useRef<Pointed | null>(null);
  const isSending = useRef(false);

  /** The newest place, once a frame, and never before the last one has arrived. */
  async function send(): Promise<void> {
    if (isSending.current) return;
    isSending.current = true;
    let sent: Pointed | null;
    do {
      sent = wanted.current;
      await request('slides.point', { at: sent });
      await nextFrame();
    } while (wanted.current !== sent);
    isSending.current = false;
  }
  const point = (spot: Spot | null): void => {
    setAt(spot);
    wanted.current = spot === null ? null : { itemId, page, ...spot };
    void send();
  };
  return {
    at: isOn ? at : null,
    handlers: {
      onPointerDown(event) {
        if (!isOn || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        point(spotOf(event));
      },
      onPointerMove(event) {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) point(spotOf(event));
      },
      onLostPointerCapture: () => point(null),
    },
  };
}
