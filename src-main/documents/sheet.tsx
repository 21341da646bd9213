import type { ReactNode } from 'react';
import type { Sheet } from '#core/model/sheet.ts';
import { type SheetWords, sheetLines } from './sheet-words.ts';
import { Text } from './text.tsx';
import type { DocumentTexts } from './texts.ts';

/** Longest row, in characters, that is kept on one page; a longer one would leave half of the page before it empty. */
const SHORT_ROW = 700;
/** Tables up to this number of rows are moved to the next page instead of being split. */
const SHORT_TABLE = 5;

/** A short row is not split between pages. */
export const rowClass = (...texts: readonly string[]): string | undefined =>
  Math.max(...texts.map((text) => text.length)) <= SHORT_ROW ? 'whole' : undefined;

export function Row({ name, text, children }: { name: string; text: string; children?: ReactNode }) {
  return (
    <tr className={rowClass(text)}>
      <th scope="row">{name}</th>
      <td>{children ?? text}</td>
    </tr>
  );
}

/** The rows of an agency's sheet, without empty ones. */
export function SheetRows({ sheet, words }: { sheet: Sheet; words: SheetWords }) {
  return sheetLines(sheet, words).map(([name, text]) => (
    <Row name={name} text={text} key={name}>
      <Text of={text} />
    </Row>
  ));
}

export function Targets({ sheet, t }: { sheet: Sheet; t: DocumentTexts }) {
  const { targets } = sheet;
  if (targets.length === 0) return null;
  return (
    <table className={`grid targets${targets.length <= SHORT_TABLE ? ' whole' : ''}`}>
      <caption>{t('sheet.targets')}</caption>
      <thead>
        <tr>
          <th scope="col" className="indicator">
            {t('fields:sheet.indicator')}
          </th>
          <th scope="col" className="narrow">
            {t('fields:sheet.unit')}
          </th>
          <th scope="col" className="narrow">
            {t('fields:sheet.target')}
          </th>
          <th scope="col" className="narrow">
            {t('fields:sheet.achieved')}
          </th>
          <th scope="col">{t('fields:sheet.change')}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map(({ id, indicator, unit, target, achieved, change }) => (
          <tr key={id} className={rowClass(indicator, change)}>
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
