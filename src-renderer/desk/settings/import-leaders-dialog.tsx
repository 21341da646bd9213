import { useMemo } from 'react';
import { PASTE_ROWS_MAX } from '#core/import/agency-list.ts';
import {
  type LeaderChange,
  type LeaderCorrection,
  type LeaderProblem,
  settleLeaders,
  type TakenLeader,
} from '#core/import/leader-changes.ts';
import { hasLeaderHeader, type LeaderRow, readLeaders } from '#core/import/leader-list.ts';
import { SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import { type Leader, ROLES } from '#core/model/roles.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { ListText } from '../meeting/lists/list-text.tsx';
import { type ColumnId, ReadTable } from '../meeting/lists/read-table.tsx';
import { replaceSetting } from '../meeting/replace-setting.ts';
import type { SectionProps } from './section-props.ts';

/** The key under which a half-pasted list of leaders is kept. */
export const LEADERS_LIST = 'settings.leaderList';

const COLUMNS: readonly ColumnId[] = ['name', 'role', 'office', 'rank', 'nip'];
const WITH_ACTING: readonly ColumnId[] = ['name', 'role', 'acting', 'office', 'rank', 'nip'];

/** A pasted list of leaders with the user's corrections, and what it does to the leaders of the settings. */
function useLeaderList(present: readonly Leader[]) {
  const t = useT();
  const [text, setText] = useFormState('', 'list', LEADERS_LIST);
  const [corrected, setCorrected] = useFormState<Readonly<Record<string, LeaderCorrection>>>(
    {},
    'corrections',
    LEADERS_LIST,
  );
  const reading = useMemo(() => readLeaders(text), [text]);
  const settled = useMemo(
    () => settleLeaders(reading, new Map(Object.entries(corrected)), present, (role) => t(`domain:role.${role}`)),
    [reading, corrected, present, t],
  );
  const correct = (key: string, change: (before: LeaderCorrection) => LeaderCorrection): void =>
    setCorrected((before) => ({ ...before, [key]: change(before[key] ?? {}) }));
  return {
    ...settled,
    text,
    isTooLarge: reading.isTooLarge,
    setText,
    edit: (key: string, fields: Partial<LeaderRow>) =>
      correct(key, (before) => ({ ...before, fields: { ...before.fields, ...fields } })),
    take: (key: string, take: boolean) => correct(key, (before) => ({ ...before, take })),
  };
}

/** A cell that was edited; a role comes from the choices. */
const edited = (column: ColumnId, text: string): Partial<LeaderRow> =>
  column === 'role' ? { role: ROLES.find((role) => role === text) ?? null } : { [column]: text };

/** The leaders of the settings from a list: what each row adds, changes or leaves alone is shown before it is used. */
export function ImportLeadersDialog({ form, onClose }: SectionProps & { onClose(): void }) {
  const t = useT();
  const runtime = useRuntime();
  const list = useLeaderList(form.value.leaders);
  const title = t('leaderList.title');
  const { close, question, save, isBusy } = useFormGuard(list.text.trim() !== '', title, onClose, LEADERS_LIST);
  const { counts, taken, left, wrong } = list;
  const count = counts.new + counts.changed;
  const doubtful = taken.filter(({ isGuessed }) => isGuessed).length;
  const apply = async (): Promise<void> => {
    const replace = async (): Promise<boolean> =>
      (await runtime.ask('settings.edit', { fields: { leaders: [...list.leaders] } })) !== null;
    await save(() => replaceSetting(runtime, 'leaders', replace, t('leaderList.applied', { count })));
  };
  const problemText = (problem: LeaderProblem, firstLine: number): string =>
    t(`leaderList.problem.${problem}`, { line: firstLine, max: SHORT_TEXT_MAX });
  const changeText = ({ field, from, to }: LeaderChange): string =>
    t('leaderList.change', {
      field: t(`lists.column.${field}`),
      from: from || t('leaderList.blank'),
      to: to || t('leaderList.blank'),
    });
  const error = list.isTooLarge
    ? t('lists.tooLarge', { rows: PASTE_ROWS_MAX })
    : list.text.trim() === '' || taken.length > 0
      ? null
      : t('leaderList.none');
  const columns = taken.some(({ row }) => row.acting !== '') ? WITH_ACTING : COLUMNS;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={count === 0 || wrong > 0}
            isPending={isBusy}
            onPress={() => void apply()}
          >
            {t('leaderList.apply')}
          </Button>
        </>
      }
    >
      <div className="k-form">
        <ListText
          label={t('leaderList.label')}
          hint={t('leaderList.hint')}
          example={t('leaderList.example')}
          text={list.text}
          error={error}
          hasHeader={hasLeaderHeader}
          onChange={list.setText}
          autoFocus
        />
        {taken.length > 0 && (
          <p className="k-hint" role="status">
            {t('lists.read', { count: taken.length })}
            {': '}
            {t('lists.effects', { ...counts, left: left.length })} {wrong > 0 && t('lists.wrong', { count: wrong })}{' '}
            {doubtful > 0 && t('lists.doubtful', { count: doubtful })}
            {wrong === 0 && doubtful === 0 && t('lists.fine')}
          </p>
        )}
        <ReadTable
          columns={columns}
          choices={{
            role: [
              { id: '', label: t('leaderList.choose') },
              ...ROLES.map((id) => ({ id, label: t(`domain:roleShort.${id}`) })),
            ],
          }}
          rows={taken.map(({ key, line, row, effect, changes, isGuessed, problem, firstLine }: TakenLeader) => ({
            key,
            line,
            cells: { ...row, role: row.role ?? '' },
            effect: effect ?? undefined,
            remarks: effect === 'changed' ? [changes.map(changeText).join('; ')] : [],
            doubts: isGuessed ? [t('leaderList.guessed')] : [],
            problem: problem === null ? null : problemText(problem, firstLine),
          }))}
          left={left.map(({ key, line, text, why }) => ({
            key,
            line,
            text,
            why: why === 'noRole' ? t('leaderList.noRole') : t(`lists.why.${why}`),
            isFixed: why === 'header',
          }))}
          onEdit={(key, column, text) => list.edit(key, edited(column, text))}
          onConfirm={(key) => list.take(key, true)}
          onTake={list.take}
        />
      </div>
      {question}
    </Dialog>
  );
}
