/** What is put off until the page has been painted, and done once however often it is asked for meanwhile. */
export interface AfterPaint {
  soon(): void;
  cancel(): void;
}

/** A page that is not seen is not painted, ms. */
const UNSEEN = 250;

/** @param run done when the next frame is on the screen and nothing more urgent waits */
export function afterPaint(run: () => void): AfterPaint {
  let frame = 0;
  let idle = 0;
  let timer = 0;
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
    window.clearTimeout(timer);
    frame = idle = timer = 0;
  };
  const now = (): void => {
    cancel();
    run();
  };
  return {
    soon: () => {
      if (timer !== 0) return;
      timer = window.setTimeout(now, UNSEEN);
      frame = requestAnimationFrame(() => {
        idle = requestIdleCallback(now);
      });
    },
    cancel,
  };
}
