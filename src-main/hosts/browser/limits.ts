import { LARGEST_BACKUP } from '#core/protocol/requests.ts';

// What a stranger on this machine, or a broken page, may use. Reasons:
// docs/decisions/0020-limits-of-the-browser-host.md.

/** All connections together. The pages of a working day need fewer than ten; further ones wait in the system's queue. */
export const MOST_CONNECTIONS = 256;

/** Open sockets per audience. A window needs one, and a second one while it reloads. */
export const MOST_SOCKETS = 16;

/** Request line and headers, bytes. Ours are below one thousand. */
export const LARGEST_HEADERS = 8 * 1024;

/** From the first byte until the headers are complete, ms. */
export const HEADERS_WITHIN = 5_000;

/** From the first byte until the request is complete, ms. None of ours has a body. */
export const REQUEST_WITHIN = 8_000;

/** How often the two limits above are checked, ms. */
export const LOOK_EVERY = 1_000;

/** A connection without traffic: a reader that has stopped, ms. */
export const IDLE_FOR = 15_000;

/** A connection kept open for another request, ms. */
export const KEPT_FOR = 5_000;

/** Requests per connection; a pipelined flood must reconnect. */
export const REQUESTS_A_CONNECTION = 200;

/** Everything that a desk sends before hello, bytes: more than the words that a window can keep for its next page. */
export const BEFORE_HELLO = 16 * 1024 * 1024;

/** One message, bytes. A desk's: enough for the largest backup as a JSON string, whose quotes are escaped twice. */
export const LARGEST_MESSAGE = { desk: 2 * LARGEST_BACKUP, projector: 4 * 1024 } as const;

/** Unanswered messages of one socket; above it the socket is not read until one is answered, and nothing is lost. */
export const MOST_UNANSWERED = 128;

/** Bytes waiting for a socket that does not read; above it the socket is closed, and a live page reconnects. */
export const MOST_UNREAD = 32 * 1024 * 1024;

/** Interval of pings, ms; two without an answer end the socket. */
export const PING_EVERY = 15_000;
