import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The anchor that GitHub gives a heading: lower case, punctuation dropped, a hyphen for each space. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

/** The headings of a Markdown text with their level, 1 for the title. */
export const headingsOf = (text: string): { readonly level: number; readonly title: string }[] =>
  [...withoutCode(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
  }));

/** The targets of a Markdown text's links that point into this repository. */
export const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : [target],
  );

/**
 * Follows a reference such as `docs/design.md#time`.
 * @param from the file in which it is written, for a link relative to that file; references in code start at the root
 * @returns what is wrong with it, or `null`
 */
export function brokenReference(reference: string, from = ''): string | null {
  const [path = '', anchor] = reference.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(file)) return `${reference}: no such file`;
  if (anchor === undefined || !file.endsWith('.md')) return null;
  const anchors = headingsOf(readFileSync(file, 'utf8')).map(({ title }) => anchorOf(title));
  return anchors.includes(anchor) ? null : `${reference}: no such heading`;
}
