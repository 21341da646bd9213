/**
 * Chromium knows no `app:` scheme, so its pages are put at an address of their own under https, where `'self'`, secure
 * contexts and origins mean what they mean in the real one.
 */
const SUFFIX = 'double.invalid';
const OURS = /^app:\/\/([\w-]+)\//;
const THEIRS = new RegExp(`^https://([\\w-]+)\\.app\\.${SUFFIX.replace('.', '\\.')}/`);

export const toPage = (url: string): string => url.replace(OURS, `https://$1.app.${SUFFIX}/`);
export const fromPage = (url: string): string => url.replace(THEIRS, 'app://$1/');
export const isPage = (url: string): boolean => THEIRS.test(url);

/** Rewrites the addresses in a message, wherever they stand in it. */
export function mapped(value: unknown, rewrite: (url: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, rewrite));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, rewrite)]));
}
