import type { Sheet } from '#core/model/sheet.ts';

let schema: typeof Sheet.shape | null = null;

/** Loads what `sheetPartFits` reads. */
export async function prepareSheetCheck(): Promise<void> {
  schema = (await import('../kernel/schemas.ts')).Sheet.shape;
}

/** Whether main would take a part of the sheet. Until the schema is here, or where it cannot be loaded, main alone says so. */
export const sheetPartFits = (key: keyof Sheet, part: Sheet[keyof Sheet]): boolean =>
  schema === null || schema[key].safeParse(part).success;
