import './live-mark.css';
import { COMPOSE } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { Visibility } from '#core/model/note.ts';
import { showsNotes } from '#core/views/projector.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

interface Props {
  /** The item for which the note is typed. */
  readonly itemId: ItemId;
  /** What the note would become. */
  readonly visibility: Visibility;
}

/** Says beside the note box that typing is shown live, so that nobody types without knowing. */
export function LiveMark({ itemId, visibility }: Props) {
  const t = useT();
  const isRead = useMeetingValue(
    ({ screen, blank, current, drafts }) =>
      screen.liveTyping &&
      showsNotes(screen) &&
      !blank &&
      current === itemId &&
      visibility === 'shown' &&
      drafts[COMPOSE]?.held !== true,
  );
  if (!isRead) return null;
  return (
    <strong className="d-live" role="status">
      {t('noteBox.live')}
    </strong>
  );
}
