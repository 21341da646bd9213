import './toasts.css';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { useRoomLooks, useRuntime } from '../desk-context.tsx';
import { useT } from '../i18n.ts';
import { useStoreValue } from '../value-store.ts';
import type { Toast } from './toast-store.ts';

/** How long a message stays, ms: longer if it has a button or must be read twice. */
const STAYS = { info: 6000, success: 4000, error: 14_000 } as const;
const WITH_ACTION = 10_000;
const WITH_WORDS = 60_000;

function ToastCard({ toast }: { toast: Toast }) {
  const { toasts } = useRuntime();
  const t = useT();
  const [held, setHeld] = useState(false);
  const { id, action, other, tone } = toast;
  const stays = toast.holdsWords === true ? WITH_WORDS : action === undefined ? STAYS[tone] : WITH_ACTION;
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => toasts.dismiss(id), stays);
    return () => window.clearTimeout(timer);
  }, [held, id, stays, toasts]);
  return (
    <li
      className={`d-toast d-toast-${tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={tone === 'error' ? 'warning' : tone === 'success' ? 'check' : 'info'} />
      <p className="d-toast-text" role={tone === 'error' ? 'alert' : 'status'}>
        {toast.text}
      </p>
      {[action, other].map(
        (one) =>
          one !== undefined && (
            <Button
              key={one.label}
              size="small"
              onPress={() => {
                one.run();
                toasts.dismiss(id);
              }}
            >
              {one.label}
            </Button>
          ),
      )}
      <IconButton size="small" icon="close" label={t('dismiss')} onPress={() => toasts.dismiss(id)} />
    </li>
  );
}

/**
 * Short messages above everything: at the bottom of the desk, and at the top over a dialog, whose buttons are at its bottom.
 * What is held for the desk is not drawn before the desk is there, and its time begins then.
 */
export function Toasts() {
  const { toasts, ui } = useRuntime();
  const t = useT();
  const isOverDialog = useStoreValue(ui, ({ dialog }) => dialog !== null);
  const list = useStoreValue(toasts.list);
  const looksOn = useRoomLooks();
  return (
    <section
      className={isOverDialog ? 'd-toasts d-toasts-over-dialog' : 'd-toasts'}
      aria-label={t('toast.region')}
      data-react-aria-top-layer="true"
    >
      <ul>
        {list.map((toast) => (looksOn && toast.forRoom !== true ? null : <ToastCard key={toast.id} toast={toast} />))}
      </ul>
    </section>
  );
}
