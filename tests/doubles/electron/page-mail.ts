import type { PageMessage } from './page-runtime.ts';

/** Messages on their way to one page, delivered in order to whichever document asks next. */
export interface PageMail {
  post(message: PageMessage): void;
  /** A new document starts: messages for the previous one are lost, as in Electron. */
  start(document: number): void;
  next(document: number): Promise<PageMessage[]>;
}

export function pageMail(): PageMail {
  let queue: PageMessage[] = [];
  let document: number | null = null;
  let waiter: ((messages: PageMessage[]) => void) | null = null;

  const handOver = (): void => {
    if (waiter === null || queue.length === 0) return;
    waiter(queue.splice(0));
    waiter = null;
  };

  return {
    post(message) {
      if (document === null) return;
      queue.push(message);
      handOver();
    },
    start(begun) {
      document = begun;
      queue = [];
      waiter = null;
    },
    next: (asking) =>
      new Promise((resolve) => {
        if (asking !== document) return;
        waiter = resolve;
        handOver();
      }),
  };
}
