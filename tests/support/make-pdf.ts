/** What a made PDF contains; every part has a plain default. */
export interface MadePdf {
  readonly pages?: number;
  /** Points. */
  readonly size?: readonly [number, number];
  /** The drawing of a page, by its number from 1. */
  readonly content?: (page: number) => string | Uint8Array;
  /** Further entries of the catalog, of every page, of its resources, and of the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly trailer?: string;
  /** Further objects, numbered from `FIRST_OWN`. */
  readonly objects?: readonly (string | Uint8Array)[];
}

/** The number of the first of `objects`. */
export const FIRST_OWN = 4;

/** A stream object's text, with its length. */
export function stream(data: string | Uint8Array, dictionary = ''): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** A page that says its number in large digits above a filled bar, so that one page is told from another by its ink. */
export const numbered = (page: number): string =>
  `0.04 0.33 0.25 rg 40 40 ${40 + 10 * (page % 60)} 60 re f BT /F1 120 Tf 60 220 Td (Hal ${page}) Tj ET`;

/**
 * A PDF by hand: small, readable, and with whatever a hostile one may contain.
 * @returns the same bytes for the same parts
 */
export function makePdf({
  pages = 3,
  size = [960, 540],
  content = numbered,
  catalog = '',
  page = '',
  resources = '',
  trailer = '',
  objects = [],
}: MadePdf = {}): Uint8Array {
  const first = FIRST_OWN + objects.length;
  const kids = Array.from({ length: pages }, (_, index) => `${first + 2 * index} 0 R`);
  const all: (string | Uint8Array)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
    ...kids.flatMap((_, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] ` +
        `/Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${first + 2 * index + 1} 0 R ${page} >>`,
      stream(content(index + 1)),
    ]),
  ];
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets = all.map((object, index) => {
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    const offset = at;
    at += whole.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end =
    `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\n` +
    `startxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')]);
}
