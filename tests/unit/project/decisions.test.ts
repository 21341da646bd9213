import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenReference, headingsOf, linksOf } from '../../support/markdown.ts';

const FOLDER = 'docs/decisions';
const records = readdirSync(FOLDER).toSorted();
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** Accepted, or replaced (in whole or in part) by a later record that is linked. */
const STATUS = /^(?:accepted|(?:accepted, )?replaced(?: in part)? by \[(\d{4})\]\((\1-[a-z0-9-]+\.md)\))$/;
const LENGTH_MAX = 60;

describe('docs/decisions', () => {
  it('are numbered without gaps', () => {
    expect(records.map((file) => file.slice(0, 5))).toEqual(
      records.map((_file, index) => `${String(index + 1).padStart(4, '0')}-`),
    );
  });

  it.each(records)('%s has the form of all records', (file) => {
    const lines = textOf(file).split('\n');
    expect(lines[0]).toMatch(new RegExp(`^# ${file.slice(0, 4)} \\S`));
    expect(lines[2]).toMatch(/^- Date: 20\d\d-\d\d-\d\d$/);
    expect(lines[3]).toMatch(/^- Status: /);
    expect(lines[3]?.replace('- Status: ', '')).toMatch(STATUS);
    expect(headingsOf(textOf(file)).slice(1)).toEqual(
      ['Context', 'Decision', 'Consequences'].map((title) => ({ level: 2, title })),
    );
    expect(lines.length).toBeLessThanOrEqual(LENGTH_MAX);
  });

  it.each(records)('%s says something under each heading, and its links lead somewhere', (file) => {
    const text = textOf(file);
    expect(text.split(/^## .+$/m).filter((part) => part.trim() === '')).toEqual([]);
    expect(linksOf(text).flatMap((link) => brokenReference(link, join(FOLDER, file)) ?? [])).toEqual([]);
  });

  it('name as their replacement a later record', () => {
    const wrong = records.filter((file) => {
      const [, by] = STATUS.exec(textOf(file).split('\n')[3]?.replace('- Status: ', '') ?? '') ?? [];
      return by !== undefined && by <= file.slice(0, 4);
    });
    expect(wrong).toEqual([]);
  });
});
