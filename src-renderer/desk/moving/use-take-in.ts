import { useEffect, useRef, useState } from 'react';
import type { Reply } from '#core/protocol/messages.ts';
import { LARGEST_PIECE, type MovingPreview } from '#core/protocol/moving-requests.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { base64Of } from '#renderer/kit/base64.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { replaceSettings } from '../meeting/replace-setting.ts';

export type TakeState =
  /** `percent` of the file are copied. */
  | { readonly step: 'receiving'; readonly percent: number }
  | { readonly step: 'checking' }
  | { readonly step: 'looking'; readonly preview: MovingPreview; readonly copy: string }
  | { readonly step: 'taking'; readonly preview: MovingPreview }
  | { readonly step: 'done' }
  | { readonly step: 'refused'; readonly text: string };

type Looking = Extract<TakeState, { readonly step: 'looking' }>;

/** Base64 needs four characters for three bytes. */
const PIECE = Math.floor(LARGEST_PIECE / 4) * 3;
/** Copies a file to main, lets it check it, and takes it in when the user has seen what that means. */
export function useTakeIn(file: File): {
  readonly state: TakeState;
  take(settings: boolean): void;
  /** Ends what is in progress; the copy is removed, as whenever this is no longer shown. */
  leave(): void;
} {
  const t = useT();
  const runtime = useRuntime();
  const { request, ask, toasts } = runtime;
  const [state, setState] = useState<TakeState>({ step: 'receiving', percent: 0 });
  const isLeft = useRef(false);
  /** What main calls its copy. */
  const copy = useRef<string | null>(null);

  /** Main removes it once nothing uses it any more. */
  function forget(): void {
    if (copy.current !== null) void ask('moving.forget', { copy: copy.current });
    copy.current = null;
  }
  const refuse = ({ code, params }: RefusalMessage): void => {
    if (!isLeft.current) setState({ step: 'refused', text: t(`errors:${code}`, params) });
  };

  /** @returns main's copy of all of it; `null` if it did not arrive */
  async function receive(): Promise<string | null> {
    copy.current = null;
    for (let at = 0; at === 0 || at < file.size; at += PIECE) {
      const bytes = base64Of(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      if (isLeft.current) return null;
      const reply: Reply<{ readonly copy: string }> | null = await request('moving.receive', {
        copy: copy.current,
        at,
        bytes,
      });
      if (reply?.ok !== true) {
        if (reply !== null) refuse(reply.refusal);
        return null;
      }
      copy.current = reply.value.copy;
      if (isLeft.current) {
        forget();
        return null;
      }
      const percent = Math.min(100, Math.round((100 * (at + PIECE)) / Math.max(1, file.size)));
      setState({ step: 'receiving', percent });
    }
    return copy.current;
  }
  async function look(): Promise<void> {
    let received: string | null;
    try {
      received = await receive();
    } catch (error) {
      // The disk on which it is was unplugged.
      console.error(error);
      if (!isLeft.current) setState({ step: 'refused', text: t('backup.unreadable', { name: file.name }) });
      return;
    }
    if (received === null) return;
    setState({ step: 'checking' });
    const reply = await request('moving.look', { name: file.name, copy: received });
    if (reply === null || isLeft.current) return;
    if (reply.ok) setState({ step: 'looking', preview: reply.value, copy: received });
    else refuse(reply.refusal);
  }
  async function take({ preview, copy: looked }: Looking, settings: boolean): Promise<void> {
    setState({ step: 'taking', preview });
    const replace = async (): Promise<boolean> => {
      const reply = await request('moving.take', { name: file.name, copy: looked, settings });
      if (reply === null) return false;
      // The dialog goes with the meeting that is closed for it.
      if (isLeft.current) {
        const text = reply.ok ? t('moving.take.done') : t(`errors:${reply.refusal.code}`, reply.refusal.params);
        toasts.show({ tone: reply.ok ? 'success' : 'error', text });
      } else if (reply.ok) setState({ step: 'done' });
      else refuse(reply.refusal);
      return reply.ok;
    };
    await (settings ? replaceSettings(runtime, undefined, replace) : replace());
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a file
  useEffect(() => {
    isLeft.current = false;
    void look();
    return () => {
      isLeft.current = true;
      forget();
    };
  }, [file]);

  return {
    state,
    take(settings) {
      if (state.step === 'looking') void take(state, settings);
    },
    leave() {
      isLeft.current = true;
      if (state.step === 'checking') void ask('document.cancel', {});
    },
  };
}
