/** Device-independent pixels, in the system's one coordinate space for all displays. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The intersection of two rectangles; zero width or height if there is none. */
export function shared(a: Rect, b: Rect): Rect {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

export function overlap(a: Rect, b: Rect): number {
  const { width, height } = shared(a, b);
  return width * height;
}

const within = (at: number, length: number, from: number, room: number): number =>
  Math.max(from, Math.min(at, from + room - length));

/** Moves a rectangle into an area, and shrinks it only if the area is smaller. */
export function movedInto(rect: Rect, place: Rect): Rect {
  const width = Math.min(rect.width, place.width);
  const height = Math.min(rect.height, place.height);
  return {
    x: within(rect.x, width, place.x, place.width),
    y: within(rect.y, height, place.y, place.height),
    width,
    height,
  };
}

export const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
