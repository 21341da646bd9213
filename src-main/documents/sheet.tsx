import type { ReactNode } from 'react';
import { budgetRatio, type Sheet } from '#core/model/sheet.ts';
import { formatNumber, formatPercent, formatRupiah, type Locale } from '#core/text/format.ts';
import { Text } from './text.tsx';
import type { DocumentTexts } from './texts.ts';

interface Words {
  readonly t: DocumentTexts;
  readonly locale: Locale;
}

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** "Pagu Rp…; realisasi Rp… (38,2%); perkiraan kebutuhan Rp…", of what is known. */
export function budgetText(budget: Sheet['budget'], { t, locale }: Words): string {
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

function personnelLines({ personnel }: Sheet, { t, locale }: Words): string {
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

/** The rows of an agency's sheet; what was left empty is not printed. */
export function SheetRows({ sheet, words }: { sheet: Sheet; words: Words }) {
  const { t } = words;
  const rows: readonly (readonly [string, string])[] = [
    [t('sheet.vision'), sheet.vision],
    [t('sheet.programs'), sheet.programs],
    [t('sheet.budget'), budgetText(sheet.budget, words)],
    [t('sheet.personnel'), personnelLines(sheet, words)],
    [t('sheet.problems'), sheet.problems],
    [t('sheet.solutions'), sheet.solutions],
  ];
  return rows
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => (
      <Row name={name} key={name}>
        <Text of={text} />
      </Row>
    ));
}

export function Targets({ sheet, t }: { sheet: Sheet; t: DocumentTexts }) {
  if (sheet.targets.length === 0) return null;
  return (
    <table className="grid targets">
      <caption>{t('sheet.targets')}</caption>
      <thead>
        <tr>
          <th scope="col" className="indicator">
            {t('sheet.indicator')}
          </th>
          <th scope="col" className="narrow">
            {t('sheet.unit')}
          </th>
          <th scope="col" className="narrow">
            {t('sheet.target')}
          </th>
          <th scope="col" className="narrow">
            {t('sheet.achieved')}
          </th>
          <th scope="col">{t('sheet.change')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.targets.map(({ id, indicator, unit, target, achieved, change }) => (
          <tr key={id}>
            <th scope="row">{indicator}</th>
            <td className="centre">{unit}</td>
            <td className="centre">{target}</td>
            <td className="centre">{achieved}</td>
            <td>{change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
