import { useEffect, useRef, useState } from 'react';
import { LARGEST_PIECE, type MovingPreview } from '#core/protocol/moving-requests.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

export type TakeState =
  /** `percent` of the file are copied. */
  | { readonly step: 'receiving'; readonly percent: number }
  | { readonly step: 'checking' }
  | { readonly step: 'looking'; readonly preview: MovingPreview }
  | { readonly step: 'taking'; readonly preview: MovingPreview }
  | { readonly step: 'done' }
  | { readonly step: 'refused'; readonly text: string };

/** Base64 needs four characters for three bytes. */
const PIECE = Math.floor(LARGEST_PIECE / 4) * 3;
/** Most arguments of one call. */
const AT_ONCE = 8192;

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    letters += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(letters);
}

/** Copies a file to main, lets it check it, and takes it in when the user has seen what that means. */
export function useTakeIn(file: File): {
  readonly state: TakeState;
  take(settings: boolean): void;
  /** Ends what is in progress, and removes the copy. */
  leave(): void;
} {
  const t = useT();
  const { request, ask } = useRuntime();
  const [state, setState] = useState<TakeState>({ step: 'receiving', percent: 0 });
  const isLeft = useRef(false);
  const isTaking = state.step === 'taking';

  const refuse = ({ code, params }: RefusalMessage): void => {
    if (!isLeft.current) setState({ step: 'refused', text: t(`errors:${code}`, params) });
  };

  /** @returns whether all of it has arrived */
  async function receive(): Promise<boolean> {
    for (let at = 0; at === 0 || at < file.size; at += PIECE) {
      const bytes = base64Of(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      if (isLeft.current) return false;
      const reply = await request('moving.receive', { at, bytes });
      if (reply?.ok !== true) {
        if (reply !== null) refuse(reply.refusal);
        return false;
      }
      if (isLeft.current) return false;
      const percent = Math.min(100, Math.round((100 * (at + PIECE)) / Math.max(1, file.size)));
      setState({ step: 'receiving', percent });
    }
    return true;
  }
  async function look(): Promise<void> {
    try {
      if (!(await receive())) return;
    } catch (error) {
      // The disk on which it is was unplugged.
      console.error(error);
      if (!isLeft.current) setState({ step: 'refused', text: t('backup.unreadable', { name: file.name }) });
      return;
    }
    setState({ step: 'checking' });
    const reply = await request('moving.look', { name: file.name });
    if (reply === null || isLeft.current) return;
    if (reply.ok) setState({ step: 'looking', preview: reply.value });
    else refuse(reply.refusal);
  }
  async function take(preview: MovingPreview, settings: boolean): Promise<void> {
    setState({ step: 'taking', preview });
    const reply = await request('moving.take', { name: file.name, settings });
    if (reply === null) return;
    if (reply.ok) setState({ step: 'done' });
    else refuse(reply.refusal);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a file
  useEffect(() => {
    isLeft.current = false;
    void look();
    return () => {
      isLeft.current = true;
    };
  }, [file]);

  return {
    state,
    take(settings) {
      if (state.step === 'looking') void take(state.preview, settings);
    },
    leave() {
      isLeft.current = true;
      if (isTaking) return;
      if (state.step === 'checking') void ask('document.cancel', {});
      void ask('moving.forget', {});
    },
  };
}
