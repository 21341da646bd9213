import { memo } from 'react';
import { ROLES, type Role } from '#core/model/roles.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { focusComposer, returnToComposer } from '../kernel/keys/note-box-focus.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { optionOf } from '../meeting/agency-options.ts';
import { authorName } from '../meeting/note-words.ts';
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
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field within, whose own handling it follows
        <div
          className="d-picker"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            pick(false);
            focusComposer();
          }}
        >
          <ComboBox
            label={t('author.which', { term })}
            hideLabel
            placeholder={t('author.which', { term })}
            autoFocus
            options={Object.values(agencies).map(optionOf)}
            value={author.kind === 'agency' ? author.agencyId : null}
            onChange={(agencyId) => {
              if (agencyId === null) return;
              composer.setAuthor({ kind: 'agency', agencyId });
              pick(false);
              focusComposer();
            }}
          />
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              pick(false);
              returnToComposer();
            }}
          >
            {t('kit:cancel')}
          </Button>
        </div>
      )}
    </>
  );
});
