import { LARGEST_BACKUP } from '#core/protocol/messages.ts';

// What a stranger on this machine, or a page that has gone wrong, may cost. The reasons are in docs/decisions/0020-limits-of-the-browser-host.md.

/** All connections together. The pages of a working day need fewer than ten; what is above waits in the system's queue. */
export const MOST_CONNECTIONS = 256;

/** Open sockets of one audience. A window needs one, and one more while it is loaded again. */
export const MOST_SOCKETS = 16;

/** Request line and headers, bytes. Ours are below one thousand. */
export const LARGEST_HEADERS = 8 * 1024;

/** From the first byte until the headers are whole, ms. */
export const HEADERS_WITHIN = 5_000;

/** From the first byte until the request is whole, ms. None of ours has a body. */
export const REQUEST_WITHIN = 8_000;

/** How often the two above are looked at, ms. */
export const LOOK_EVERY = 1_000;

/** A connection on which nothing moves: a reader that has stopped, ms. */
export const IDLE_FOR = 15_000;

/** A connection that is kept for another request, ms. */
export const KEPT_FOR = 5_000;

/** Requests on one connection; a pipelined flood has to come back. */
export const REQUESTS_A_CONNECTION = 200;

/** Everything that a desk sends before it says hello, bytes: more than the words that a window can keep for its next page. */
export const BEFORE_HELLO = 16 * 1024 * 1024;

/** One message, bytes. A desk's: room for the largest backup as a string in JSON, whose quotes are escaped once more. */
export const LARGEST_MESSAGE = { desk: 2 * LARGEST_BACKUP, projector: 4 * 1024 } as const;

/** Messages of one socket that are not answered yet; above it the socket is not read until one is, and nothing is lost. */
export const MOST_UNANSWERED = 128;

/** Bytes that wait for a socket that does not read; above it the socket is closed, and a page that lives comes back. */
export const MOST_UNREAD = 32 * 1024 * 1024;

/** How often a socket is asked whether anybody is there, ms; two questions without an answer end it. */
export const PING_EVERY = 15_000;
