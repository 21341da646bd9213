import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenReference, linksOf } from '../../support/markdown.ts';

const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
const files = stdout
  .split('\n')
  .filter((path) => /^(src-|tests\/|scripts\/|docs\/|locales\/|[^/]+$)/.test(path))
  .filter((path) => /\.(ts|tsx|mjs|css|md|ya?ml|json)$/.test(path) && path !== 'package-lock.json' && existsSync(path));

/** Documents of other repositories, which a comment names after the repository: `electron/electron docs/api/app.md`. */
const FOREIGN = /\b[a-z]+\/[a-z]+ $/;
const MENTION = /(?<![\w./-])((?:[\w.-]+\/)*[\w-]+\.md(?:#[\w-]+)?)(?![\w-])/g;

/** Every document that a source names, with the heading. */
const mentionsIn = (text: string): string[] =>
  [...text.matchAll(MENTION)].flatMap(({ 0: mention, index }) =>
    FOREIGN.test(text.slice(Math.max(0, index - 40), index)) ? [] : [mention],
  );

describe('references to documents', () => {
  it('are found in a comment with their heading', () => {
    expect(mentionsIn('/** The order (docs/a/b.md#the-order), see electron/electron docs/api/app.md. */')).toEqual([
      'docs/a/b.md#the-order',
    ]);
  });

  it('lead to a file and a heading that exist', () => {
    const broken = files
      .filter((path) => !path.endsWith('.md') && !path.endsWith('references.test.ts'))
      .flatMap((path) =>
        mentionsIn(readFileSync(path, 'utf8')).flatMap((mention) => {
          const what = brokenReference(mention);
          return what === null ? [] : [`${path}: ${what}`];
        }),
      );
    expect(broken).toEqual([]);
  });

  it('are paths, and not numbers of sections', () => {
    const numbered = files.filter(
      (path) => !path.endsWith('references.test.ts') && /§ ?\d/.test(readFileSync(path, 'utf8')),
    );
    expect(numbered).toEqual([]);
  });
});

const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('docs/decisions/'));

describe('links of documents', () => {
  it.each(documents)('%s links to what exists', (path) => {
    expect(linksOf(readFileSync(path, 'utf8')).flatMap((link) => brokenReference(link, path) ?? [])).toEqual([]);
  });
});
