/**
 * Chromium does not know the `app:` scheme, so pages get an https address, where `'self'`, secure contexts and origins
 * mean what they mean in Electron.
 */
const SUFFIX = 'double.invalid';
const OURS = /^app:\/\/([\w-]+)\//;
const THEIRS = new RegExp(`^https://([\\w-]+)\\.app\\.${SUFFIX.replace('.', '\\.')}/`);

export const toPage = (url: string): string => url.replace(OURS, `https://$1.app.${SUFFIX}/`);
export const fromPage = (url: string): string => url.replace(THEIRS, 'app://$1/');
export const isPage = (url: string): boolean => THEIRS.test(url);

/** Rewrites all addresses in a message. */
export function mapped(value: unknown, rewrite: (url: string) => string): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, rewrite));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, rewrite)]));
}
