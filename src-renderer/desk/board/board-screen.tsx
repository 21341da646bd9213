import './board.css';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { BOARD_SORTS, type BoardFilter, type BoardSort } from '#core/archive/board.ts';
import { STANDINGS } from '#core/model/follow-up-now.ts';
import { ROLES } from '#core/model/roles.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { Button, Pill } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { ScreenTitle } from '#renderer/kit/screen-title.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useArchive } from '../kernel/archive/use-archive.ts';
import { useClock, useDeskValue, useDialog, useScreen } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { fullOptionOf } from '../meeting/agency-options.ts';
import { ArchiveProgress } from '../meeting/archive-progress.tsx';
import { BoardList } from './board-list.tsx';
import { BoardPapers } from './board-papers.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Recap } from './recap.tsx';

/** How many rows are drawn at first, and with each press of "more". */
const PAGE = 100;

const NO_FILTER: BoardFilter = { agencyId: null, leader: null, standing: null, text: '' };

/** Every follow-up of all meetings, the late ones first. */
export function BoardScreen() {
  const t = useT();
  const clock = useClock();
  const { toMeeting } = useScreen();
  const { open } = useDialog();
  const zone = useDeskValue((view) => view.meeting?.zone ?? view.settings.defaults.zone);
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  const hasMeeting = useDeskValue((view) => view.meeting !== null);
  const today = civilDateAt(clock.now(), zone);
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<BoardSort>('due');
  const [limit, setLimit] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const change = useCallback((fields: Partial<BoardFilter>): void => {
    setFilter((before) => ({ ...before, ...fields }));
    setLimit(PAGE);
  }, []);
  const place = useRef<HTMLElement>(null);
  // A row whose status no longer passes the filter goes, and with the last chosen one the bar of what is chosen.
  useKeptFocus(place, stayNear);
  const asked = useDeferredValue(filter);
  const { state, answer: board, retry } = useArchive('board', { today, filter: asked, sort, limit });
  const isFiltered =
    filter.agencyId !== null || filter.leader !== null || filter.standing !== null || filter.text !== '';
  const toggle = useCallback(
    (id: string): void =>
      setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
    [],
  );
  return (
    <main className="d-board" ref={place}>
      <header className="d-board-head">
        <div className="k-grow">
          <ScreenTitle>{t('board.title')}</ScreenTitle>
          <p className="k-hint">{t('board.what')}</p>
        </div>
        <Button icon="directory" onPress={() => open({ kind: 'agencyDirectory' })}>
          {t('agencyDirectory.title', { term })}
        </Button>
        <BoardPapers filter={filter} sort={sort} />
        <Button icon="back" onPress={toMeeting}>
          {t(hasMeeting ? 'board.toMeeting' : 'kit:back')}
        </Button>
      </header>
      {board === null ? (
        <ArchiveProgress state={state} retry={retry} />
      ) : (
        <div className="d-board-columns">
          <section className="d-board-main" aria-label={t('board.list')} tabIndex={-1}>
            <div className="d-board-tools">
              <fieldset className="k-fieldset k-row">
                <legend className="k-hidden">{t('board.standing')}</legend>
                {STANDINGS.map((standing) => (
                  <Pill
                    key={standing}
                    isSelected={filter.standing === standing}
                    onChange={() => change({ standing: filter.standing === standing ? null : standing })}
                  >
                    {t(`domain:standing.${standing}`)} {board.counts[standing]}
                  </Pill>
                ))}
              </fieldset>
              <TextField
                className="d-board-search"
                label={t('board.search')}
                hideLabel
                placeholder={t('board.search')}
                type="search"
                value={filter.text}
                onChange={(text) => change({ text })}
              />
              <ComboBox
                className="d-board-agency"
                label={t('fields:inCharge')}
                hideLabel
                placeholder={t('followUps.allAgencies', { term })}
                options={board.byAgency.map(fullOptionOf)}
                value={filter.agencyId}
                onChange={(agencyId) => change({ agencyId })}
              />
              <Select
                label={t('board.leader')}
                hideLabel
                options={[
                  { id: 'all', label: t('board.allLeaders') },
                  ...ROLES.map((role) => ({ id: role, label: t(`domain:roleShort.${role}`) })),
                ]}
                value={filter.leader ?? 'all'}
                onChange={(leader) => change({ leader: leader === 'all' ? null : leader })}
              />
              <Select
                label={t('board.sort.label')}
                hideLabel
                options={BOARD_SORTS.map((id) => ({ id, label: t(`board.sort.${id}`) }))}
                value={sort}
                onChange={(next) => setSort(next)}
              />
            </div>
            <BulkBar ids={[...chosen]} onDone={() => setChosen(new Set())} />
            {board.rows.length === 0 ? (
              <EmptyState
                icon="board"
                title={t(isFiltered ? 'followUps.noMatch' : 'followUps.none')}
                action={
                  isFiltered ? <Button onPress={() => change(NO_FILTER)}>{t('board.showAll')}</Button> : undefined
                }
              >
                {isFiltered ? undefined : t('board.empty')}
              </EmptyState>
            ) : (
              <BoardList rows={board.rows} today={today} chosen={chosen} onChoose={toggle} />
            )}
            {board.total > board.rows.length && (
              <Button onPress={() => setLimit(limit + PAGE)}>
                {t('board.more', { count: board.total - board.rows.length })}
              </Button>
            )}
          </section>
          <Recap board={board} onFilter={change} />
        </div>
      )}
    </main>
  );
}
