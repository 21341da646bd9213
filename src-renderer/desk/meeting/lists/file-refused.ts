/** Why a chosen file is not read. */
export const FILE_REFUSALS = [
  'unreadable',
  'tooLarge',
  'unpackedTooLarge',
  'oldWorkbook',
  'otherFiles',
  'macros',
  'unsafe',
  'damaged',
  'tooManyRows',
  'tooManyColumns',
  'notCalculated',
  'empty',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** A chosen file cannot be used as a list. */
export class FileRefused extends Error {
  /** @param row of the sheet, 1 for the first; `null` if it is not about one */
  constructor(
    readonly why: FileRefusal,
    readonly row: number | null = null,
  ) {
    super(row === null ? why : `${why} in row ${row}`);
    this.name = 'FileRefused';
  }
}
