import { formatNumber } from '#core/text/format.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { type Option, Select } from '#renderer/kit/select.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';
import type { IntakeRow } from './intake-rows.ts';
import type { Intake } from './use-intake.ts';

interface Props {
  readonly row: IntakeRow;
  readonly options: readonly Option[];
  readonly isBusy: boolean;
  readonly intake: Intake;
}

/** How far a file is, in words. */
function stateWords(
  t: DeskT,
  { state, itemId, certainty, file }: IntakeRow,
  percent: (part: number) => string,
): string {
  switch (state.kind) {
    case 'waiting':
      return itemId === null || certainty === 'unsure' || certainty === 'none'
        ? t(`slides.certainty.${itemId === null ? certainty : 'chosen'}`)
        : t(`slides.certainty.${certainty}`);
    case 'copying':
      return t('slides.state.copying', { part: percent(file.size === 0 ? 0 : state.bytes / file.size) });
    case 'checking':
      return t('slides.state.checking');
    case 'look':
      return t('slides.state.look');
    case 'done':
      return t('slides.state.done', { count: state.pages });
    case 'failed':
      return state.why === 'refused'
        ? t(`errors:${state.refusal.code}`, state.refusal.params)
        : state.why === 'unreadable' || state.why === 'stopped'
          ? t(`slides.state.${state.why}`)
          : t(`slides.fault.${state.why}`);
    default:
      return state satisfies never;
  }
}

/** One chosen file: whose slides it is, to be corrected, and how far it is. */
export function FileRow({ row, options, isBusy, intake }: Props) {
  const t = useT();
  const locale = useLocale();
  const percent = (part: number): string => `${formatNumber(Math.round(part * 100), locale)}%`;
  const { id, name, itemId, likely, state } = row;
  const isFirst = ({ id: one }: Option): boolean => likely.includes(one);
  const sorted = [...options.filter(isFirst), ...options.filter((one) => !isFirst(one))];
  const isOpen = state.kind === 'waiting' || state.kind === 'failed';
  return (
    <tr data-state={state.kind}>
      <td>{name}</td>
      <td>
        <Select
          label={t('slides.ofFile', { name })}
          hideLabel
          options={sorted}
          value={itemId}
          placeholder={t('slides.choose')}
          isDisabled={isBusy || !isOpen}
          onChange={(chosen) => intake.assign(id, chosen)}
        />
      </td>
      <td className="d-slides-state">
        <span role="status">{stateWords(t, row, percent)}</span>
        {isOpen && !isBusy && (
          <>
            {state.kind === 'failed' && itemId !== null && (
              <Button size="small" onPress={() => void intake.begin(id)}>
                {t('kit:tryAgain')}
              </Button>
            )}
            <IconButton
              size="small"
              icon="close"
              label={t('slides.leaveOut', { name })}
              onPress={() => intake.remove(id)}
            />
          </>
        )}
      </td>
    </tr>
  );
}
