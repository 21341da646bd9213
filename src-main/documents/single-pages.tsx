import { type AgencySheet, isEmptySheet } from '#core/minutes/agency-sheet.ts';
import type { Attendance } from '#core/minutes/attendance.ts';
import type { FollowUpMatrix } from '#core/minutes/follow-up-rows.ts';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { Rundown } from '#core/minutes/rundown.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { Fields } from './fields.tsx';
import { FollowUpTable } from './follow-up-table.tsx';
import { agencySheetFields, meetingFields } from './labels.ts';
import { Notes } from './notes.tsx';
import { DocumentHeader, type Layout } from './page.tsx';
import { ProblemTable } from './problem-table.tsx';
import { RundownTable } from './rundown-table.tsx';
import { momentText, nameText, type Paper } from './words.ts';

interface PageProps<Doc extends DocumentHead> {
  readonly paper: Paper<Doc>;
  readonly layout: Layout;
}

/** The follow-up matrix, in landscape: its eight columns do not fit in portrait. */
export function FollowUpsPage({ paper, layout }: PageProps<FollowUpMatrix>) {
  const { doc, t } = paper;
  return (
    <div className="paper lying">
      <DocumentHeader paper={paper} layout={layout} heading={t('followUp.heading')} />
      {doc.unfinished && <p className="mark">{t('unfinishedMark')}</p>}
      <Fields fields={meetingFields(paper)} />
      {doc.followUps.length === 0 ? (
        <p className="apart">{t('followUp.none')}</p>
      ) : (
        <FollowUpTable rows={doc.followUps} paper={paper} caption={t('followUp.caption')} />
      )}
    </div>
  );
}

export function AttendancePage({ paper, layout }: PageProps<Attendance>) {
  const { doc, t } = paper;
  return (
    <div className="paper">
      <DocumentHeader paper={paper} layout={layout} heading={t('attendance.heading')} />
      <Fields fields={meetingFields(paper)} />
      <AttendanceTable paper={paper} attendance={doc.attendance} form={doc.form} />
    </div>
  );
}

export function RundownPage({ paper, layout }: PageProps<Rundown>) {
  const { doc, t } = paper;
  return (
    <div className="paper">
      <DocumentHeader paper={paper} layout={layout} heading={t('rundown.heading')} />
      <Fields fields={meetingFields(paper)} />
      <RundownTable rundown={doc} t={t} />
      {doc.end !== null && <p className="apart">{t('rundown.end', { when: momentText(doc.end, paper) })}</p>}
    </div>
  );
}

/** "Lembar arahan": what was asked of one agency, in its own turn and elsewhere, and its follow-ups. */
export function AgencySheetPage({ paper, layout }: PageProps<AgencySheet>) {
  const { doc, t } = paper;
  const agency = doc.agency.name;
  return (
    <>
      <div className="paper">
        <DocumentHeader paper={paper} layout={layout} heading={t('agencySheet.heading')} />
        {doc.unfinished && <p className="mark">{t('unfinishedMark')}</p>}
        <Fields fields={agencySheetFields(paper)} />
        {isEmptySheet(doc) && <p className="apart">{t('agencySheet.none', { agency })}</p>}
        {doc.notes.length > 0 && (
          <>
            <h2>{t('agencySheet.own', { agency })}</h2>
            <Notes groups={doc.notes} t={t} />
          </>
        )}
        {doc.elsewhere.length > 0 && (
          <>
            <h2>{t('agencySheet.elsewhere')}</h2>
            {doc.elsewhere.map(({ item, notes }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
              <section key={index}>
                <h3>{t('agencySheet.duringItem', { item: nameText(item, t) })}</h3>
                <Notes groups={notes} t={t} />
              </section>
            ))}
          </>
        )}
        {doc.problems.length > 0 && (
          <>
            <h2>{t('section.problems')}</h2>
            <ProblemTable
              rows={doc.problems}
              paper={paper}
              caption={t('agencySheet.problemsCaption', { agency })}
              withAgency={false}
            />
          </>
        )}
      </div>
      {doc.followUps.length > 0 && (
        <section className="paper lying">
          <h2>{t('fields:followUps')}</h2>
          <FollowUpTable rows={doc.followUps} paper={paper} caption={t('agencySheet.followUpsCaption', { agency })} />
        </section>
      )}
    </>
  );
}
