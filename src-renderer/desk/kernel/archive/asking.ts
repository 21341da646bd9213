import { ArchiveUnavailable } from './archive-store.ts';

/** What is asked, and the words by which it is known again. */
export interface Question<Q> {
  readonly text: string;
  readonly query: Q;
}

/** Somebody who asks the archive, one question at a time: what was asked meanwhile is left out but for the last. */
export interface Asking<Q> {
  /** The question of now; the same one is asked once. `null` asks nothing. */
  want(question: Question<Q> | null): void;
  /** Answers arrive from now on. @returns ends that */
  listen(): () => void;
}

/** @param onAnswer given each answer with the text of its question; `null` is an answer too: nothing is known of it */
export function asking<Q, A>(ask: (query: Q) => Promise<A>, onAnswer: (to: string, answer: A) => void): Asking<Q> {
  let wanted: Question<Q> | null = null;
  let asked: string | null = null;
  let isAsking = false;
  let isListening = false;

  async function askNext(): Promise<void> {
    const next = wanted;
    if (next === null || isAsking) return;
    isAsking = true;
    try {
      const answer = await ask(next.query);
      if (isListening) onAnswer(next.text, answer);
      // Whoever listens again asks again.
      else asked = null;
    } catch (error) {
      // The state says so; whatever else went wrong was reported where it did.
      if (!(error instanceof ArchiveUnavailable)) console.warn('ekspose: the archive did not answer', error);
    }
    isAsking = false;
    // What was asked meanwhile.
    if (isListening && wanted !== null && wanted.text !== next.text) await askNext();
  }

  return {
    want(question) {
      wanted = question;
      const text = question?.text ?? null;
      if (asked === text) return;
      asked = text;
      void askNext();
    },
    listen() {
      isListening = true;
      return () => {
        isListening = false;
      };
    },
  };
}
