/** Typing is sent this long after the last key, ms: "durable 250 ms after a pause" leaves the rest for the disk. */
export const PAUSE_MS = 200;
/** Under typing without a pause it is sent at least this often, ms. */
export const LONGEST_MS = 900;
