import { memo } from 'react';
import { NOTE_KINDS } from '#core/model/note.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { KEYMAP } from '../kernel/keys/keymap.ts';
import { returnToComposer } from '../kernel/keys/note-box-focus.ts';
import { ChipGroup } from './chip-group.tsx';
import { useCompose } from './use-note-box.ts';

/** The kind of the note. */
export const KindChips = memo(function KindChips() {
  const t = useT();
  const { composer } = useRuntime();
  const kind = useCompose((compose) => compose.kind);
  return (
    <ChipGroup
      label={t('noteBox.kind')}
      className="d-kinds"
      chips={NOTE_KINDS.map((id) => ({ id, label: t(`domain:noteKindShort.${id}`), keyCap: keyOf(id) }))}
      selected={kind}
      onSelect={(next) => {
        composer.setKind(next);
        returnToComposer();
      }}
    />
  );
});

const keyOf = (kind: (typeof NOTE_KINDS)[number]): string =>
  KEYMAP.find(({ action }) => action.do === 'kind' && action.kind === kind)?.cap.slice(-1) ?? '';
