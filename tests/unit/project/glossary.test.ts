import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ITEM_KINDS, ITEM_STATUS } from '#core/model/agenda-item.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { NOTE_KINDS, VISIBILITIES } from '#core/model/note.ts';
import { ROLES } from '#core/model/roles.ts';
import { LAYOUTS } from '#core/model/screen.ts';

const [words = ''] = readFileSync('docs/glossary.md', 'utf8').split('## Words for names and comments');
const rows = words
  .split('\n')
  .filter((line) => /^\|(?!\s*(Indonesian|---|-))/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, indonesian = '', english = '', code = '']) => ({
    indonesian,
    english,
    names: [...code.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []),
  }));
const listed = new Set(rows.flatMap(({ names }) => names));

const core = readdirSync('src-core', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join('src-core', path), 'utf8'))
  .join('\n');

describe('docs/glossary.md', () => {
  it('has a line of three cells for every word', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ indonesian, english, names }) => !indonesian || !english || names.length === 0)).toEqual([]);
  });

  it('says nothing twice', () => {
    const all = rows.flatMap(({ names }) => names);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it('names what the core has', () => {
    const known = (name: string): boolean =>
      /^[A-Z]/.test(name)
        ? new RegExp(`export (type|interface|const|class) ${name}\\b`).test(core)
        : new RegExp(`\\b${name}\\b`).test(core);
    expect([...listed].filter((name) => !known(name))).toEqual([]);
  });

  it.each([
    ['roles', ROLES],
    ['kinds of notes', NOTE_KINDS],
    ['kinds of agenda items', ITEM_KINDS],
    ['states of an item', ITEM_STATUS],
    ['states of a follow-up', FOLLOW_UP_STATUS],
    ['visibilities', VISIBILITIES],
    ['layouts', LAYOUTS],
  ])('lists all %s', (_what, values) => {
    expect(values.filter((value) => !listed.has(value))).toEqual([]);
  });
});
