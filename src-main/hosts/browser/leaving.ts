/** One Ctrl+C may arrive twice, from the terminal and from whoever started this process, ms. */
const SAME_PRESS = 1000;
/** For how long a second request means: leave all the same, ms. */
const ASKED_FOR = 120_000;
/** A window of the desk that ends more often than this within `ENDS_SPAN` (ms) would end again: it is not opened any more. */
const ENDS = 3;
const ENDS_SPAN = 120_000;

export interface LeavingOptions {
  /** Saves everything; rejects if that fails, and then the application continues. */
  stop(): Promise<void>;
  /**
   * Says that the application goes on because something is not saved.
   * @param opensDesk whether the desk is to be opened again if it is not open
   */
  stay(problem: unknown, opensDesk: boolean): void;
  /** Ends the process. @param problem why something is not saved; `null` if everything is */
  exit(problem: unknown): Promise<void>;
  report(error: unknown): void;
  /** Monotonic, ms. Injected by tests. */
  now?(): number;
}

export interface Leaving {
  /**
   * Somebody asks for the end, which comes once everything is saved. If that fails the application goes on, as somebody may
   * make room; whoever asks once more leaves all the same.
   */
  asked(): void;
  /**
   * The desk's window ended. It may have been closed, have crashed, or have heard the terminal's Ctrl+C too: so it ends the
   * application only if everything is saved.
   */
  deskEnded(): void;
  /** The system ends it, or the operator says so on the desk: nobody is to be asked. */
  forced(): void;
}

/** How the browser host leaves: no dialog can ask here, so the question is whether the operator asks twice. */
export function leaving({ stop, stay, exit, report, now = () => performance.now() }: LeavingOptions): Leaving {
  let isUnderWay = false;
  let isForced = false;
  /** When it was said that something is not saved: first, and last since then without a pause in which that is forgotten. */
  let told = { first: Number.NEGATIVE_INFINITY, last: Number.NEGATIVE_INFINITY };

  /** When the desk's window ended, as far as that counts. */
  let ends: readonly number[] = [];

  /** @param isAsked by somebody, at this time */
  async function leave(isAsked: boolean, at: number): Promise<void> {
    try {
      await stop();
    } catch (error) {
      report(error);
      const isKnown = at - told.last < ASKED_FOR;
      const isSame = isAsked && at - told.first < SAME_PRESS;
      if (isForced || (isAsked && isKnown && !isSame)) return exit(error);
      isUnderWay = false;
      if (isSame) return;
      const last = now();
      told = { first: isKnown ? told.first : last, last };
      return stay(error, isAsked || ends.length <= ENDS);
    }
    return exit(null);
  }

  function begin(isAsked: boolean): void {
    if (isUnderWay) return;
    isUnderWay = true;
    leave(isAsked, now()).catch(report);
  }
  const asked = (): void => begin(true);
  return {
    asked,
    deskEnded() {
      const at = now();
      ends = [...ends.filter((end) => at - end < ENDS_SPAN), at];
      begin(false);
    },
    forced() {
      isForced = true;
      asked();
    },
  };
}
