/** Why a drawing is rejected. */
export type SvgProblem = 'damaged' | 'unsafe';

const SVG = 'http://www.w3.org/2000/svg';
/** Elements that run, embed or fetch something; an emblem needs none of them. */
const REFUSED: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'handler',
  'listener',
]);
const INSIDE = /^(?:#|data:image\/(?:png|jpeg|webp);base64,)/i;
/** An address in a style: `url(#fill)` is inside the drawing, everything else is not. */
const STYLE_ADDRESS = /url\(\s*["']?\s*([^"')]*)/gi;

const pointsInside = (css: string): boolean =>
  !/@import|expression\(|javascript:/i.test(css) &&
  [...css.matchAll(STYLE_ADDRESS)].every(([, address = '']) => INSIDE.test(address));

function elementIsSafe(element: Element): boolean {
  if (REFUSED.has(element.localName.toLowerCase())) return false;
  if (element.localName.toLowerCase() === 'masked-style' && !pointsInside(element.textContent ?? '')) return false;
  return [...element.attributes].every(({ localName, value }) => {
    const name = localName.toLowerCase();
    if (/^(?:masked-)?on/.test(name)) return false;
    if (name === 'href' || name === 'src') return INSIDE.test(value.trim());
    return pointsInside(value);
  });
}

/**
 * A window's policy reports styles and handlers even where a text is only parsed: during the check they have other
 * names.
 */
const masked = (text: string): string =>
  text
    .replace(/(<\/?(?:[\w-]+:)?)style\b/gi, '$1masked-style')
    .replace(/(\s)style(?=\s*=)/gi, '$1masked-style')
    .replace(/(\s)on(?=\w+\s*=)/gi, '$1masked-on');
const unmasked = (text: string): string => text.replace(/masked-style/g, 'style');

/** The drawing as a text again, at a size in pixels. */
export function svgText(root: Element, size: { width: number; height: number }): string {
  root.setAttribute('width', String(size.width));
  root.setAttribute('height', String(size.height));
  return unmasked(new XMLSerializer().serializeToString(root));
}

export interface Drawing {
  readonly root: Element;
  /** In the drawing's own units; only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

/** A length without its unit, `null` if there is none or a percentage. */
function lengthOf(value: string | null): number | null {
  const found = /^\s*([\d.]+)(?:px|pt|pc|mm|cm|in)?\s*$/.exec(value ?? '');
  const length = Number(found?.[1]);
  return found !== null && Number.isFinite(length) && length > 0 ? length : null;
}

function sizeOf(root: Element): { width: number; height: number } | null {
  const box = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box;
  if (boxWidth > 0 && boxHeight > 0) return { width: boxWidth, height: boxHeight };
  const [width, height] = [lengthOf(root.getAttribute('width')), lengthOf(root.getAttribute('height'))];
  if (width === null || height === null) return null;
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { width, height };
}

/**
 * Parses a drawing and rejects one that could run or fetch anything. It is never added to a page: it is only drawn, by
 * an image element, in which a browser runs and fetches nothing either.
 */
export function checkSvg(text: string): Drawing | SvgProblem {
  // Entities and style sheets of other files are resolved before the tree can be inspected.
  if (/<!ENTITY|<\?xml-stylesheet|masked-/i.test(text)) return 'unsafe';
  const root = new DOMParser().parseFromString(masked(text), 'image/svg+xml').documentElement;
  if (root.namespaceURI !== SVG || root.localName !== 'svg' || root.querySelector('parsererror') !== null) {
    return 'damaged';
  }
  if (![root, ...root.querySelectorAll('*')].every(elementIsSafe)) return 'unsafe';
  const size = sizeOf(root);
  return size === null ? 'damaged' : { root, ...size };
}
