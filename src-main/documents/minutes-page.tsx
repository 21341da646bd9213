import type { Minutes } from '#core/minutes/minutes.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { Charts } from './chart.tsx';
import { Fields, Lines } from './fields.tsx';
import { FollowUpTable } from './follow-up-table.tsx';
import { headFields, headingText, leadershipFields, participantLines, sectionText } from './labels.ts';
import { DocumentHeader, type Layout } from './page.tsx';
import { ProblemTable } from './problem-table.tsx';
import { Proceedings } from './proceedings.tsx';
import { RundownTable } from './rundown-table.tsx';
import { SignatureBlock } from './signature-block.tsx';
import type { Paper } from './words.ts';

/** The minutes, in the order of docs/domain/papers.md#order-of-the-minutes. */
export function MinutesPage({ paper, layout }: { paper: Paper<Minutes>; layout: Layout }) {
  const { doc, t } = paper;
  const hasMatrix = doc.followUps.length > 0;
  const hasProblems = doc.problems.length > 0;
  return (
    <>
      <div className="paper">
        <DocumentHeader paper={paper} layout={layout} heading={headingText(doc, t)} />
        {doc.number !== '' && <p className="under-title">{t('number', { number: doc.number })}</p>}
        {doc.unfinished && <p className="mark">{t('unfinishedMark')}</p>}
        <Fields fields={headFields(paper)} />
        <h2>{sectionText(doc, 'leadership', t)}</h2>
        <Fields fields={leadershipFields(paper)} />
        <h2>{sectionText(doc, 'participants', t)}</h2>
        <Lines {...participantLines(paper)} />
        <h2>{sectionText(doc, 'proceedings', t)}</h2>
        <Proceedings paper={paper} end={<SignatureBlock paper={paper} />} />
      </div>
      {(hasMatrix || hasProblems) && (
        <section className="paper lying">
          {hasMatrix && (
            <>
              <h2>{t('section.followUpsAttachment')}</h2>
              <FollowUpTable rows={doc.followUps} paper={paper} caption={t('followUp.caption')} />
            </>
          )}
          {hasProblems && (
            <>
              <h2>{t('section.problemsAttachment')}</h2>
              <ProblemTable rows={doc.problems} paper={paper} caption={t('problem.caption')} withAgency />
            </>
          )}
        </section>
      )}
      {doc.attachment !== 'none' && (
        <section className="paper attachment">
          <h2>{t('section.attachment')}</h2>
          <AttendanceTable paper={paper} attendance={doc.attendance} form={doc.attachment} />
        </section>
      )}
      {doc.rundown !== null && (
        <section className="paper attachment">
          <h2>{t('section.rundownAttachment')}</h2>
          <RundownTable rundown={doc.rundown} t={t} />
        </section>
      )}
      <Charts charts={doc.charts} paper={paper} />
    </>
  );
}
