import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../support/markdown.ts';

/** Documents that name files of the repository in code spans. */
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/design.md', 'docs/glossary.md'];

const FOLDERS = /^(?:src-core|src-main|src-renderer|locales|tests|scripts|docs|assets)\//;

/** The paths in code spans, without patterns such as `locales/<lang>/`. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) =>
    FOLDERS.test(span) && !/[<>*{}\s]/.test(span) ? [span] : [],
  );

describe('files that documents name', () => {
  it.each(DOCUMENTS)('exist (%s)', (document) => {
    expect(pathsIn(readFileSync(document, 'utf8')).filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('the index of docs/architecture.md', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const index = text.slice(text.indexOf('## Where is …?'), text.indexOf('## Parts and layers'));
  const rows = index.split('\n').filter((line) => /^\| (?!Looking for)/.test(line));

  it('answers at least thirty questions with a file', () => {
    expect(headingsOf(text).map(({ title }) => title)).toContain('Where is …?');
    expect(rows.length).toBeGreaterThanOrEqual(30);
    expect(rows.filter((row) => pathsIn(row).length === 0)).toEqual([]);
  });
});
