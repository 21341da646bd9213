import { useLayoutEffect, useRef } from 'react';
import { COMPOSE } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import { resolveVisibility } from '#core/model/note.ts';
import { Button } from '#renderer/kit/button.tsx';
import { OneOf } from '#renderer/kit/one-of.tsx';
import { useMeetingValue, useOutbox, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { COMPOSER_ID, focusComposer } from '../kernel/keys/note-box-focus.ts';
import { draftEntry } from '../kernel/saving/draft-saver.ts';
import { useFlushOnLeave } from '../kernel/saving/use-flush-on-leave.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { LiveMark } from '../meeting/live-mark.tsx';
import { authorName } from '../meeting/note-words.ts';
import { commitOnEnter } from './note-box-keys.ts';
import { useCompose } from './use-note-box.ts';

/** The saved state of the text in the box; says "saved" only of what is on the disk. */
function DraftMark() {
  const t = useT();
  const empty = useCompose(({ text }) => text === '');
  // The outbox keeps the text until the disk has it.
  const kept = useOutbox((entries) => entries.some(({ key }) => key === draftEntry(COMPOSE)));
  const typing = useCompose(({ isTyping }) => isTyping);
  const saved = !kept && !typing;
  if (empty) return null;
  return (
    <span className={saved ? 'd-draft-saved' : 'd-draft-saving'}>
      <OneOf texts={{ saved: t('noteBox.saved'), saving: t('noteBox.saving') }} shown={saved ? 'saved' : 'saving'} />
    </span>
  );
}

/** Says for which item the text is meant if that is not the visible one. */
function OtherTarget({ shownId }: { shownId: ItemId }) {
  const t = useT();
  const names = useItemNames();
  const { composer } = useRuntime();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const bound = useCompose(({ itemId }) => itemId);
  const target = useMeetingValue((meeting) => (bound === null ? undefined : meeting.agenda.items[bound]));
  const shown = useMeetingValue((meeting) => meeting.agenda.items[shownId]);
  if (target === undefined || shown === undefined || bound === shownId) return null;
  return (
    <div className="d-target" role="status">
      <span>{t('noteBox.for', { name: names.brief({ agencies }, target) })}</span>
      <Button
        size="small"
        onPress={() => {
          composer.retarget(shownId);
          focusComposer();
        }}
      >
        {t('noteBox.retarget', { name: names.brief({ agencies }, shown) })}
      </Button>
    </div>
  );
}

interface BoxProps {
  readonly placeholder: string;
  readonly isRefused: boolean;
}

/** The box itself: it has its text from whoever types, and from the composer only if that has another; no letter draws anything. */
function TextBox({ placeholder, isRefused }: BoxProps) {
  const t = useT();
  const { composer } = useRuntime();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const show = (): void => {
      const { text } = composer.state.get();
      const field = box.current;
      if (field === null) return;
      if (field.value !== text) field.value = text;
      // Only while it can be seen: Chromium works out its style again with each letter, though the letters hide it.
      if (text !== '') field.removeAttribute('placeholder');
      else if (field.placeholder !== placeholder) field.placeholder = placeholder;
    };
    show();
    return composer.state.subscribe(show);
  }, [composer, placeholder]);
  return (
    <textarea
      id={COMPOSER_ID}
      className="d-box-text"
      ref={box}
      rows={2}
      aria-label={t('noteBox.label')}
      aria-invalid={isRefused}
      aria-describedby={isRefused ? 'compose-refusal' : 'compose-hint'}
      onInput={(event) => composer.type(event.currentTarget.value)}
      onKeyDown={commitOnEnter(composer)}
      onBlur={composer.flush}
    />
  );
}

/** The note box. Enter saves the note, Shift+Enter begins a new line. */
export function ComposeBox({ shownId }: { shownId: ItemId }) {
  const t = useT();
  const { composer } = useRuntime();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const autoShow = useMeetingValue((meeting) => meeting.autoShow);
  const author = useCompose((compose) => compose.author);
  const kind = useCompose((compose) => compose.kind);
  const visibility = useCompose((compose) => compose.visibility);
  const refusal = useCompose((compose) => compose.refusal);
  const bound = useCompose(({ itemId }) => itemId);
  const resolved = resolveVisibility(visibility, kind, { autoShow });

  useFlushOnLeave(composer);

  return (
    <div className={`d-box d-box-${resolved} ${refusal === null ? '' : 'd-box-refused'}`}>
      <OtherTarget shownId={shownId} />
      <TextBox
        placeholder={t('noteBox.placeholder', { author: authorName(t, { agencies }, author) })}
        isRefused={refusal !== null}
      />
      {refusal !== null && (
        <p id="compose-refusal" className="d-box-refusal" role="alert">
          {t(`errors:${refusal.code}`, refusal.params)}
        </p>
      )}
      <div className="d-box-foot">
        <DraftMark />
        <LiveMark itemId={bound ?? shownId} visibility={resolved} />
        <span id="compose-hint">{t('noteBox.hint')}</span>
      </div>
    </div>
  );
}
