import type { Decision, MinutesNote, NotesOfKind } from '#core/minutes/minutes.ts';
import type { DocumentTexts } from './texts.ts';
import { kindHeading, nameText, noteRemarks, speakerText } from './words.ts';

function Note({ note, t }: { note: MinutesNote; t: DocumentTexts }) {
  return (
    <>
      <strong>{t('note.speaker', { speaker: speakerText(note.speaker, t) })}</strong>{' '}
      <span className="text">{note.text}</span>
      {` ${noteRemarks(note, t)}`.trimEnd()}
    </>
  );
}

/** Notes under the name of their kind; within a kind in the order of the data, by the author's rank. */
export function Notes({ groups, t }: { groups: readonly NotesOfKind[]; t: DocumentTexts }) {
  return groups.map((group) => (
    <section key={group.kind}>
      <p className="label">{kindHeading(group, t)}</p>
      <ul className="dashed notes">
        {group.notes.map((note) => (
          <li key={note.id}>
            <Note note={note} t={t} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** The decisions of the meeting, together: by whom, in whose turn, for whom. */
export function Decisions({ decisions, t }: { decisions: readonly Decision[]; t: DocumentTexts }) {
  return (
    <ol className="decisions">
      {decisions.map((decision) => (
        <li key={decision.id}>
          <span className="text">{decision.text}</span>
          {` ${noteRemarks(decision, t)}`.trimEnd()}{' '}
          <em>
            ({speakerText(decision.speaker, t)}, {nameText(decision.item, t)})
          </em>
        </li>
      ))}
    </ol>
  );
}
