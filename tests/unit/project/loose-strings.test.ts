import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { looseStrings } from '../../support/loose-strings.ts';

/** Files whose strings are data of the sample or texts of the operator's console, not of a window. */
const NOT_SHOWN = /^src-main\/sample\//;

const files = ['src-renderer', 'src-main'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => !NOT_SHOWN.test(path)),
);

describe('user-visible text', () => {
  it('comes from locales/ everywhere', () => {
    const loose = files.flatMap((path) =>
      looseStrings(path, readFileSync(path, 'utf8')).map(({ line, text }) => `${path}:${line} ${text}`),
    );
    expect(loose).toEqual([]);
    expect(files.length).toBeGreaterThan(20);
  });
});

describe('the search for loose text', () => {
  const of = (source: string): string[] => looseStrings('x.tsx', source).map(({ text }) => text);

  it.each([
    ['between tags', 'const a = <p>Simpan</p>;', ['Simpan']],
    ['in a fragment', 'const a = <>Simpan {n}</>;', ['Simpan']],
    ['in an attribute', 'const a = <b aria-label="Tutup" title={"Buka"} />;', ['Tutup', 'Buka']],
    ['in a choice', "const a = <p>{on ? 'Nyala' : t('off')}</p>;", ['Nyala']],
    ['behind a condition', "const a = <p>{on && 'Nyala'}</p>;", ['Nyala']],
    ['in a template', `const a = <p>{\`Giliran \${n}\`}</p>;`, ['Giliran']],
    ['put together', "const a = <p>{n + ' menit'}</p>;", ['menit']],
    ['in an object', "const a = [{ label: 'Simpan', run }];", ['Simpan']],
  ])('finds it %s', (_where, source, texts) => expect(of(source)).toEqual(texts));

  it.each([
    'const a = <p>{t("save")}</p>;',
    'const a = <p className="Simpan" data-x="Simpan">12:30 · F8 / Ctrl+M</p>;',
    'const a = <h1>Ekspose</h1>;',
    "const a = [{ label: t('save'), kind: 'Simpan' }];",
    "const a = kind === 'Simpan' ? 1 : 2;",
  ])('lets pass %s', (source) => expect(of(source)).toEqual([]));

  it('says the line', () => expect(looseStrings('x.tsx', '\n\nconst a = <p>Simpan</p>;')[0]?.line).toBe(3));
});
