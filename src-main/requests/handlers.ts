import type { z } from 'zod';
import type { AnswerOf, REQUESTS, RequestType } from '#core/protocol/requests.ts';

/** A request's payload after its check. */
export type PayloadOf<T extends RequestType> = z.output<(typeof REQUESTS)[T]>;

/** What the application does for a window; one function per request of the protocol. */
export type RequestHandlers = {
  readonly [T in Exclude<RequestType, 'desk.takeOver'>]: (payload: PayloadOf<T>) => Promise<AnswerOf[T]>;
};
