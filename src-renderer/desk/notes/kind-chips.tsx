import { NOTE_KINDS } from '#core/model/note.ts';
import { useRuntime } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { KEYMAP } from '../keyboard/keymap.ts';
import { ChipGroup } from './chip-group.tsx';
import { returnToComposer } from './compose-focus.ts';
import { useCompose } from './use-compose.ts';

/** What sort of note it is. */
export function KindChips() {
  const t = useT();
  const { composer } = useRuntime();
  const kind = useCompose((compose) => compose.kind);
  return (
    <ChipGroup
      label={t('compose.kind')}
      className="d-kinds"
      chips={NOTE_KINDS.map((id) => ({ id, label: t(`domain:noteKindShort.${id}`), keyCap: keyOf(id) }))}
      selected={kind}
      onSelect={(next) => {
        composer.setKind(next);
        returnToComposer();
      }}
    />
  );
}

const keyOf = (kind: (typeof NOTE_KINDS)[number]): string =>
  KEYMAP.find(({ action }) => action.do === 'kind' && action.kind === kind)?.cap.slice(-1) ?? '';
