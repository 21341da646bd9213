import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { unsent } from '#renderer/client/unsent.ts';
import { windowStorage } from '../../../support/window-storage.ts';

const vision = (text: string): Command => ({ type: 'sheet.edit', itemId: 'i1', fields: { vision: text } });

/** The next page of the same window: it has the storage and nothing else. */
async function nextPage(storage: Storage, answer: () => Promise<unknown> = async () => ({ ok: true, value: null })) {
  const sent: Command[] = [];
  await unsent(storage).resend((command) => {
    sent.push(command);
    return answer();
  });
  return sent;
}

describe('words that may not have been sent', () => {
  it('are sent by the next page, the newest of each field, once', async () => {
    const storage = windowStorage();
    storage.setItem('ekspose.oneScreen', 'on');
    const words = unsent(storage);
    words.keep('sheet/i1', vision('Se'));
    words.keep('sheet/i1', vision('Sehat'));
    words.keep('sheet/i2', { type: 'sheet.edit', itemId: 'i2', fields: { problems: 'Jalan' } });
    expect(await nextPage(storage)).toEqual([
      vision('Sehat'),
      { type: 'sheet.edit', itemId: 'i2', fields: { problems: 'Jalan' } },
    ]);
    expect(await nextPage(storage)).toEqual([]);
    expect(storage.getItem('ekspose.oneScreen')).toBe('on');
  });

  it('stay when they cannot be sent, and keep nobody from beginning', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const storage = windowStorage();
    const words = unsent(storage);
    words.keep('sheet/i1', vision('Sehat'));
    words.keep('sheet/i2', vision('Cerdas'));
    const gone = new Error('gone');
    expect(await nextPage(storage, () => Promise.reject(gone))).toEqual([vision('Sehat'), vision('Cerdas')]);
    expect(told.mock.calls).toEqual([[gone], [gone]]);
    expect(await nextPage(storage)).toEqual([vision('Sehat'), vision('Cerdas')]);
    told.mockRestore();
  });

  it('are let go when answered, but not for an older text’s answer', async () => {
    const storage = windowStorage();
    const words = unsent(storage);
    words.keep('sheet/i1', vision('Sehat'));
    words.forget('sheet/i1', vision('Se'));
    words.forget('sheet/i2');
    expect(storage).toHaveLength(1);
    words.forget('sheet/i1', vision('Sehat'));
    expect(storage).toHaveLength(0);
  });

  it('that are more than a window may keep stop nobody from typing, and leave no older text behind', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage = windowStorage(200);
    const words = unsent(storage);
    words.keep('sheet/i1', vision('Se'));
    words.keep('sheet/i1', vision('x'.repeat(300)));
    expect(storage).toHaveLength(0);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });
});
