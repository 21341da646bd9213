/** Requests to windows, and which of them were made while an event of a window or of the screen was being emitted. */
interface Calls {
  count: number;
  inEvent: string[];
  /** Native full screen on macOS: it takes the focus and blackens the other displays. */
  spaces: number;
}

export const calls: Calls = { count: 0, inEvent: [], spaces: 0 };

/** Names of the events being emitted, the innermost last. */
const telling: string[] = [];

export function resetCalls(): void {
  calls.count = 0;
  calls.inEvent = [];
  calls.spaces = 0;
  telling.length = 0;
}

/** Records a call that changes a window. Acting inside an event is what overflowed the stack on Windows. */
export function acts(name: string): void {
  calls.count += 1;
  const event = telling.at(-1);
  if (event !== undefined) calls.inEvent.push(`${name} inside ${event}`);
}

export function tells<T>(event: string, tell: () => T): T {
  telling.push(event);
  try {
    return tell();
  } finally {
    telling.pop();
  }
}
