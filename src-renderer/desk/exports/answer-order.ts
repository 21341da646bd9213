/** A request, and its subject. */
export interface Question {
  readonly number: number;
  readonly topic: unknown;
}

export interface AnswerOrder {
  ask(topic: unknown): Question;
  /**
   * Whether to show an answer: as the final one, until a newer one comes, or not at all because a later request was
   * already answered or something else is wanted by now.
   */
  take(question: Question): 'last' | 'until newer' | 'overtaken';
}

/**
 * Decides which of several late answers counts. An answer to what is still wanted is shown even if it was requested
 * again since: otherwise a meeting that changes faster than pages are built would never be shown.
 */
export function answerOrder(): AnswerOrder {
  let newest: Question = { number: 0, topic: null };
  let taken = 0;
  return {
    ask: (topic) => {
      newest = { number: newest.number + 1, topic };
      return newest;
    },
    take: (question) => {
      if (question.topic !== newest.topic || question.number <= taken) return 'overtaken';
      taken = question.number;
      return question.number === newest.number ? 'last' : 'until newer';
    },
  };
}
