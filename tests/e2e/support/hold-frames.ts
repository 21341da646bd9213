import type { Page } from '@playwright/test';

/** Keeps what the page asks to do in its next frame, as a busy processor does. @returns `release`, which lets the frames come */
export async function holdFrames(page: Page): Promise<{ release(): Promise<void> }> {
  const held = await page.evaluateHandle(() => {
    const inFrame = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    const callbacks = new Map<number, FrameRequestCallback>();
    let last = 0;
    window.requestAnimationFrame = (callback) => {
      // Below zero, as no frame of the browser is.
      last -= 1;
      callbacks.set(last, callback);
      return last;
    };
    window.cancelAnimationFrame = (id) => callbacks.delete(id) || cancel(id);
    return () => {
      window.requestAnimationFrame = inFrame;
      window.cancelAnimationFrame = cancel;
      for (const callback of callbacks.values()) inFrame(callback);
    };
  });
  return { release: () => held.evaluate((release) => release()) };
}
