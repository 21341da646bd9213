import { memo } from 'react';
import { ROLES, type Role } from '#core/model/roles.ts';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { focusComposer, returnToComposer } from '../kernel/keys/note-box-focus.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { authorName } from '../meeting/note-words.ts';
import { AgencyPicker } from './agency-picker.tsx';
import { type Chip, ChipGroup } from './chip-group.tsx';
import { useCompose } from './use-note-box.ts';

const OTHER = 'agency';

/** The author of the note: a leader by one key, or another agency that gives input. */
export const AuthorChips = memo(function AuthorChips() {
  const t = useT();
  const { composer, ui } = useRuntime();
  const author = useCompose((compose) => compose.author);
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const term = useMeetingValue((meeting) => meeting.term);
  const picking = useStoreValue(ui, (state) => state.pickingAuthor);
  const pick = (on: boolean) => ui.update((state) => ({ ...state, pickingAuthor: on }));
  const other = author.kind === 'agency' ? authorName(t, { agencies }, author) : t('author.other', { term });
  const chips: Chip<Role | typeof OTHER>[] = [
    ...ROLES.map((role, index) => ({
      id: role,
      label: t(`domain:roleShort.${role}`),
      keyCap: String(index + 1),
      className: `d-chip-${role}`,
    })),
    { id: OTHER, label: other, keyCap: '0', className: 'd-chip-agency' },
  ];
  return (
    <>
      <ChipGroup
        label={t('author.label')}
        className="d-authors"
        chips={chips}
        selected={author.kind === 'agency' ? OTHER : author.role}
        onSelect={(id) => {
          if (id === OTHER) pick(true);
          else {
            composer.setAuthor({ kind: 'leader', role: id });
            pick(false);
            returnToComposer();
          }
        }}
      />
      {picking && (
        <AgencyPicker
          author={author}
          onPick={(agencyId) => {
            composer.setAuthor({ kind: 'agency', agencyId });
            pick(false);
            focusComposer();
          }}
          onEscape={() => {
            pick(false);
            focusComposer();
          }}
          onCancel={() => {
            pick(false);
            returnToComposer();
          }}
        />
      )}
    </>
  );
});
