import { memo } from 'react';
import type { Draft } from '#core/model/note.ts';
import { resolveVisibility } from '#core/model/note.ts';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { KEYMAP } from '../kernel/keys/keymap.ts';
import { returnToComposer } from '../kernel/keys/note-box-focus.ts';
import { type Chip, ChipGroup } from './chip-group.tsx';
import { useCompose } from './use-note-box.ts';

type Choice = Draft['visibility'];
const CHOICES = ['auto', 'private', 'internal', 'shown'] as const;

const keyOf = (choice: Choice): string =>
  KEYMAP.find(({ action }) => action.do === 'visibility' && action.visibility === choice)?.cap.slice(-1) ?? '';

/** Who may see the note; "otomatis" says what that means for the chosen kind. */
export const VisibilityChips = memo(function VisibilityChips() {
  const t = useT();
  const { composer } = useRuntime();
  const kind = useCompose((compose) => compose.kind);
  const visibility = useCompose((compose) => compose.visibility);
  const autoShow = useMeetingValue((meeting) => meeting.autoShow);
  const auto = resolveVisibility('auto', kind, { autoShow });
  const chips = CHOICES.map(
    (id): Chip<Choice> => ({
      id,
      label: id === 'auto' ? t('noteBox.auto', { what: t(`domain:visibility.${auto}`) }) : t(`noteBox.visible.${id}`),
      className: `d-chip-${id}`,
      ...(id === 'auto' ? {} : { keyCap: keyOf(id) }),
    }),
  );
  return (
    <ChipGroup
      label={t('noteBox.visibility')}
      className="d-visibilities"
      chips={chips}
      selected={visibility}
      onSelect={(next) => {
        composer.setVisibility(next);
        returnToComposer();
      }}
    />
  );
});
