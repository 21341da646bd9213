import { useEffect, useRef } from 'react';

/** The id of the title of the screen that is shown, if it is a screen of its own. */
export const SCREEN_TITLE = 'screen-title';

/** The title of a screen. It takes the focus if nothing has it, as after coming here by a key: who hears the screen is told where they are. */
export function ScreenTitle({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 id={SCREEN_TITLE} className="k-screen-title" ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}
