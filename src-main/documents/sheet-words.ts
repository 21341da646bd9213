import { budgetRatio, type Sheet } from '#core/model/sheet.ts';
import { formatNumber, formatPercent, formatRupiah, type Locale } from '#core/text/format.ts';
import type { DocumentTexts } from './texts.ts';

export interface SheetWords {
  readonly t: DocumentTexts;
  readonly locale: Locale;
}

/** "Pagu Rp…; realisasi Rp… (38,2%); perkiraan kebutuhan Rp…", as far as known. */
export function budgetText(budget: Sheet['budget'], { t, locale }: SheetWords): string {
  const { ceiling, realised, need, remark } = budget;
  const ratio = budgetRatio(budget);
  const rupiah = (amount: number) => formatRupiah(amount, locale);
  const parts: string[] = [];
  if (ceiling !== null) parts.push(t('sheet.ceiling', { amount: rupiah(ceiling) }));
  if (realised !== null && ratio !== null) {
    parts.push(t('sheet.realisedRatio', { amount: rupiah(realised), percent: formatPercent(ratio, locale) }));
  } else if (realised !== null) parts.push(t('sheet.realised', { amount: rupiah(realised) }));
  if (need !== null) parts.push(t('sheet.need', { amount: rupiah(need) }));
  const text = [parts.join('; '), remark.trim()].filter((part) => part !== '').join('. ');
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function personnelLines({ personnel }: Sheet, { t, locale }: SheetWords): string {
  const { count, strengths, needs, problems, solutions } = personnel;
  return [
    count === null ? '' : t('sheet.count', { number: formatNumber(count, locale) }),
    strengths === '' ? '' : t('sheet.strengths', { text: strengths }),
    needs === '' ? '' : t('sheet.needs', { text: needs }),
    problems === '' ? '' : t('sheet.personnelProblems', { text: problems }),
    solutions === '' ? '' : t('sheet.personnelSolutions', { text: solutions }),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The lines of an agency's sheet, name and text, without empty ones. Targets are separate. */
export function sheetLines(sheet: Sheet, words: SheetWords): (readonly [string, string])[] {
  const { t } = words;
  const lines: readonly (readonly [string, string])[] = [
    [t('fields:sheet.vision'), sheet.vision],
    [t('fields:sheet.programs'), sheet.programs],
    [t('fields:sheet.budget'), budgetText(sheet.budget, words)],
    [t('fields:sheet.personnel'), personnelLines(sheet, words)],
    [t('fields:sheet.problems'), sheet.problems],
    [t('fields:sheet.solutions'), sheet.solutions],
  ];
  return lines.filter(([, text]) => text.trim() !== '');
}
