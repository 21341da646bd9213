import { useState } from 'react';
import { namedAgencies } from '#core/model/concerns.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { agencyOf, itemOf } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { type Concerns, EVERY_AGENCY, type Note, type NoteId } from '#core/model/note.ts';
import { MultiSelect } from '#renderer/kit/multi-select.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { useMeeting } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { agencyOptions } from '../meeting/agency-options.ts';

const WHOM = ['none', 'all', 'some'] as const;
type Whom = (typeof WHOM)[number];

/** Whom a note concerns besides the presenter: it is then in the directive sheets of those agencies. */
export function ConcernsDialog({ noteId, onClose }: { noteId: NoteId; onClose(): void }) {
  const meeting = useMeeting();
  const note = findNote(meeting, noteId);
  return note === undefined ? null : <ConcernsForm note={note} meeting={meeting} onClose={onClose} />;
}

function ConcernsForm({ note, meeting, onClose }: { note: Note; meeting: Meeting; onClose(): void }) {
  const t = useT();
  const named = namedAgencies(note);
  const [initial] = useState<{ whom: Whom; ids: readonly string[] }>(() =>
    named === EVERY_AGENCY ? { whom: 'all', ids: [] } : { whom: named.length === 0 ? 'none' : 'some', ids: named },
  );
  const [{ whom, ids }, setChosen] = useFormState(initial, 'concerns');
  const [tried, setTried] = useState(false);
  const item = itemOf(meeting, note.itemId);
  const agency = item === null ? null : agencyOf(meeting, item);
  const { term } = meeting;
  const label = (id: Whom): string =>
    id === 'none'
      ? agency === null
        ? t('concerns.nobody')
        : t('concerns.presenting', { agency: agency.short || agency.name })
      : t(`concerns.${id}`, { term });
  const chosen = (): Concerns =>
    whom === 'all' ? EVERY_AGENCY : whom === 'none' || ids.length === 0 ? null : [...ids];
  return (
    <FormDialog
      title={t('concerns.title')}
      size="small"
      isDirty={whom !== initial.whom || ids.join() !== initial.ids.join()}
      commands={() => [{ type: 'note.edit', noteId: note.id, fields: { concerns: chosen() } }]}
      onTry={() => setTried(true)}
      onClose={onClose}
    >
      <blockquote className="d-quote">{note.text.slice(0, 300)}</blockquote>
      <Segmented
        label={t('concerns.whom')}
        description={t(agency === null ? 'concerns.hintOutside' : 'concerns.hint', { term })}
        options={WHOM.map((id) => ({ id, label: label(id) }))}
        value={whom}
        onChange={(next) => setChosen({ whom: next, ids })}
      />
      {whom === 'some' && (
        <MultiSelect
          label={t('concerns.some', { term })}
          placeholder={t('concerns.add', { term })}
          options={agencyOptions(meeting)}
          value={[...ids]}
          onChange={(next) => setChosen({ whom, ids: next })}
          error={tried && ids.length === 0 ? t('concerns.missing', { term }) : null}
        />
      )}
    </FormDialog>
  );
}
