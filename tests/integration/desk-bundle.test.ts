import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ARIA_PACKAGES } from '#renderer/desk/kernel/aria-words.ts';
import { builtPage, builtPart, builtScripts } from '../support/built-scripts.ts';
import { distFolder } from '../support/static-renderer.ts';

it('the desk as built holds no part of React Aria for which there are no words', () => {
  const folder = join(distFolder(), 'renderer', 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  // Each asks for its words by its package's name.
  const asked = [...text.matchAll(/["'`](@react-(?:aria|stately)\/\w+|react-aria-components)["'`]/g)];
  expect([...new Set(asked.map(([, name]) => name))].toSorted()).toEqual(Object.values(ARIA_PACKAGES).toSorted());
});

/** What the desk read before its first picture when every screen was in one script. */
const ONCE = 1_409_803;
const sum = (scripts: Map<string, string>): number =>
  [...scripts.values()].reduce((all, text) => all + Buffer.byteLength(text), 0);
const atHome = (): Map<string, string> => builtScripts(builtPage('desk'));
const begun = (part: string): Map<string, string> => builtScripts(builtPage('desk'), [builtPart(part)]);

it('the desk begins at home with less than half of its script, in few files, and in a meeting with less than three quarters', () => {
  expect(sum(atHome()) / ONCE).toBeLessThanOrEqual(0.5);
  expect(atHome().size).toBeLessThanOrEqual(4);
  expect(sum(begun('meeting-screens')) / ONCE).toBeLessThanOrEqual(0.75);
});

it('no schema is read before the desk shows something, and all of them are in one file', () => {
  for (const part of ['new-meeting-form', 'meeting-screens', 'dialogs-often', 'dialogs-seldom'])
    expect([part, [...begun(part)].filter(([, text]) => text.includes('invalid_type')).map(([path]) => path)]).toEqual([
      part,
      [],
    ]);
  expect([...begun('schemas').values()].filter((text) => text.includes('invalid_type'))).toHaveLength(1);
});

it('the desk asks at once for every script that it imports', () => {
  const page = builtPage('desk');
  const preloaded = [...page.matchAll(/<link rel="modulepreload"[^>]+href="\/([^"]+)"/g)].flatMap(
    ([, path]) => path ?? [],
  );
  const entries = [...page.matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
  expect([...entries, ...preloaded].toSorted()).toEqual([...builtScripts(page).keys()].toSorted());
});
