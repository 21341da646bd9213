import { AlignmentType, BorderStyle, ImageRun, Paragraph, type Table } from 'docx';
import type { KopPreset } from '#core/model/export-options.ts';
import type { Letterhead } from '#core/model/kop.ts';
import { regentTitle } from '#core/model/kop.ts';
import type { EmblemImage } from '../../documents/letterhead.tsx';
import { paragraph, plainTable } from './parts.ts';
import { STYLE } from './styles.ts';

/** Maximum size of the emblem on paper, in millimetres. */
const EMBLEM = { width: 26, height: 22 };
const EMBLEM_COLUMN = 30;
const MM_PER_INCH = 25.4;

/** The emblem as an inline image. The library measures in pixels, 96 to an inch. */
function emblemRun({ dataUrl, width, height }: EmblemImage): ImageRun {
  const scale = (Math.min(EMBLEM.height / height, EMBLEM.width / width) * 96) / MM_PER_INCH;
  return new ImageRun({
    type: 'png',
    data: Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
  });
}

const RULE = { bottom: { style: BorderStyle.DOUBLE, size: 12, space: 4, color: '000000' } };

/** The words of the letterhead, as far as known. */
function words({ government, office, lines }: Letterhead, preset: KopPreset): Paragraph[] {
  const title = preset === 'regent' ? regentTitle(government) : government.trim();
  const of = (text: string, style: string) => (text.trim() === '' ? [] : [paragraph(text.trim(), { style })]);
  return [
    ...of(title, preset === 'regent' ? STYLE.kopOffice : STYLE.kopGovernment),
    ...(preset === 'office' ? of(office, STYLE.kopOffice) : []),
    ...lines.flatMap((line) => of(line, STYLE.kopLine)),
  ];
}

export interface KopOptions {
  readonly letterhead: Letterhead;
  readonly preset: KopPreset;
  readonly emblem: EmblemImage | null;
  /** Width of the text, in millimetres. */
  readonly width: number;
}

/** The letterhead (docs/domain/papers.md#letterhead). Nothing at all if nothing is known. */
export function kop({ letterhead, preset, emblem, width }: KopOptions): (Paragraph | Table)[] {
  const known = [letterhead.government, letterhead.office, ...letterhead.lines].some((line) => line.trim() !== '');
  if (!known && emblem === null && preset === 'office') return [];
  const said = words(letterhead, preset);
  const rule = new Paragraph({ border: RULE, spacing: { line: 60, lineRule: 'exact' } });
  if (emblem === null) return [...said, rule];
  const image = new Paragraph({ alignment: AlignmentType.CENTER, children: [emblemRun(emblem)] });
  if (preset === 'regent') return [image, ...said, rule];
  const besides = said.length === 0 ? [new Paragraph({})] : said;
  return [plainTable([EMBLEM_COLUMN, width - EMBLEM_COLUMN], [{ cells: [[image], besides], whole: true }]), rule];
}
