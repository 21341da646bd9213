import { convertMillimetersToTwip, type ISectionPropertiesOptions, PageOrientation } from 'docx';
import { PAPER_MM, type PaperSize } from '#core/model/export-options.ts';

/** Margins of docs/domain/papers.md#page, in millimetres, for portrait and landscape. */
const MARGIN = { top: 20, right: 20, bottom: 25, left: 30 };

/** Width of the text on a page, in millimetres. */
export function textWidth(paper: PaperSize, landscape: boolean): number {
  const { width, height } = PAPER_MM[paper];
  return (landscape ? height : width) - MARGIN.left - MARGIN.right;
}

/** The page of a section. The library swaps width and height itself for landscape. */
export function pageSetup(paper: PaperSize, landscape: boolean): NonNullable<ISectionPropertiesOptions['page']> {
  const { width, height } = PAPER_MM[paper];
  const twips = convertMillimetersToTwip;
  return {
    size: {
      width: twips(width),
      height: twips(height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(MARGIN.top),
      right: twips(MARGIN.right),
      bottom: twips(MARGIN.bottom),
      left: twips(MARGIN.left),
      header: twips(10),
      footer: twips(10),
    },
  };
}
