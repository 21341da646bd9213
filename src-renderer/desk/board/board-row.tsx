import { memo, useState } from 'react';
import type { FollowUpMatter } from '#core/archive/matters.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { formatDate } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { StandingTag } from '../meeting/standing-tag.tsx';
import type { BoardActions } from './board-actions.ts';
import { EntryHistory } from './entry-history.tsx';

/** What every row of a board is told alike. */
export interface BoardSetting {
  readonly today: CivilDate;
  /** The last day of the leaders' term; `null` if it is not known. */
  readonly termEnds: CivilDate | null;
  /** Whether this desk only looks on. */
  readonly looksOn: boolean;
  readonly actions: BoardActions;
}

interface BoardRowProps extends BoardSetting {
  readonly row: FollowUpMatter;
  readonly isChosen: boolean;
  onChoose(id: string): void;
}

/**
 * One follow-up of any meeting: what, who, until when, how it stands; its history opens below. It follows nothing by itself,
 * so that a hundred rows stand still while anything else changes.
 */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { row, today, termEnds, looksOn, actions, isChosen, onChoose } = props;
  const t = useT();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const what = row.what.slice(0, 80);
  const facts = [
    row.due === null ? '' : t('followUps.dueOn', { date: formatDate(row.due, locale) }),
    row.doneOn === null ? '' : t('followUps.doneOn', { date: formatDate(row.doneOn, locale) }),
    row.leader === null ? '' : t(`domain:roleShort.${row.leader}`),
    `${row.cite.title}, ${formatDate(row.cite.date, locale)}`,
    row.listed > 1 ? t('board.listed', { count: row.listed }) : '',
  ].filter((fact) => fact !== '');
  return (
    <li className={`d-board-row d-board-${row.standing}`} tabIndex={-1}>
      <Checkbox isSelected={isChosen} onChange={() => onChoose(row.id)} label={t('board.choose', { what })} />
      <div className="d-board-what">
        <p className="d-board-text">{row.what}</p>
        <p className="d-board-facts">
          <StandingTag standing={row.standing} />
          {termEnds !== null && row.due !== null && row.due > termEnds && row.standing !== 'done' && (
            <span className="k-tag k-tag-amber">{t('board.afterTerm')}</span>
          )}
          {row.private && <span className="k-tag">{t('domain:visibility.private')}</span>}
          {row.agencies.map((agency) => (
            <button
              key={agency.id}
              type="button"
              className="d-board-agency-name"
              onClick={() => actions.openAgency(agency.id)}
            >
              {agency.short}
            </button>
          ))}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {row.extension !== null && (
            <span className={row.extension.answer === 'proposed' ? 'k-tag k-tag-amber' : undefined}>
              {t(`followUps.extension.${row.extension.answer}`, { date: formatDate(row.extension.due, locale) })}
            </span>
          )}
        </p>
        {row.remark !== '' && <p className="d-board-remark">{row.remark}</p>}
        {isOpen && <EntryHistory id={row.id} today={today} />}
      </div>
      <span className="d-board-actions">
        <Menu
          label={t('followUps.statusOf', { what })}
          trigger={
            <Button size="small" isDisabled={looksOn}>
              {t(`followUps.status.${row.status}`)}
            </Button>
          }
          entries={() =>
            FOLLOW_UP_STATUS.map((status) => ({
              id: status,
              label: t(`domain:followUpStatus.${status}`),
              isDisabled: status === row.status,
              run: () => void actions.setStatus([row.id], status),
            }))
          }
        />
        <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('board.history', { count: row.entryCount })}
        </Button>
      </span>
    </li>
  );
});
