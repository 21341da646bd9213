import type { Box } from './protocol.ts';

/** Pixels of a picture's longer side, and of the whole picture: 12 megapixels are 48 MB, and three pages are kept. */
const SIDE_MAX = 4096;
const AREA_MAX = 12_000_000;

/**
 * How large a page is drawn.
 * @param page its size in points; a hostile file may say anything
 * @param box what it has to fit into, pixels
 * @returns the scale, and the picture's size in whole pixels, at least one each way and never more than a picture may have
 */
export function fitPage(page: Box, box: Box): Box & { readonly scale: number } {
  const width = Math.max(page.width, 1e-3);
  const height = Math.max(page.height, 1e-3);
  const fits = Math.min(box.width / width, box.height / height);
  const most = Math.min(SIDE_MAX / width, SIDE_MAX / height, Math.sqrt(AREA_MAX / (width * height)));
  const scale = Math.min(fits, most);
  const whole = (length: number): number => Math.max(1, Math.min(SIDE_MAX, Math.floor(length * scale)));
  return { scale, width: whole(width), height: whole(height) };
}
