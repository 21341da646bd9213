/** One Ctrl+C may arrive twice, from the terminal and from whoever started this process, ms. */
const SAME_PRESS = 1000;
/** For how long a second request means: leave all the same, ms. */
const ASKED_FOR = 120_000;

export interface LeavingOptions {
  /** Saves everything; rejects if that fails, and then the application continues. */
  stop(): Promise<void>;
  /** Says that the application goes on because something is not saved, and opens the desk again. */
  stay(problem: unknown): void;
  /** Ends the process. @param problem why something is not saved; `null` if everything is */
  exit(problem: unknown): Promise<void>;
  report(error: unknown): void;
  /** Monotonic, ms. Injected by tests. */
  now?(): number;
}

export interface Leaving {
  /**
   * Ends the application once everything is saved. If that fails it goes on, as somebody may make room; whoever asks once
   * more leaves all the same.
   */
  asked(): void;
  /** The system ends it: nobody can be asked. */
  forced(): void;
}

/** How the browser host leaves: no dialog can ask here, so the question is whether the operator asks twice. */
export function leaving({ stop, stay, exit, report, now = () => performance.now() }: LeavingOptions): Leaving {
  let isUnderWay = false;
  let isForced = false;
  /** When it was said last that something is not saved. */
  let refused = Number.NEGATIVE_INFINITY;

  async function leave(): Promise<void> {
    try {
      await stop();
    } catch (error) {
      report(error);
      const since = now() - refused;
      const isSecond = since >= SAME_PRESS && since < ASKED_FOR;
      if (isForced || isSecond) return exit(error);
      isUnderWay = false;
      if (since < SAME_PRESS) return;
      refused = now();
      return stay(error);
    }
    return exit(null);
  }

  const asked = (): void => {
    if (isUnderWay) return;
    isUnderWay = true;
    leave().catch(report);
  };
  return {
    asked,
    forced() {
      isForced = true;
      asked();
    },
  };
}
