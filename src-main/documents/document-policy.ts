import { createHash } from 'node:crypto';

const STYLE = /<style>([\s\S]*?)<\/style>/g;

/**
 * The content security policy of a document: its own style by hash, embedded fonts and images, and nothing else: no
 * script, no request, no form.
 * @param styles the contents of its style elements
 */
export function policyFor(styles: readonly string[]): string {
  const hashes = styles.map((css) => `'sha256-${createHash('sha256').update(css, 'utf8').digest('base64')}'`);
  return [
    "default-src 'none'",
    `style-src ${hashes.length === 0 ? "'none'" : hashes.join(' ')}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy under which a host shows a page; see `policyFor`. */
export function documentPolicy(html: string): string {
  return policyFor([...html.matchAll(STYLE)].map(([, css = '']) => css));
}
