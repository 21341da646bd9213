import { matchSlides } from '#core/import/match-slides.ts';
import { rowKeys } from '#core/import/table.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import { agencyOf, type Meeting, orderedItems } from '#core/model/meeting.ts';
import { slidesName } from '#core/model/slides.ts';

/** How an item was found for a file: by its name, one of several, not at all, or by hand. */
export type Certainty = 'sure' | 'unsure' | 'none' | 'chosen';

/** A file that somebody chose, and whose slides it is. */
export interface ChosenFile {
  /** The same for the same file when it is chosen again. */
  readonly id: string;
  readonly file: File;
  /** Its name as it is shown and stored. */
  readonly name: string;
  /** `null` until the operator says it; such a file is not attached. */
  readonly itemId: ItemId | null;
  readonly certainty: Certainty;
  /** Likely items, the likeliest first. */
  readonly likely: readonly ItemId[];
}

const SLIDES_NAME = /\.(?:pdf|pptx?|odp)$/i;
/** What office programs and systems leave beside a file: "~$paparan.pptx", "._paparan.pdf". */
const LEFT_BESIDE = /^(?:~\$|\.)/;

/** More would be somebody's whole disk, chosen by mistake: as many agencies do not present on one day. */
export const FILES_MAX = 300;

/** As people number them. */
const BY_NUMBER = new Intl.Collator('id', { numeric: true });

/** The files of a folder that may be slides, by name. */
export const slidesAmong = (files: readonly File[]): File[] =>
  files
    .filter(({ name }) => SLIDES_NAME.test(name) && !LEFT_BESIDE.test(name))
    .toSorted((a, b) => BY_NUMBER.compare(a.name, b.name));

/** The files that were dropped: one whatever its name is, since somebody pointed at it; of several those that may be slides. */
export const slidesDropped = (files: readonly File[]): readonly File[] =>
  files.length === 1 ? files : slidesAmong(files);

/** The agencies of the agenda that may get slides by the name of a file. */
const presenting = (meeting: Meeting) =>
  orderedItems(meeting).flatMap((item) => {
    const agency = agencyOf(meeting, item);
    return agency === null || item.status === 'skipped'
      ? []
      : [{ id: item.id, name: agency.name, short: agency.short }];
  });

/**
 * Says whose slides the files are.
 * @param itemId the item for which one was chosen or on which it was dropped; `null`: by the files' names
 */
export function chosenFiles(meeting: Meeting, files: readonly File[], itemId: ItemId | null): ChosenFile[] {
  const matches = matchSlides(
    files.map(({ name }) => name),
    presenting(meeting),
  );
  const keyOf = rowKeys();
  return files.map((file, index) => {
    const name = slidesName(file.name) || `bahan ${index + 1}`;
    const one = { id: keyOf([file.name, file.size, file.lastModified].join('\n')), file, name };
    if (itemId !== null && files.length === 1) return { ...one, itemId, certainty: 'chosen', likely: [] };
    const match = matches[index] ?? { kind: 'none' };
    switch (match.kind) {
      case 'sure':
        return { ...one, itemId: match.id, certainty: 'sure', likely: [match.id] };
      case 'unsure':
        return { ...one, itemId: null, certainty: 'unsure', likely: match.ids };
      case 'none':
        return { ...one, itemId: null, certainty: 'none', likely: [] };
      default:
        return match satisfies never;
    }
  });
}
