import type { ArchivePaper, BoardPaper, ReminderPaper } from '#core/minutes/board-paper.ts';
import { BoardTable, ProgressTable } from './board-table.tsx';
import { boardFields, paperTitle, reminderFields, reminderIntro } from './board-words.ts';
import { letterheadFor } from './document-html.tsx';
import { Fields } from './fields.tsx';
import { DocumentHeader, type Layout, wholePage } from './page.tsx';
import { ProblemTable } from './problem-table.tsx';
import { documentTexts } from './texts.ts';
import type { Paper } from './words.ts';

interface PageProps<Doc extends ArchivePaper> {
  readonly paper: Paper<Doc>;
  readonly layout: Layout;
}

/** The board in landscape, and the progress of everybody who has a part in it. */
function BoardPage({ paper, layout }: PageProps<BoardPaper>) {
  const { doc, t } = paper;
  return (
    <>
      <div className="paper lying">
        <DocumentHeader paper={paper} layout={layout} heading={t('board.heading')} />
        <Fields fields={boardFields(paper)} />
        {doc.groups.length === 0 ? (
          <p className="apart">{t('board.none')}</p>
        ) : (
          <BoardTable groups={doc.groups} paper={paper} caption={t('board.caption')} isWhole />
        )}
      </div>
      {doc.progress.length > 0 && (
        <section className="paper lying attachment">
          <h2>{t('board.progress')}</h2>
          <p className="legend">{t('board.legend')}</p>
          <ProgressTable paper={paper} />
        </section>
      )}
    </>
  );
}

/** What an agency is reminded of. */
function ReminderPage({ paper, layout }: PageProps<ReminderPaper>) {
  const { doc, t } = paper;
  return (
    <div className="paper">
      <DocumentHeader paper={paper} layout={layout} heading={t('reminder.heading')} />
      <Fields fields={reminderFields(paper)} />
      <p className="apart">{reminderIntro(doc, t)}</p>
      {doc.followUps.length > 0 && (
        <BoardTable
          groups={[{ name: null, rows: doc.followUps }]}
          paper={paper}
          caption={t('reminder.caption')}
          isWhole={false}
        />
      )}
      {doc.problems.length > 0 && (
        <ProblemTable rows={doc.problems} paper={paper} caption={t('reminder.problems')} withAgency={false} />
      )}
      {doc.followUps.length + doc.problems.length > 0 && <p className="apart">{t('reminder.end')}</p>}
    </div>
  );
}

/** A paper of the board as one self-contained page, for preview and paper. */
export function boardHtml(
  doc: ArchivePaper,
  { letterhead, ...look }: Layout,
  catchwords: readonly string[] = [],
): string {
  const t = documentTexts(doc.locale);
  const layout: Layout = { ...look, letterhead: letterheadFor(doc, letterhead) };
  const body =
    doc.document === 'board' ? (
      <BoardPage paper={{ doc, t }} layout={layout} />
    ) : (
      <ReminderPage paper={{ doc, t }} layout={layout} />
    );
  return wholePage({
    title: paperTitle(doc, t),
    locale: doc.locale,
    options: look.options,
    catchwords,
    body,
  });
}
