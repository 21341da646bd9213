/** Something asked for, and about what. */
export interface Question {
  readonly number: number;
  readonly topic: unknown;
}

export interface AnswerOrder {
  ask(topic: unknown): Question;
  /**
   * Whether an answer that has come is to be shown: as the last word, until a newer one comes, or not at all because one that
   * was asked for later is there or something else is wanted by now.
   */
  take(question: Question): 'last' | 'until newer' | 'overtaken';
}

/**
 * The order in which answers count that may come late. An answer to what is still wanted is shown though it was asked for
 * again since: otherwise a meeting that changes faster than pages are made would never be seen.
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
