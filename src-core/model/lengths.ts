// How long what is typed may be, in letters, and how many of a kind there may be. No schema here: windows import it too.

/** Longest single-line text: a name, an office, a place. */
export const SHORT_TEXT_MAX = 300;
/** Longest title of a meeting. */
export const TITLE_MAX = 300;
/** Longest text of a paragraph: a vision, a problem, a plan. */
export const LONG_TEXT_MAX = 20_000;
/** Longest cell of a table: a target, a remark. */
export const LINE_MAX = 2_000;

/** Longest accepted name of an agency; the longest real one (DP3AP2KB) has 86 characters. */
export const AGENCY_NAME_MAX = 200;
/** Longest accepted short name. */
export const AGENCY_SHORT_MAX = 60;
/** Most agencies on a list. */
export const AGENCIES_MAX = 500;

/** A longer note is refused (and stays in its draft): it would be a document that nobody can read on the projector. */
export const NOTE_MAX = 20_000;
/** A draft may hold more than a note, so that a refused text is not lost. */
export const DRAFT_MAX = 1_000_000;
/** Longest announcement; a longer one could not be read from the last row. */
export const ANNOUNCEMENT_MAX = 200;

/** Largest amount of money in either direction, rupiah. */
export const AMOUNT_MAX = 1e15;
/** Most targets on one agency's form. */
export const TARGETS_MAX = 50;
/** Most lines below the office's name in a letterhead. */
export const LETTERHEAD_LINES_MAX = 4;
/** Longest side of an emblem, pixels. */
export const EMBLEM_SIDE_MAX = 4096;

/** Largest file of slides, bytes. */
export const SLIDES_BYTES_MAX = 500_000_000;
/** Most bytes of it in one message. */
export const SLIDES_PIECE = 1_048_576;
/** Most pages. */
export const SLIDES_PAGES_MAX = 2_000;
/** Longest name of its file. */
export const SLIDES_NAME_MAX = 255;
