import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ARIA_PACKAGES } from '#renderer/desk/kernel/aria-words.ts';
import { distFolder } from '../support/static-renderer.ts';

it('the desk as built holds no part of React Aria for which there are no words', () => {
  const folder = join(distFolder(), 'renderer', 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  // Each asks for its words by its package's name.
  const asked = [...text.matchAll(/["'`](@react-(?:aria|stately)\/\w+|react-aria-components)["'`]/g)];
  expect([...new Set(asked.map(([, name]) => name))].toSorted()).toEqual(Object.values(ARIA_PACKAGES).toSorted());
});
