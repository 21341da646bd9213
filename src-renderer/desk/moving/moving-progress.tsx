import { ProgressBar } from 'react-aria-components';
import { useDeskValue } from '../kernel/desk-context.tsx';

/** How far something long is. @param words puts both numbers into words */
export function MovingProgress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly text: string;
}) {
  const { label, done, total, text } = props;
  return (
    <ProgressBar
      className="d-moving-progress"
      value={done}
      maxValue={Math.max(1, total)}
      valueLabel={text}
      aria-label={label}
    >
      {({ percentage, valueText }) => (
        <>
          <span>{valueText}</span>
          <progress className="d-moving-bar" max={100} value={percentage ?? 0} aria-hidden="true" />
        </>
      )}
    </ProgressBar>
  );
}

/** The same of what main is doing. */
export function MainProgress({ label, words }: { label: string; words(done: number, total: number): string }) {
  const progress = useDeskValue((view) => view.exporting);
  const { done, total } = progress ?? { done: 0, total: 1 };
  return <MovingProgress label={label} done={done} total={total} text={words(done, total)} />;
}
