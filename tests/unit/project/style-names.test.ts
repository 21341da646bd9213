import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The classes that the style sheets of a folder name, without strings, addresses and comments. */
function classesIn(folder: string): string[] {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  return sheets.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)|'[^']*'|"[^"]*"/g, '');
    return [...text.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name = '']) => `${name} (${file})`);
  });
}

describe('the names of styles', () => {
  it('begin with d- on the desk, which may arrange components of the kit', () => {
    const classes = classesIn('src-renderer/desk');
    expect(classes.length).toBeGreaterThan(300);
    expect(classes.filter((name) => !/^[dk]-/.test(name))).toEqual([]);
  });

  it('begin with k- in the kit', () => {
    expect(classesIn('src-renderer/kit').filter((name) => !name.startsWith('k-'))).toEqual([]);
  });
});
