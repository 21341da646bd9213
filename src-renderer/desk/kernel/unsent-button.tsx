import { useState } from 'react';
import { type UnsavedWords, unsavedWords } from '#renderer/client/outbox.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useOutbox, useRuntime } from './desk-context.tsx';
import { useT } from './i18n.ts';
import { UnsentWords } from './unsent-words.tsx';

/** Why words were not accepted, and the button to discard them. */
function Stuck({ words, onRemove }: { words: UnsavedWords; onRemove(): void }) {
  const t = useT();
  const { entry } = words;
  if (entry.state !== 'stuck') return null;
  return (
    <div className="d-unsent-why">
      <span>
        {entry.refusal === null ? t('unsent.unknown') : t(`errors:${entry.refusal.code}`, entry.refusal.params)}
      </span>
      <Button size="small" variant="quiet" onPress={onRemove}>
        {t('kit:discard')}
      </Button>
    </div>
  );
}

function UnsentDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { outbox } = useRuntime();
  const entries = useOutbox((all) => all);
  const words = unsavedWords(entries);
  const [leaving, setLeaving] = useState<UnsavedWords | null>(null);
  return (
    <Dialog title={t('unsent.title')} isOpen onClose={onClose}>
      <p className="d-unsent-lead">{t(words.length === 0 ? 'unsent.none' : 'unsent.what')}</p>
      {words.length > 0 && (
        <UnsentWords words={words} more={(one) => <Stuck words={one} onRemove={() => setLeaving(one)} />} />
      )}
      <ConfirmDialog
        title={t('unsent.removeTitle')}
        isOpen={leaving !== null}
        confirmLabel={t('kit:discard')}
        isDanger
        onConfirm={() => {
          if (leaving !== null) outbox.remove(leaving.entry);
          setLeaving(null);
        }}
        onCancel={() => setLeaving(null)}
      >
        {leaving?.text}
      </ConfirmDialog>
    </Dialog>
  );
}

/** Opens the words that the application does not have, though it should, or never will. */
export function UnsentButton() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const some = useOutbox((entries) => entries.some(({ state }) => state !== 'typed' && state !== 'applied'));
  if (!some && !open) return null;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('unsent.look')}
      </Button>
      {open && <UnsentDialog onClose={() => setOpen(false)} />}
    </>
  );
}
