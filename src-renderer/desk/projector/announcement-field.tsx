import { useEffect, useRef } from 'react';
import { ANNOUNCEMENT_MAX } from '#core/model/lengths.ts';
import { nextPending } from '#core/views/selected-item.ts';
import { Button } from '#renderer/kit/button.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useMeeting, useSend } from '../kernel/desk-context.tsx';
import { useFormOpening } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';

/**
 * A line for everybody in the room, typed or chosen, and the button to remove it.
 * @param isCalled whether the dialog was opened for it: an older text is then selected, so that typing replaces it
 */
export function AnnouncementField({ isDisabled, isCalled }: { isDisabled: boolean; isCalled: boolean }) {
  const t = useT();
  const send = useSend();
  const names = useItemNames();
  const meeting = useMeeting();
  const { announcement } = meeting.screen;
  const [text, setText] = useFormState(announcement, 'announcement');
  const opening = useFormOpening(t('domain:announcement'));
  const latest = useRef(text);
  latest.current = text;
  const input = useRef<HTMLInputElement>(null);
  const announce = async (line: string): Promise<void> => {
    const words = line.trim();
    // What was typed since the key is not announced yet.
    await opening.saving(async () => {
      const isShown = await send({ type: 'screen.announce', text: words });
      return isShown && latest.current.trim() === words;
    });
  };
  /** Another line than the box has, which keeps words that nobody has announced yet. */
  const replace = (line: string): void => {
    if (text.trim() === announcement || text.trim() === '') setText(line);
    void announce(line);
  };
  useEffect(() => {
    if (isCalled) input.current?.select();
  }, [isCalled]);
  const next = nextPending(meeting);
  const offered =
    next === null ? null : t('projector.getReady', { name: names.full(meeting, next) }).slice(0, ANNOUNCEMENT_MAX);
  return (
    <form
      className="d-room-call"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void announce(text);
      }}
    >
      <TextField
        inputRef={input}
        autoFocus={isCalled}
        label={t('domain:announcement')}
        value={text}
        onChange={setText}
        maxLength={ANNOUNCEMENT_MAX}
        isDisabled={isDisabled}
        placeholder={t('projector.announcementExample')}
      />
      <div className="d-room-call-row">
        <Button type="submit" isDisabled={isDisabled || text.trim() === ''}>
          {t('projector.announce')}
        </Button>
        {offered !== null && (
          <Button variant="quiet" isDisabled={isDisabled} onPress={() => replace(offered)}>
            {offered}
          </Button>
        )}
        {announcement !== '' && (
          <Button variant="quiet" isDisabled={isDisabled} onPress={() => replace('')}>
            {t('projector.unannounce')}
          </Button>
        )}
      </div>
    </form>
  );
}
