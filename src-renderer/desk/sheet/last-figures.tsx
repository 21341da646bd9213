import { memo, useEffect, useState } from 'react';
import { budgetRatio, type Sheet } from '#core/model/sheet.ts';
import { inWords } from '#core/text/amount-words.ts';
import { formatDate, formatPercent, inUnit } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { useLastTurn } from '../meeting/use-last-turn.ts';

/** Calls back when the browser has nothing to do: earlier meetings are read after the first screen is up. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}

interface LastFiguresProps {
  readonly itemId: string;
  readonly targets: Sheet['targets'];
  readonly readOnly: boolean;
  onTargets(targets: Sheet['targets']): void;
}

/** What the agency reported last, beside what it reports now; its targets can be taken over. */
export const LastFigures = memo(function LastFigures(props: LastFiguresProps) {
  return useIdle() ? <Figures {...props} /> : null;
});

function Figures({ itemId, targets, readOnly, onTargets }: LastFiguresProps) {
  const t = useT();
  const locale = useLocale();
  const { last } = useLastTurn(itemId);
  const sheet = last?.sheet ?? null;
  if (last === null || sheet === null) return null;
  const ratio = budgetRatio(sheet.budget);
  const ceiling = inWords(sheet.budget.ceiling, locale);
  const realised = inWords(sheet.budget.realised, locale);
  const before = sheet.targets.filter(({ indicator }) => indicator.trim() !== '');
  const parts = [
    ceiling === null ? '' : t('sheet.figures.ceiling', { amount: ceiling }),
    realised === null ? '' : t('sheet.figures.realised', { amount: realised }),
    ratio === null ? '' : formatPercent(ratio, locale),
    ...before.map(
      ({ indicator, unit, target, achieved }) =>
        `${indicator}: ${t('sheet.figures.targetLine', { target: inUnit(target, unit) || '–', achieved: inUnit(achieved, unit) || '–' })}`,
    ),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <div className="d-sheet-last">
      <p>
        <b>{t('sheet.last', { date: formatDate(last.date, locale) })}</b> {parts.join(' · ')}
      </p>
      {!readOnly && targets.length === 0 && before.length > 0 && (
        <Button
          size="small"
          onPress={() => onTargets(before.map((target) => ({ ...target, id: crypto.randomUUID(), achieved: '' })))}
        >
          {t('sheet.takeTargets', { count: before.length })}
        </Button>
      )}
    </div>
  );
}
