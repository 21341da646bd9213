import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IconName } from '#renderer/kit/icons.tsx';
import { WORDS } from '../../../support/locale-words.ts';

/** The same action on different things, or a sign for a kind of message: these may be beside many words. */
const COMMON: readonly IconName[] = [
  'add',
  'edit',
  'trash',
  'close',
  'check',
  'more',
  'back',
  'undo',
  'original',
  'export',
  'copy',
  'chooseFolder',
  'arrowUp',
  'arrowDown',
  'chevronDown',
  'chevronUp',
  'drag',
  'info',
  'warning',
  'folder',
  'picture',
  'call',
  'followUps',
  'listFile',
  'listen',
];

const SOURCES = readdirSync('src-renderer/desk', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') || name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join('src-renderer/desk', name), 'utf8') }));

/** The Indonesian words of a key as the desk finds them; the key itself where a count or a variable is in it. */
function wordsOf(key: string): string {
  const [space = '', path = ''] = key.includes(':') ? key.split(':') : ['', key];
  const { desk, domain, fields, kit } = WORDS.id;
  const files: unknown[] = space === '' ? [desk] : [{ desk, domain, fields, kit }[space]];
  for (const file of files) {
    let found: unknown = file;
    for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    if (typeof found === 'string') return found;
  }
  return key;
}

/** Every menu entry and every button of a source that has an icon: which one, and the words beside it. */
function uses(text: string): { icon: string; words: string; isEntry: boolean }[] {
  const entries = text.split(/(?=\bid: ')|(?=entry\(')/).slice(1);
  const buttons = text.match(/<(?:Icon)?Button\b[\s\S]*?(?:<\/Button>|\n? *\/>)/g) ?? [];
  return [
    ...entries.map((part) => ({ part, isEntry: true })),
    ...buttons.map((part) => ({ part, isEntry: false })),
  ].flatMap(({ part, isEntry }) => {
    const icon = (isEntry ? /icon: '(\w+)'/ : /icon="(\w+)"/).exec(part)?.[1];
    const label = (isEntry ? /t\('([\w.:]+)'/ : /(?:label=\{|>\s*\{)t\('([\w.:]+)'/).exec(part)?.[1];
    return icon === undefined || label === undefined ? [] : [{ icon, words: wordsOf(label), isEntry }];
  });
}

describe('the icons', () => {
  it('have a sign of their own for each meaning', () => {
    // Read as text: loading the whole icon set takes longer than all these tests.
    const table = readFileSync('src-renderer/kit/icons.tsx', 'utf8').split('export const ICONS = {')[1] ?? '';
    const signs = [...table.matchAll(/^ {2}(\w+): (\w+),$/gm)].map(([, , sign]) => sign ?? '');
    expect(signs.length).toBeGreaterThan(60);
    expect(signs.filter((sign, index) => signs.indexOf(sign) !== index)).toEqual([]);
  });

  it('mean one thing each, in every menu and on every button', () => {
    const words = new Map<string, Set<string>>();
    for (const { text } of SOURCES) {
      for (const use of uses(text)) words.set(use.icon, (words.get(use.icon) ?? new Set()).add(use.words));
    }
    expect(words.size).toBeGreaterThan(25);
    const several = [...words].filter(([icon, all]) => all.size > 1 && !COMMON.some((one) => one === icon));
    expect(several.map(([icon, all]) => [icon, ...all])).toEqual([]);
  });

  it('are never twice in one menu', () => {
    const twice = SOURCES.flatMap(({ name, text }) => {
      const icons = uses(text).flatMap(({ icon, isEntry }) => (isEntry ? icon : []));
      return icons.filter((icon, index) => icons.indexOf(icon) !== index).map((icon) => `${name}: ${icon}`);
    });
    expect(twice).toEqual([]);
  });
});
