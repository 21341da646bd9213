/** Why a file, or a page of it, cannot be shown. */
export type SlideFault =
  /** It asks for a password. */
  | 'encrypted'
  /** It is no PDF, is damaged, or took so long that the worker was ended. */
  | 'broken'
  /** A form that only its own program can draw. */
  | 'xfa'
  /** More than `SLIDES_PAGES_MAX`. */
  | 'tooManyPages'
  /** It is not served under this address any more. */
  | 'gone';

/** What a call ends with instead of an answer; `cancelled` if whoever called wants it no more. */
export type CallFault = SlideFault | 'cancelled';

/** Width and height: of a page in points, of a picture in pixels of the display. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** What a window asks of its slides' worker. A deck is an opened file, by a number that the window gives it. */
export interface SlideCalls {
  open: {
    query: { readonly deck: number; readonly address: string; readonly most: number };
    answer: { readonly pages: number };
  };
  size: { query: { readonly deck: number; readonly page: number }; answer: Box };
  /** The page as large as it fits into the box; the picture is transferred. */
  render: { query: { readonly deck: number; readonly page: number; readonly box: Box }; answer: ImageBitmap };
  close: { query: { readonly deck: number }; answer: null };
}
export type SlideCallType = keyof SlideCalls;
export type QueryOf<T extends SlideCallType> = SlideCalls[T]['query'];
export type AnswerTo<T extends SlideCallType> = SlideCalls[T]['answer'];

/** To the worker: a call, or that an earlier one is wanted no more. */
export type ToSlideWorker =
  | { readonly call: number; readonly type: SlideCallType; readonly query: unknown }
  | { readonly cancel: number };
export type FromSlideWorker =
  | { readonly call: number; readonly ok: true; readonly answer: unknown }
  | { readonly call: number; readonly ok: false; readonly fault: CallFault };
