import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { ScreenProps } from './parts/top-bar.tsx';

/** A screen whose script is loaded when the window is idle, or at the latest when it is shown. */
export interface ScreenOnDemand<V> {
  (props: ScreenProps<V>): ReactNode;
  /** Loads it. A failure is reported when it is drawn, not here. */
  prepare(): Promise<void>;
}

/** @param load gets the screen from its module */
export function screenOnDemand<V>(load: () => Promise<ComponentType<ScreenProps<V>>>): ScreenOnDemand<V> {
  let loaded: ComponentType<ScreenProps<V>> | null = null;
  async function loadedPart(): Promise<ComponentType<ScreenProps<V>>> {
    loaded ??= await load();
    return loaded;
  }
  // Not `lazy`: that waits once more for what is already here, and an empty screen is painted meanwhile.
  function OnDemand(props: ScreenProps<V>) {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (loaded !== null) return;
      loadedPart().then(
        (part) => setPart(() => part),
        // Thrown while it is drawn: the window is loaded again when the application answers again.
        (reason: unknown) =>
          setPart(() => {
            throw reason;
          }),
      );
    }, []);
    return Part === null ? <main aria-busy="true" /> : <Part {...props} />;
  }
  const prepare = (): Promise<void> =>
    loadedPart().then(
      () => undefined,
      (error: unknown) => console.warn('ekspose: a screen could not be loaded in advance', error),
    );
  return Object.assign(OnDemand, { prepare });
}
