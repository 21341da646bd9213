import { flushSync } from 'react-dom';
import { unfinishedTexts } from '#core/minutes/unfinished.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useMeetingParts, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { focusComposer } from '../kernel/keys/note-box-focus.ts';
import { useItemNames } from './item-name.ts';

/** Items that are named; of many it is enough to begin somewhere. */
const NAMED = 6;

/** What is half typed and in no document yet, with the way to each; nothing if all is saved. */
export function UnfinishedNotice() {
  const t = useT();
  const names = useItemNames();
  const { ui } = useRuntime();
  const meeting = useMeetingParts(({ drafts, notes, agenda, agencies }) => [drafts, notes, agenda, agencies]);
  const texts = unfinishedTexts(meeting);
  if (texts.length === 0) return null;
  const firsts = texts.filter(({ item }, n) => texts.findIndex((other) => other.item.id === item.id) === n);
  const goTo = ({ item, noteId, isWording }: (typeof texts)[number]): void => {
    // Its dialog has gone before the focus is moved, which it would keep.
    flushSync(() =>
      ui.update((state) => ({
        ...state,
        selected: item.id === meeting.current ? null : item.id,
        wantedNote: isWording ? null : noteId,
        dialog: isWording ? { kind: 'wording', itemId: item.id } : null,
      })),
    );
    if (noteId === null && !isWording) focusComposer();
  };
  return (
    <Notice tone="info">
      {t('exports.unfinished', { count: texts.length })}
      <div className="k-row">
        {firsts.slice(0, NAMED).map((text) => (
          <Button key={text.item.id} size="small" onPress={() => goTo(text)}>
            {names.brief(meeting, text.item)}
          </Button>
        ))}
        {firsts.length > NAMED && '…'}
      </div>
    </Notice>
  );
}
