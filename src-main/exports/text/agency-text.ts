import { type AgencySheet, isEmptySheet } from '#core/minutes/agency-sheet.ts';
import { agencySheetFields } from '../../documents/labels.ts';
import { nameText, type Paper } from '../../documents/words.ts';
import {
  fieldLines,
  followUpLines,
  headingLines,
  type Manner,
  noteLines,
  problemLines,
  smallHeading,
  textOfLines,
  titleLines,
} from './lines.ts';

/** "Lembar arahan" as plain text: what one agency takes home from a meeting. */
export function agencySheetText(paper: Paper<AgencySheet>, manner: Manner): string {
  const { doc, t } = paper;
  const agency = doc.agency.name;
  return textOfLines([
    ...titleLines(t('agencySheet.heading'), manner),
    ...(doc.sample ? [t('sampleMark')] : []),
    ...(doc.unfinished ? [t('unfinishedMark')] : []),
    ...(manner === 'file' ? [''] : []),
    ...agencySheetFields(paper).flatMap(fieldLines),
    ...(isEmptySheet(doc) ? ['', t('agencySheet.none', { agency })] : []),
    ...(doc.notes.length === 0
      ? []
      : [...headingLines(t('agencySheet.own', { agency }), manner), ...noteLines(doc.notes, t)]),
    ...(doc.elsewhere.length === 0
      ? []
      : [
          ...headingLines(t('agencySheet.elsewhere'), manner),
          ...doc.elsewhere.flatMap(({ item, notes }) => [
            ...smallHeading(t('agencySheet.duringItem', { item: nameText(item, t) }), manner),
            ...noteLines(notes, t),
          ]),
        ]),
    ...(doc.followUps.length === 0
      ? []
      : [...headingLines(t('fields:followUps'), manner), ...followUpLines(doc.followUps, paper, manner)]),
    ...(doc.problems.length === 0
      ? []
      : [
          ...headingLines(t('section.problems'), manner),
          ...problemLines(
            doc.problems.map((problem) => ({ ...problem, agency: '' })),
            paper,
            manner,
          ),
        ]),
  ]);
}
