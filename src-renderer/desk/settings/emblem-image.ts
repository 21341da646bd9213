import { checkSvg, svgText } from './svg-check.ts';

/** Pixels of the longer side: more than 22 mm on paper or the projector can show. */
const LONGEST = 1200;
/** Maximum bytes of the finished image; main accepts no more. A photograph is scaled down until it fits. */
const FINISHED_MAX = 2_000_000;
const SMALLEST = 200;
/** Limits of the chosen file: an image of 40 megapixels is well below both. */
const FILE_MAX = 120_000_000;
const SVG_MAX = 8_000_000;
const PIXELS_MAX = 150_000_000;

export type EmblemProblem = 'notImage' | 'tooLarge' | 'damaged' | 'unsafe';
export type EmblemImage =
  | { readonly ok: true; readonly png: string }
  | { readonly ok: false; readonly why: EmblemProblem };

type Kind = 'raster' | 'svg';

/** A file's type by its content, not by its name. */
async function kindOf(file: Blob): Promise<Kind | null> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const at = (index: number, text: string): boolean =>
    [...text].every((character, offset) => head[index + offset] === character.charCodeAt(0));
  const isRaster =
    at(0, '\x89PNG\r\n\x1a\n') || (head[0] === 0xff && head[1] === 0xd8) || (at(0, 'RIFF') && at(8, 'WEBP'));
  if (isRaster) return 'raster';
  const text = new TextDecoder().decode(head);
  return /^\uFEFF?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(text) ? 'svg' : null;
}

/** Loads an image without adding it to the page. @throws if it is not one */
async function loaded(blob: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(blob);
  const image = new Image();
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error('no picture'));
      image.src = url;
    });
    return image;
  } finally {
    // The image keeps what was loaded.
    URL.revokeObjectURL(url);
  }
}

const fitted = (width: number, height: number, longest: number): { width: number; height: number } => {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** Draws at a size; `draw` is called with a cleared canvas. */
async function painted(
  size: { width: number; height: number },
  draw: (context: CanvasRenderingContext2D) => void,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  draw(context);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
  );
}

/** Scales down until it is small enough. */
async function shrunk(paint: (longest: number) => Promise<Blob>): Promise<Blob | null> {
  for (let longest = LONGEST; longest >= SMALLEST; longest = Math.floor(longest * 0.8)) {
    const blob = await paint(longest);
    if (blob.size <= FINISHED_MAX) return blob;
  }
  return null;
}

async function fromRaster(file: Blob): Promise<Blob | EmblemProblem | null> {
  const { naturalWidth, naturalHeight } = await loaded(file);
  if (naturalWidth * naturalHeight > PIXELS_MAX) return 'tooLarge';
  return shrunk(async (longest) => {
    const size = fitted(naturalWidth, naturalHeight, longest);
    // Decoded and scaled outside the page's thread, so that an image of 40 megapixels does not block it.
    const bitmap = await createImageBitmap(file, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      // "high" scales on the page's own thread, most of a second for such an image.
      resizeQuality: 'medium',
    });
    const blob = await painted(size, (context) => context.drawImage(bitmap, 0, 0));
    bitmap.close();
    return blob;
  });
}

async function fromSvg(file: Blob): Promise<Blob | EmblemProblem | null> {
  if (file.size > SVG_MAX) return 'tooLarge';
  const drawing = checkSvg(await file.text());
  if (typeof drawing === 'string') return drawing;
  return shrunk(async (longest) => {
    // A drawing has no pixels of its own: it is drawn as large as an emblem may be.
    const scale = longest / Math.max(drawing.width, drawing.height);
    const size = fitted(drawing.width * scale, drawing.height * scale, longest);
    const image = await loaded(new Blob([svgText(drawing.root, size)], { type: 'image/svg+xml' }));
    return painted(size, (context) => context.drawImage(image, 0, 0, size.width, size.height));
  });
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** Makes an emblem from a chosen file by drawing it, so that nothing but its picture goes any further. */
export async function emblemImage(file: Blob): Promise<EmblemImage> {
  if (file.size > FILE_MAX) return { ok: false, why: 'tooLarge' };
  const kind = await kindOf(file);
  if (kind === null) return { ok: false, why: 'notImage' };
  let made: Blob | EmblemProblem | null;
  try {
    made = await (kind === 'svg' ? fromSvg(file) : fromRaster(file));
  } catch {
    // The browser could not decode it, and says no more than that.
    return { ok: false, why: 'damaged' };
  }
  if (made === null) return { ok: false, why: 'tooLarge' };
  return typeof made === 'string' ? { ok: false, why: made } : { ok: true, png: await base64Of(made) };
}
