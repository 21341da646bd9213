import type { ReactNode } from 'react';
import type { ItemContent, Minutes, MinutesItem } from '#core/minutes/minutes.ts';
import { olderParts } from '#core/minutes/parts.ts';
import { closingHeading, closingText, openingText } from './labels.ts';
import { Decisions, Notes } from './notes.tsx';
import { Row, SheetRows, Targets } from './sheet.tsx';
import {
  decisionsHeading,
  decisionsText,
  itemTimeText,
  nameText,
  type Paper,
  presenterText,
  slidesText,
} from './words.ts';

type Level = 'h3' | 'h4';

interface ProceedingsProps {
  readonly paper: Paper<Minutes>;
  /** The end of the document, kept together with the closing. */
  readonly end: ReactNode;
}

interface Part {
  readonly paper: Paper<Minutes>;
  /** The prefix of an item's number: "" or "2." */
  readonly prefix: string;
  readonly level: Level;
}

/** What was written about an item, whether it took place or not. */
function Content({ item, paper, rows }: { item: ItemContent; paper: Paper<Minutes>; rows?: ReactNode }) {
  const { doc, t } = paper;
  const words = { t, locale: doc.locale };
  return (
    <>
      {(rows !== undefined || item.sheet !== null || item.slides !== null) && (
        <table className="sheet">
          <tbody>
            {rows}
            {item.slides !== null && <Row name={t('fields:slides')} text={slidesText(item.slides, t)} />}
            {item.sheet !== null && <SheetRows sheet={item.sheet} words={words} />}
          </tbody>
        </table>
      )}
      {item.sheet !== null && <Targets sheet={item.sheet} t={t} />}
      <Notes groups={item.notes} t={t} />
      {item.decisions.length > 0 && <p className="see-decisions">{decisionsText(item.decisions, paper)}</p>}
    </>
  );
}

function Items({ items, paper, prefix, level: Heading }: Part & { items: readonly MinutesItem[] }) {
  const { t } = paper;
  return items.map((item, index) => {
    const presenter = presenterText(item.presenter, t);
    const time = item.time === null ? '' : itemTimeText(item.time, paper);
    const rows = (
      <>
        {presenter !== '' && <Row name={t('fields:presenter')} text={presenter} />}
        {time !== '' && <Row name={t('fields:time')} text={time} />}
      </>
    );
    return (
      <article key={item.id}>
        <Heading className="item">{`${prefix}${index + 1}. ${nameText(item, t)}`}</Heading>
        <Content item={item} paper={paper} rows={presenter === '' && time === '' ? undefined : rows} />
      </article>
    );
  });
}

/** Items that did not take place: why, and what was written about them. */
function NotPresented({ paper, heading, level: Heading }: Omit<Part, 'prefix'> & { heading: string }) {
  const { doc, t } = paper;
  if (doc.notPresented.length === 0) return null;
  return (
    <article>
      <Heading className="item">{heading}</Heading>
      {doc.notPresented.map((item) => (
        <section key={item.id} className="missed">
          <p>
            <strong>{nameText(item, t)}</strong>: {t(`notPresented.${item.why}`)}
          </p>
          <Content item={item} paper={paper} />
        </section>
      ))}
    </article>
  );
}

/**
 * The proceedings in the newer pattern: numbered continuously, with decisions and closing at the end
 * (docs/domain/papers.md#order-of-the-minutes).
 */
function Newer({ paper, end }: ProceedingsProps) {
  const { doc, t } = paper;
  const closing = closingText(paper);
  let last = doc.items.length;
  const next = (name: string): string => {
    last += 1;
    return `${last}. ${name}`;
  };
  return (
    <>
      <p>{openingText(paper)}</p>
      <Items items={doc.items} paper={paper} prefix="" level="h3" />
      {doc.notPresented.length > 0 && (
        <NotPresented paper={paper} heading={next(t('notPresented.heading'))} level="h3" />
      )}
      {doc.decisions.length > 0 && (
        <section>
          <h3 className="item">{next(decisionsHeading(doc, t))}</h3>
          <Decisions decisions={doc.decisions} t={t} />
        </section>
      )}
      <div className="whole">
        {closing !== '' && (
          <section>
            <h3 className="item">{next(closingHeading(paper))}</h3>
            <p>{closing}</p>
          </section>
        )}
        {end}
      </div>
    </>
  );
}

/** The proceedings in the older pattern: three fixed headings. */
function Older({ paper, end }: ProceedingsProps) {
  const { doc, t } = paper;
  const { opening, discussion } = olderParts(doc);
  const closing = closingText(paper);
  const heading = (n: number, name: string) => <h3 className="part">{`${n}. ${name}`}</h3>;
  const missed = `2.${discussion.length + 1}. ${t('notPresented.heading')}`;
  return (
    <>
      {heading(1, t('older.opening'))}
      <p>{openingText(paper)}</p>
      <Items items={opening} paper={paper} prefix="1." level="h4" />
      {heading(2, t('older.discussion'))}
      {discussion.length + doc.notPresented.length === 0 && <p>{t('nothing')}</p>}
      <Items items={discussion} paper={paper} prefix="2." level="h4" />
      <NotPresented paper={paper} heading={missed} level="h4" />
      {heading(3, decisionsHeading(doc, t))}
      {doc.decisions.length === 0 ? <p>{t('nothing')}</p> : <Decisions decisions={doc.decisions} t={t} />}
      <div className="whole">
        {closing !== '' && <p className="closing">{closing}</p>}
        {end}
      </div>
    </>
  );
}

/** What took place, in its real order, and what did not. */
export const Proceedings = ({ paper, end }: ProceedingsProps) =>
  paper.doc.pattern === 'older' ? <Older paper={paper} end={end} /> : <Newer paper={paper} end={end} />;
