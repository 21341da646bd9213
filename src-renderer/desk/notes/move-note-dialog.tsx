import { useState } from 'react';
import { orderedItems } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { NoteId } from '#core/model/note.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useOnce } from '#renderer/kit/use-once.ts';
import { useMeeting, useSend, useToast } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';

/** Moves a note that was written under the wrong agency to the right one. */
export function MoveNoteDialog({ noteId, onClose }: { noteId: NoteId; onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const send = useSend();
  const toast = useToast();
  const meeting = useMeeting();
  const [target, setTarget] = useState<string | null>(null);
  const { isBusy, once } = useOnce();
  const note = findNote(meeting, noteId);
  if (note === undefined) return null;
  const options = orderedItems(meeting)
    .filter(({ id }) => id !== note.itemId)
    .map((item) => {
      const label = names.brief(meeting, item);
      const full = names.full(meeting, item);
      return { id: item.id, label, ...(full === label ? {} : { detail: full }) };
    });
  const move = async (): Promise<void> => {
    const item = target === null ? undefined : meeting.agenda.items[target];
    if (item === undefined) return;
    if (!(await send({ type: 'note.move', noteId, itemId: item.id }))) return;
    onClose();
    toast({ tone: 'success', text: t('toast.noteMoved', { name: names.brief(meeting, item) }) });
  };
  return (
    <Dialog
      title={t('notes.move')}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('kit:cancel')}</Button>
          <Button variant="primary" isDisabled={target === null} isPending={isBusy} onPress={() => void once(move)}>
            {t('notes.moveHere')}
          </Button>
        </>
      }
    >
      <blockquote className="d-quote">{note.text.slice(0, 300)}</blockquote>
      <ComboBox label={t('notes.moveTo')} autoFocus options={options} value={target} onChange={setTarget} />
    </Dialog>
  );
}
