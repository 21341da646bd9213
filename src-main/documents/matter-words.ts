import type { Change } from '#core/minutes/follow-up-changes.ts';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { Minutes, MinutesFollowUp, MinutesProblem } from '#core/minutes/minutes.ts';
import { formatDate } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { inChargeNames } from './labels.ts';
import type { Paper } from './words.ts';

/** What is needed to write a day. */
type Dated = { readonly doc: Pick<DocumentHead, 'locale'>; readonly t: Paper['t'] };

/** The user's texts and ours, a line each, without empty ones. */
const linesOf = (...lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const evidenceText = (evidence: string, { t }: Dated): string =>
  evidence.trim() === '' ? '' : t('followUp.evidence', { text: evidence.trim() });

/** "Dalam rakor ini: status dari sedang dalam proses menjadi selesai; …"; empty if it changed nothing. */
function changesText(row: MinutesFollowUp, { doc, t }: Dated): string {
  const { changes } = row;
  if (changes === null) return '';
  const { status, extension, due, handed } = changes;
  const day = (date: CivilDate): string => formatDate(date, doc.locale);
  const moved = (how: 'granted' | 'due', { from, to }: Change<CivilDate | null>): string => {
    if (to === null) return from === null ? '' : t('followUp.changed.dropped', { from: day(from) });
    if (from === null) return t('followUp.changed.set', { to: day(to) });
    return t(`followUp.changed.${how}`, { from: day(from), to: day(to) });
  };
  const decision = (): string => {
    if (extension === null) return '';
    const { answer, to, by } = extension;
    const what = answer === 'granted' ? moved(answer, extension) : t(`followUp.changed.${answer}`, { to: day(to) });
    return by === null ? what : t('followUp.changed.by', { what, who: t(`domain:roleShort.${by}`) });
  };
  const said = [
    status === null
      ? ''
      : t('followUp.changed.status', {
          from: t(`domain:followUpStatus.${status.from}`),
          to: t(`domain:followUpStatus.${status.to}`),
        }),
    decision(),
    due === null ? '' : moved('due', due),
    handed ? t('followUp.changed.handed', { names: inChargeNames(row, t) }) : '',
  ].filter((one) => one !== '');
  return t('followUp.changed.here', { changes: said.join('; ') });
}

/** What was said of a follow-up so far: the remark, the evidence, and who verified it; empty without any. */
export function saidText(
  { remark, evidence, verifiedBy }: Pick<MinutesFollowUp, 'remark' | 'evidence' | 'verifiedBy'>,
  paper: Dated,
): string {
  const { t } = paper;
  return linesOf(
    remark,
    evidenceText(evidence, paper),
    verifiedBy === null ? '' : t('followUp.verified', { who: t(`domain:roleShort.${verifiedBy}`) }),
  );
}

/** The column Keterangan: what was said of it, and what this meeting changed; empty without any. */
export const remarkText = (row: MinutesFollowUp, paper: Dated): string =>
  linesOf(saidText(row, paper), changesText(row, paper));

/** The due date, below it the one that it had before it was extended, and that it has passed; empty without any. */
export function dueText(
  { due, dueBefore, isLate }: Pick<MinutesFollowUp, 'due' | 'dueBefore' | 'isLate'>,
  { doc, t }: Dated,
): string {
  if (due === null) return '';
  const before = dueBefore === null ? '' : t('followUp.dueBefore', { date: formatDate(dueBefore, doc.locale) });
  return linesOf(formatDate(due, doc.locale), before, isLate ? t('followUp.late') : '');
}

/** "terbuka", "dinyatakan selesai 31 Mei 2021". */
export function problemStatusText({ solved, solvedOn }: MinutesProblem, { doc, t }: Dated): string {
  if (!solved) return t('problem.open');
  return solvedOn === null ? t('problem.solved') : t('problem.solvedOn', { date: formatDate(solvedOn, doc.locale) });
}

/** "3 kali"; empty for one that was raised only once. */
export const raisedText = ({ raised }: Pick<MinutesProblem, 'raised'>, { t }: Dated): string =>
  raised > 1 ? t('problem.times', { count: raised }) : '';

/** The column Keterangan of a problem; empty without anything. */
export const problemRemarkText = ({ remark, evidence }: MinutesProblem, paper: Dated): string =>
  linesOf(remark, evidenceText(evidence, paper));

/** How many of the recurring problems are open and solved; empty without any. */
export function problemSummary({ problems }: Pick<Minutes, 'problems'>, { t }: Dated): string {
  if (problems.length === 0) return '';
  const solved = problems.filter((problem) => problem.solved).length;
  return t('problem.summary', { all: problems.length, open: problems.length - solved, solved });
}
