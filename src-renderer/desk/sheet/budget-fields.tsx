import { memo } from 'react';
import { LINE_MAX } from '#core/model/lengths.ts';
import type { Sheet } from '#core/model/sheet.ts';
import { inWords } from '#core/text/amount-words.ts';
import { RupiahField } from '#renderer/kit/number-field.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { tooLong } from './too-long.ts';

type Budget = Sheet['budget'];
const AMOUNTS = ['ceiling', 'realised', 'need'] as const;

/** Ceiling, spent, expected need; an amount of a million or more is repeated in words. */
export const BudgetFields = memo(function BudgetFields({
  budget,
  edit,
}: {
  readonly budget: Budget;
  edit(fields: Partial<Sheet>): void;
}) {
  const t = useT();
  const locale = useLocale();
  return (
    <div className="k-columns d-sheet-columns">
      {AMOUNTS.map((key) => (
        <RupiahField
          key={key}
          placeholder="Rp"
          label={t(`sheet.money.${key}`)}
          value={budget[key]}
          onChange={(amount) => edit({ budget: { ...budget, [key]: amount } })}
          echo={inWords(budget[key], locale) ?? undefined}
        />
      ))}
      <TextArea
        className="d-sheet-wide"
        rows={1}
        placeholder=" "
        label={t('sheet.money.remark')}
        value={budget.remark}
        onChange={(remark) => edit({ budget: { ...budget, remark } })}
        error={tooLong(t, budget.remark, LINE_MAX)}
      />
    </div>
  );
});
