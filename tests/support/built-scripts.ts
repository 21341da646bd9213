import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder } from './static-renderer.ts';

const folder = (): string => join(distFolder(), 'renderer');

/** A window's page as built. */
export const builtPage = (name: 'desk' | 'projector'): string => readFileSync(join(folder(), `${name}.html`), 'utf8');

/** The file that holds a part of the desk, by its source's name. */
export function builtPart(name: string): string {
  const found = readdirSync(join(folder(), 'assets')).find(
    (file) => file.startsWith(`${name}-`) && file.endsWith('.js'),
  );
  if (found === undefined) throw new Error(`no part ${name} was built`);
  return `assets/${found}`;
}

/**
 * Every script that a page loads, and those that they import in turn.
 * @param parts further scripts that it begins with, as `builtPart` names them
 * @returns the text by the path below the build's folder
 */
export function builtScripts(page: string, parts: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  const entries = [...page.matchAll(/<script[^>]+src="\.?\/?([^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
  const open = [...entries, ...parts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = readFileSync(join(folder(), path), 'utf8');
    found.set(path, text);
    for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      if (name !== undefined) open.push(`assets/${name}`);
  }
  return found;
}
