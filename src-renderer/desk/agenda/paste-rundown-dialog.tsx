import { useMemo } from 'react';
import type { Command } from '#core/commands/apply.ts';
import { PASTE_ROWS_MAX } from '#core/import/agency-list.ts';
import { knownAgencies } from '#core/import/known-agencies.ts';
import { hasRundownHeader, type RundownRow, readRundown } from '#core/import/rundown.ts';
import { ITEM_KINDS, type ItemKind } from '#core/model/agenda-item.ts';
import { durationText, parseClockTime, parseDuration } from '#core/time/clock-text.ts';
import { Button } from '#renderer/kit/button.tsx';
import { clockTimeText } from '#renderer/kit/clock-time.ts';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDispatch, useToast } from '../kernel/desk-context.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { ListText } from '../meeting/lists/list-text.tsx';
import { type ColumnId, ReadTable } from '../meeting/lists/read-table.tsx';
import { useKnownAgencies } from '../meeting/lists/use-known-agencies.ts';

const COLUMNS: readonly ColumnId[] = ['title', 'time', 'length', 'kind', 'inCharge'];

type Cells = Partial<Record<ColumnId, string>>;
type FillRow = Extract<Command, { type: 'agenda.fill' }>['rows'][number];

/** A row as the future item; a break keeps the time that the rundown gives it. */
function itemOf(row: RundownRow, cells: Cells): FillRow {
  const kind = (cells.kind ?? row.kind) as ItemKind;
  const title = (cells.title ?? '').trim();
  const start = parseClockTime(cells.time ?? '');
  const agency = { name: title, short: row.agency?.short ?? '', head: row.agency?.head ?? '', person: '' };
  return {
    agency: kind === 'agency' ? agency : null,
    kind: kind === 'agency' ? 'other' : kind,
    title: kind === 'agency' ? '' : title,
    inCharge: (cells.inCharge ?? '').trim(),
    planned: parseDuration(cells.length ?? ''),
    fixedStart: kind === 'break' ? start : null,
  };
}

/** Fills the agenda from a rundown planned on paper: pasted, shown as a table, corrected, added in one step. */
export function PasteRundownDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const locale = useLocale();
  const dispatch = useDispatch();
  const toast = useToast();
  const agencies = useKnownAgencies();
  const [text, setText] = useFormState('', 'text');
  const [how, setHow] = useFormState<'replace' | 'append'>('replace', 'how');
  const [edits, setEdits] = useFormState<Readonly<Record<string, Cells>>>({}, 'edits');
  const [dropped, setDropped] = useFormState<readonly string[]>([], 'dropped');
  const reading = useMemo(() => readRundown(text, knownAgencies(agencies)), [text, agencies]);
  const { close, question, save, isBusy, refusal } = useFormGuard(text.trim() !== '', t('rundown.title'), onClose);

  const rows = reading.rows
    .filter(({ key }) => !dropped.includes(key))
    .map((row) => {
      const own = edits[row.key];
      const cells: Cells = {
        title: row.agency?.name ?? row.title,
        time: row.start === null ? '' : clockTimeText(row.start, locale),
        length: row.planned === null ? '' : durationText(row.planned),
        kind: row.kind,
        inCharge: row.inCharge,
        ...own,
      };
      const bad = (cell: string | undefined, read: (text: string) => unknown): boolean =>
        (cell ?? '').trim() !== '' && read(cell ?? '') === null;
      const problem =
        (cells.title ?? '').trim() === ''
          ? 'empty'
          : bad(cells.length, parseDuration)
            ? 'length'
            : bad(cells.time, parseClockTime)
              ? 'time'
              : null;
      return { row, cells, problem, doubts: own === undefined ? row.doubts : [] } as const;
    });
  const left = [
    ...reading.left.map(({ key, line, text: written, why }) => ({
      key,
      line,
      text: written,
      why: t(`lists.why.${why}`),
      isFixed: true,
    })),
    ...reading.rows
      .filter(({ key }) => dropped.includes(key))
      .map(({ key, line, title }) => ({ key, line, text: title, why: t('lists.why.dropped') })),
  ];
  const startAt = how === 'replace' ? parseClockTime(rows[0]?.cells.time ?? '') : null;
  const isReady = rows.length > 0 && rows.every(({ problem }) => problem === null);

  const fill = async (): Promise<void> => {
    const isFilled = await save(() =>
      dispatch({
        type: 'agenda.fill',
        rows: rows.map(({ row, cells }) => itemOf(row, cells)),
        replace: how === 'replace',
        startAt,
      }),
    );
    if (isFilled) toast({ tone: 'success', text: t('rundown.done', { count: rows.length }) });
  };
  return (
    <Dialog
      title={t('rundown.title')}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} isPending={isBusy} onPress={() => void fill()}>
            {t('rundown.save', { count: rows.length })}
          </Button>
        </>
      }
    >
      <div className="k-form">
        {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
        <ListText
          label={t('exports.documents.rundown')}
          hint={t('rundown.hint')}
          example={t('rundown.example')}
          text={text}
          error={reading.isTooLarge ? t('lists.tooLarge', { rows: PASTE_ROWS_MAX }) : null}
          hasHeader={hasRundownHeader}
          onChange={setText}
          autoFocus
        />
        <ReadTable
          columns={COLUMNS}
          choices={{ kind: ITEM_KINDS.map((id) => ({ id, label: t(`domain:itemKind.${id}`) })) }}
          rows={rows.map(({ row: { key, line }, cells, doubts, problem }) => ({
            key,
            line,
            cells,
            doubts: doubts.map((doubt) => t(`lists.doubt.${doubt}`)),
            problem: problem === null ? null : t(`lists.problem.${problem}`),
          }))}
          left={left}
          onEdit={(key, column, cell) =>
            setEdits((before) => ({ ...before, [key]: { ...before[key], [column]: cell } }))
          }
          onConfirm={(key) => setEdits((before) => ({ ...before, [key]: { ...before[key] } }))}
          onTake={(key, take) =>
            setDropped((before) => (take ? before.filter((other) => other !== key) : [...before, key]))
          }
        />
        {rows.length > 0 && (
          <Segmented<'replace' | 'append'>
            label={t('rundown.how')}
            value={how}
            onChange={setHow}
            options={(['replace', 'append'] as const).map((id) => ({ id, label: t(`rundown.${id}`) }))}
          />
        )}
        {startAt !== null && <p className="k-hint">{t('rundown.startAt', { time: clockTimeText(startAt, locale) })}</p>}
      </div>
      {question}
    </Dialog>
  );
}
