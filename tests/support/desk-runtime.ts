import { applyPatches } from 'immer';
import type { EksposePort } from '#core/protocol/messages.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { hasSubject } from '#renderer/desk/dialog-subject.ts';
import { type DeskRuntime, deskRuntime } from '#renderer/desk/kernel/runtime.ts';
import { deskIn } from './desk-words.ts';
import { windowStorage } from './window-storage.ts';

/** The desk's own state and actions at some port, in English, without a page. */
export async function runtimeAt(port: EksposePort): Promise<DeskRuntime> {
  const store = await openViewStore<'desk'>(port, (view, patches) => applyPatches(view, [...patches]));
  return deskRuntime({ port, store, i18n: deskIn('en'), storage: windowStorage(), placeOf: () => '', hasSubject });
}
