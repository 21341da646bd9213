import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import idDesk from '#locales/id/desk.ts';
import { builtPage, builtScripts } from '../support/built-scripts.ts';
import { distFolder } from '../support/static-renderer.ts';

/** A 4 GB laptop loads it beside everything else: gzipped script, the framework included. */
const BUDGET = 105_000;
/** The page as the browser host sends it, without headers: page, styles, scripts, and the faces of an ordinary day. */
const WIRE = 130_000;

const folder = join(distFolder(), 'renderer');
const page = builtPage('projector');

describe('the projector’s window as built', () => {
  const all = builtScripts(page);
  const text = [...all.values()].join('\n');

  it('loads at least one script, and all of them exist', () => {
    expect(all.size).toBeGreaterThan(0);
    expect(text).toContain('ekspose:disconnected');
  });

  it('stays within its budget', () => {
    const size = [...all.values()].reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(size).toBeLessThanOrEqual(BUDGET);
  });

  it('takes little over the wire, its faces included', () => {
    const size = (path: string): number => readFileSync(join(folder, path)).length;
    const styles = [...page.matchAll(/<link rel="stylesheet"[^>]+href="\/([^"]+)"/g)].flatMap(([, path]) => path ?? []);
    const faces = readdirSync(join(folder, 'assets')).filter((name) => /^(inter-clock|jakarta-text)/.test(name));
    expect([styles.length > 0, faces.length]).toEqual([true, 2]);
    const sent = ['projector.html', ...styles, ...all.keys()].map((path) => size(`${path}.br`));
    const fonts = faces.map((name) => size(`assets/${name}`));
    expect([...sent, ...fonts].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(WIRE);
  });

  it('asks at once for every script that it imports', () => {
    const preloaded = [...page.matchAll(/<link rel="modulepreload"[^>]+href="\/([^"]+)"/g)].flatMap(
      ([, path]) => path ?? [],
    );
    const entries = [...page.matchAll(/<script[^>]+src="\.?\/?([^"]+\.js)"/g)].flatMap(([, path]) => path ?? []);
    expect([...entries, ...preloaded].toSorted()).toEqual([...all.keys()].toSorted());
  });

  it('holds nothing of the desk, and neither zod nor immer nor react-aria', () => {
    expect(text).not.toContain('ZodError');
    expect(text).not.toContain('invalid_type');
    expect(text).not.toContain('immer');
    expect(text).not.toContain('react-aria');
    const desk = JSON.stringify(idDesk, null, 1);
    const words = [...desk.matchAll(/:\s*"([^"\\]{30,})"/g)].flatMap(([, word]) => word ?? []);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  it('has no inline script or style, which its policy would refuse', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=/);
  });

  it('embeds its faces as files beside it', () => {
    const faces = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.woff2'));
    expect(faces.some((name) => name.startsWith('inter-latin-wght'))).toBe(true);
    expect(faces.some((name) => name.startsWith('inter-clock'))).toBe(true);
    expect(faces.some((name) => name.startsWith('jakarta-text'))).toBe(true);
    expect(faces.some((name) => name.startsWith('plus-jakarta-sans-latin-wght'))).toBe(true);
  });
});
