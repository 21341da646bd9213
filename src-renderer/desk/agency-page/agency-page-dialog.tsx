import './agency-page.css';
import type { AgencyPage } from '#core/archive/agency-page.ts';
import type { AgencyId } from '#core/model/agency.ts';
import { formatDate, formatTimer } from '#core/text/format.ts';
import { duration } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useArchive } from '../kernel/archive/use-archive.ts';
import { useClock, useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { ArchiveProgress } from '../meeting/archive-progress.tsx';
import { StandingTag } from '../meeting/standing-tag.tsx';
import { BudgetYears, TargetYears } from './figures.tsx';
import { useFirstRows } from './first-rows.tsx';
import { PastNote } from './past-note.tsx';

/** Everything of one agency over the years: turns, follow-ups, problems, figures, notes. */
export function AgencyPageDialog({ agencyId, onClose }: { agencyId: AgencyId; onClose(): void }) {
  const t = useT();
  const clock = useClock();
  const zone = useDeskValue((view) => view.meeting?.zone ?? view.settings.defaults.zone);
  const today = civilDateAt(clock.now(), zone);
  const { state, answer, isCurrent, retry } = useArchive('agency', { today, agencyId });
  const title = answer?.agency.name ?? t('agencyPage.title');
  return (
    <Dialog title={title} isOpen onClose={onClose} size="full" className="d-agency-page">
      {answer !== null ? (
        <Page page={answer} />
      ) : isCurrent ? (
        <EmptyState icon="agencyPage" title={t('agencyPage.unknown')} />
      ) : (
        <ArchiveProgress state={state} retry={retry} />
      )}
    </Dialog>
  );
}

function Facts({ page }: { page: AgencyPage }) {
  const t = useT();
  const { agency, turns, spent, attendance } = page;
  const presented = turns.filter(({ startedAt }) => startedAt !== null).length;
  const facts: [string, string][] = [
    [t('agencyPage.facts.turns'), String(presented)],
    [t('agencyPage.facts.spent'), formatTimer(duration(spent))],
    [t('agencyPage.facts.present'), String(attendance.present)],
    [t('agencyPage.facts.represented'), String(attendance.represented)],
    [t('agencyPage.facts.absent'), String(attendance.absent)],
  ];
  return (
    <>
      {agency.former.length > 0 && (
        <p className="k-hint">{t('agencyPage.former', { names: agency.former.join('; ') })}</p>
      )}
      <dl className="d-agency-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function FollowUps({ page }: { page: AgencyPage }) {
  const t = useT();
  const locale = useLocale();
  const { shown, more } = useFirstRows(page.followUps);
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('fields:followUps')}</h3>
      {page.followUps.length === 0 && <p className="k-hint">{t('followUps.none')}</p>}
      <ul className="d-agency-list">
        {shown.map((matter) => (
          <li key={matter.id}>
            <StandingTag standing={matter.standing} /> {matter.what}
            <span className="d-agency-cite">
              {[
                matter.due === null ? '' : t('followUps.dueOn', { date: formatDate(matter.due, locale) }),
                matter.doneOn === null ? '' : t('followUps.doneOn', { date: formatDate(matter.doneOn, locale) }),
                `${matter.cite.title}, ${formatDate(matter.cite.date, locale)}`,
                matter.remark,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function Problems({ page }: { page: AgencyPage }) {
  const t = useT();
  const locale = useLocale();
  const { shown, more } = useFirstRows(page.problems);
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('fields:sheet.problems')}</h3>
      {page.problems.length === 0 && <p className="k-hint">{t('problems.none')}</p>}
      <ul className="d-agency-list">
        {shown.map((problem) => (
          <li key={problem.id}>
            <span className={`k-tag ${problem.solved ? 'k-tag-green' : 'k-tag-red'}`}>
              {problem.solved
                ? t('domain:problem.solved')
                : problem.raised > 1
                  ? t('domain:problem.raised', { count: problem.raised })
                  : t('domain:problem.open')}
            </span>{' '}
            {problem.text}
            <span className="d-agency-cite">
              {[
                t('problems.since', { date: formatDate(problem.since, locale) }),
                problem.solvedOn === null ? '' : t('problems.solvedOn', { date: formatDate(problem.solvedOn, locale) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function Turns({ page }: { page: AgencyPage }) {
  const t = useT();
  const locale = useLocale();
  const { shown, more } = useFirstRows(page.turns);
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('agencyPage.turns')}</h3>
      <table className="d-agency-table d-agency-turns">
        <thead>
          <tr>
            <th scope="col">{t('menu.title')}</th>
            <th scope="col">{t('fields:presenter')}</th>
            <th scope="col">{t('fields:spent')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((turn) => (
            <tr key={`${turn.meetingId}/${turn.itemId}`}>
              <td>
                {formatDate(turn.date, locale)} · {turn.meetingTitle}
              </td>
              <td>
                {turn.presenter.name === '' ? '–' : turn.presenter.name}
                {turn.attendance !== null && turn.attendance !== 'present' && (
                  <> ({t(`domain:attendance.${turn.attendance}`)})</>
                )}
              </td>
              <td>{turn.startedAt === null ? t(`domain:itemStatus.${turn.status}`) : formatTimer(turn.spent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}

function Notes({ page }: { page: AgencyPage }) {
  const t = useT();
  const locale = useLocale();
  const { shown: notes, more } = useFirstRows(page.notes);
  const dates = [...new Set(notes.map(({ meetingId }) => meetingId))];
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('agencyPage.notes')}</h3>
      {notes.length === 0 && <p className="k-hint">{t('agencyPage.noNotes')}</p>}
      {dates.map((meetingId) => {
        const here = notes.filter((note) => note.meetingId === meetingId);
        const [first] = here;
        return (
          <div key={meetingId}>
            {first !== undefined && (
              <h4 className="d-agency-date">
                {formatDate(first.date, locale)} · {first.meetingTitle}
              </h4>
            )}
            <ul className="d-past-notes">
              {here.map((note) => (
                <PastNote key={note.id} note={note} />
              ))}
            </ul>
          </div>
        );
      })}
      {more}
    </section>
  );
}

function Page({ page }: { page: AgencyPage }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus so that the arrows scroll it
    <section className="d-agency" aria-label={page.agency.name} tabIndex={0}>
      <Facts page={page} />
      <div className="d-agency-columns">
        <div className="d-agency-column">
          <FollowUps page={page} />
          <Problems page={page} />
          <Turns page={page} />
        </div>
        <div className="d-agency-column">
          <BudgetYears points={page.budget} />
          <TargetYears series={page.targets} />
          <Notes page={page} />
        </div>
      </div>
    </section>
  );
}
