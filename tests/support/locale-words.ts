import enDesk from '#locales/en/desk.ts';
import enDomain from '#locales/en/domain.json' with { type: 'json' };
import enErrors from '#locales/en/errors.json' with { type: 'json' };
import enFields from '#locales/en/fields.json' with { type: 'json' };
import enKit from '#locales/en/kit.json' with { type: 'json' };
import idDesk from '#locales/id/desk.ts';
import idDomain from '#locales/id/domain.json' with { type: 'json' };
import idErrors from '#locales/id/errors.json' with { type: 'json' };
import idFields from '#locales/id/fields.json' with { type: 'json' };
import idKit from '#locales/id/kit.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };
type Files = Readonly<Record<string, Tree>>;

/** The text of `desk:menu.title`, following `$t(…)` to the key that has the words. @throws when there is none */
export function textOf(files: Files, key: string): string {
  const [file = '', path = ''] = key.split(':');
  const found = path
    .split('.')
    .reduce<string | Tree | undefined>(
      (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
      files[file],
    );
  if (typeof found !== 'string') throw new Error(`no text ${key}`);
  return resolved(files, found);
}

const resolved = (files: Files, text: string): string =>
  text.replace(/\$t\(([^)]+)\)/g, (_alias, key: string) => textOf(files, key));

/** The same file with every `$t(…)` replaced by the words, as the desk shows them. */
function shown<T extends Tree>(files: Files, tree: T): T {
  const walk = (value: string | Tree): string | Tree =>
    typeof value === 'string'
      ? resolved(files, value)
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  // Texts become texts under the same keys, so the type is still T.
  return walk(tree) as T;
}

const id = { desk: idDesk, domain: idDomain, errors: idErrors, fields: idFields, kit: idKit };
const en = { desk: enDesk, domain: enDomain, errors: enErrors, fields: enFields, kit: enKit };

/** What the desk says, by language, file and key. */
export const WORDS = {
  id: {
    desk: shown(id, id.desk),
    domain: shown(id, id.domain),
    errors: id.errors,
    fields: id.fields,
    kit: shown(id, id.kit),
  },
  en: {
    desk: shown(en, en.desk),
    domain: shown(en, en.domain),
    errors: en.errors,
    fields: en.fields,
    kit: shown(en, en.kit),
  },
} as const;
