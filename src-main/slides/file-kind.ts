/** What a file of slides is: shown as it is, or converted by another program first. */
export type FileKind = 'pdf' | 'presentation';

/** Where in a file its first mark must stand, at most: some programs write lines of their own before it. */
const PDF_WITHIN = 1024;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const ENDINGS: Readonly<Record<string, { readonly kind: FileKind; readonly begins: (head: Buffer) => boolean }>> = {
  pdf: { kind: 'pdf', begins: (head) => head.subarray(0, PDF_WITHIN).includes('%PDF-') },
  pptx: { kind: 'presentation', begins: (head) => startsWith(head, ZIP) },
  ppsx: { kind: 'presentation', begins: (head) => startsWith(head, ZIP) },
  odp: { kind: 'presentation', begins: (head) => startsWith(head, ZIP) },
  ppt: { kind: 'presentation', begins: (head) => startsWith(head, OLE) },
  pps: { kind: 'presentation', begins: (head) => startsWith(head, OLE) },
};

const startsWith = (head: Buffer, mark: readonly number[]): boolean =>
  head.subarray(0, mark.length).equals(Buffer.from(mark));

/** How much of a file `isLike` looks at, bytes. */
export const HEAD = PDF_WITHIN;

/** The part of a name after its last dot, in lower case. */
export const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file's name says that it is; `null` for a kind that cannot be shown. */
export const kindOf = (name: string): FileKind | null => ENDINGS[endingOf(name)]?.kind ?? null;

/** Whether a file begins as its name says. Nothing more of it is looked at here: only a window reads it. */
export const isLike = (name: string, head: Uint8Array): boolean =>
  ENDINGS[endingOf(name)]?.begins(Buffer.from(head)) ?? false;
