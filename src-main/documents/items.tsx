import type { MinutesNote, NotesOfKind } from '#core/minutes/minutes.ts';
import { Row, SheetRows, Targets } from './sheet.tsx';
import type { DocumentTexts } from './texts.ts';
import { itemTimeText, momentText, nameText, type Paper, presenterText, speakerText } from './words.ts';

function Note({ note, t }: { note: MinutesNote; t: DocumentTexts }) {
  return (
    <>
      <strong>{t('note.speaker', { speaker: speakerText(note.speaker, t) })}</strong>{' '}
      <span className="text">{note.text}</span>
      {note.concerns !== '' && ` ${t('note.concerns', { agency: note.concerns })}`}
    </>
  );
}

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function Notes({ groups, t }: { groups: readonly NotesOfKind[]; t: DocumentTexts }) {
  return groups.map(({ kind, notes }) => (
    <section key={kind}>
      <p className="label">{upperFirst(t(`domain:noteKind.${kind}`))}</p>
      <ul className="dashed notes">
        {notes.map((note) => (
          <li key={note.id}>
            <Note note={note} t={t} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Intro({ paper }: { paper: Paper }) {
  const { minutes, t } = paper;
  const { openedAt, turns, term } = minutes;
  if (openedAt === null) return <p>{t('proceedings.none')}</p>;
  return (
    <p className="proceedings-intro">
      {t('proceedings.opened', { when: momentText(openedAt, paper) })}
      {turns.planned > 0 && ` ${t('proceedings.count', { ...turns, term })}`}
    </p>
  );
}

/** Kegiatan rapat (domain.md §5, 6): what took place, in the order in which it did, and what did not. */
export function Proceedings({ paper }: { paper: Paper }) {
  const { minutes, t } = paper;
  const words = { t, locale: minutes.locale };
  return (
    <>
      <Intro paper={paper} />
      {minutes.items.map((item, index) => (
        <article key={item.id}>
          <h3>
            {index + 1}. {nameText(item, t)}
          </h3>
          <table className="sheet">
            <tbody>
              {item.presenter !== null && <Row name={t('item.presenter')}>{presenterText(item, t)}</Row>}
              <Row name={t('item.time')}>{itemTimeText(item, paper)}</Row>
              {item.sheet !== null && <SheetRows sheet={item.sheet} words={words} />}
            </tbody>
          </table>
          {item.sheet !== null && <Targets sheet={item.sheet} t={t} />}
          <Notes groups={item.notes} t={t} />
        </article>
      ))}
      {minutes.notPresented.length > 0 && (
        <article>
          <h3>{t('notPresented.heading')}</h3>
          {minutes.notPresented.map((item) => (
            <section key={item.id} className="missed">
              <p>
                <strong>{nameText(item, t)}</strong>: {t(`notPresented.${item.why}`)}
              </p>
              {item.sheet !== null && (
                <>
                  <table className="sheet">
                    <tbody>
                      <SheetRows sheet={item.sheet} words={words} />
                    </tbody>
                  </table>
                  <Targets sheet={item.sheet} t={t} />
                </>
              )}
              <Notes groups={item.notes} t={t} />
            </section>
          ))}
        </article>
      )}
    </>
  );
}

/** The decisions once more, together: what the meeting settled, and where. */
export function Decisions({ paper: { minutes, t } }: { paper: Paper }) {
  return (
    <ol className="decisions">
      {minutes.decisions.map((decision) => (
        <li key={decision.id}>
          <span className="text">{decision.text}</span>{' '}
          <em>
            ({speakerText(decision.speaker, t)}, {nameText(decision.item, t)})
          </em>
        </li>
      ))}
    </ol>
  );
}
