import { FileRefused } from '../file-refused.ts';

/** A piece of XML: a tag with its name without prefix, or a text. */
export type XmlPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const PART =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/y;
const ATTRIBUTE = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(ENTITY, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(Array.from(text.matchAll(ATTRIBUTE), ([, name = '', a, b]) => [name, decoded(a ?? b ?? '')]));

/**
 * The parts of an XML text in their order. Attributes are named without prefix.
 * @throws FileRefused if it declares a document type, which can make a small file endless, or if it is not XML
 */
export function* xmlParts(xml: string): Generator<XmlPart> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new FileRefused('unsafe');
  PART.lastIndex = 0;
  let at = xml.startsWith('\uFEFF') ? 1 : 0;
  while (at < xml.length) {
    PART.lastIndex = at;
    const match = PART.exec(xml);
    if (match === null) throw new FileRefused('damaged');
    at = PART.lastIndex;
    const [, cdata, slash, name, rest = '', text] = match;
    if (cdata !== undefined) yield { kind: 'text', text: cdata };
    else if (text !== undefined) yield { kind: 'text', text: decoded(text) };
    else if (name !== undefined && slash === '/') yield { kind: 'close', name };
    else if (name !== undefined) {
      yield { kind: 'open', name, attributes: attributesOf(rest) };
      if (rest.endsWith('/')) yield { kind: 'close', name };
    }
  }
}
