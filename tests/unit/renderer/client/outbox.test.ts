import { describe, expect, it, vi } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { isAside, type Outbox, unsavedWords } from '#renderer/client/outbox.ts';
import { ok, outboxWorld, refused } from '../../../support/outbox-world.ts';
import { windowStorage } from '../../../support/window-storage.ts';

const vision = (text: string, itemId = 'i1'): Command => ({ type: 'sheet.edit', itemId, fields: { vision: text } });
const announcement: Command = { type: 'screen.announce', text: 'Siap-siap' };
const for1 = (command: Command): Command => ({ ...command, meetingId: 'm1' });

function putAndSend(page: Outbox, key: string, command: Command) {
  const entry = page.put(key, command);
  if (entry === null) throw new Error('no meeting');
  return page.send(entry);
}

describe('words on their way to the disk', () => {
  it('are kept from the first key until their change is durable, and name their meeting', async () => {
    const world = outboxWorld();
    const page = world.nextPage();
    const answered = putAndSend(page, 'sheet/i1', vision('Sehat'));
    expect(world.sent).toEqual([for1(vision('Sehat'))]);
    await world.answer(ok(7));
    expect(await answered).toEqual(ok(7));
    expect(page.entries()).toMatchObject([{ state: 'applied', seq: 7 }]);
    world.open({ id: 'm1', seq: 7, durable: 6 });
    page.letGo();
    expect(page.entries()).toHaveLength(1);
    world.open({ id: 'm1', seq: 7, durable: 7 });
    page.letGo();
    expect(page.entries()).toEqual([]);
    expect(world.storage).toHaveLength(0);
  });

  it('are sent by the next page, in order, the newest of each field, once', async () => {
    const world = outboxWorld();
    world.storage.setItem('ekspose.oneScreen', 'on');
    const first = world.nextPage();
    first.put('sheet/i1', vision('Se'));
    first.put('sheet/i2', vision('Cerdas', 'i2'));
    first.put('sheet/i1', vision('Sehat'));
    world.nextPage().resume();
    expect(world.sent).toEqual([for1(vision('Cerdas', 'i2')), for1(vision('Sehat'))]);
    await world.answer(ok());
    await world.answer(ok());
    world.nextPage().resume();
    expect(world.sent).toEqual([]);
    expect(world.storage.getItem('ekspose.oneScreen')).toBe('on');
  });

  it('are one stored text while they grow, whatever waits before them, and are removed where they are stored', () => {
    const world = outboxWorld();
    const page = world.nextPage();
    page.put('sheet/i2', vision('Cerdas', 'i2'));
    page.put('sheet/i1', vision('S'));
    page.put('sheet/i1', vision('Se'));
    const removed = vi.spyOn(world.storage, 'removeItem');
    page.put('sheet/i1', vision('Sehat'));
    expect(removed).not.toHaveBeenCalled();
    expect(world.storage).toHaveLength(2);
    page.put('sheet/i3', vision('Maju', 'i3'));
    // No longer the last one: it goes behind what came meanwhile.
    page.put('sheet/i1', vision('Sehat kuat'));
    expect(world.storage).toHaveLength(3);
    const next = world.nextPage();
    expect(next.entries().map(({ command }) => command)).toEqual([
      vision('Cerdas', 'i2'),
      vision('Maju', 'i3'),
      vision('Sehat kuat'),
    ]);
    next.put('sheet/i1', vision('Sehat kuat sekali'));
    next.drop('sheet/i1');
    expect(world.nextPage().entries()).toHaveLength(2);
    expect(world.storage).toHaveLength(2);
  });

  it('that the application has in memory are not sent again by the next page, those it lost are', async () => {
    const world = outboxWorld();
    void putAndSend(world.nextPage(), 'sheet/i1', vision('Sehat'));
    await world.answer(ok(7));
    world.open({ id: 'm1', seq: 7, durable: 6 });
    world.nextPage().resume();
    expect(world.sent).toEqual([]);
    // The power was cut: what was applied and not on the disk is gone.
    world.open({ id: 'm1', seq: 6, durable: 6 });
    world.nextPage().resume();
    expect(world.sent).toEqual([for1(vision('Sehat'))]);
  });

  it.each(['meetingChanging', 'quitting', 'noMeeting'] as const)(
    'refused with %s stay and are sent again, before what was typed later',
    async (code) => {
      const world = outboxWorld();
      const page = world.nextPage();
      void putAndSend(page, 'sheet/i1', vision('Sehat'));
      await world.answer(refused(code));
      expect(page.entries()).toMatchObject([{ state: 'waiting', refusal: { code } }]);
      void putAndSend(page, 'sheet/i2', vision('Cerdas', 'i2'));
      expect(world.sent.slice(1)).toEqual([for1(vision('Sehat')), for1(vision('Cerdas', 'i2'))]);
      await world.answer(ok());
      await world.answer(ok());
      expect(page.entries()).toEqual([]);
    },
  );

  it('are tried again by themselves, each time after a longer wait', async () => {
    const world = outboxWorld();
    void putAndSend(world.nextPage(), 'sheet/i1', vision('Sehat'));
    const tries: number[] = [];
    for (let second = 1; second <= 36; second += 1) {
      await world.answer(refused('meetingChanging'));
      const before = world.sent.length;
      world.advance(1000);
      if (world.sent.length > before) tries.push(second);
    }
    expect(tries).toEqual([1, 3, 7, 15, 25, 35]);
  });

  it('never reach another meeting, and are sent when theirs is open again', async () => {
    const world = outboxWorld();
    const page = world.nextPage();
    const entry = page.put('draft/compose', vision('Sehat'));
    world.open({ id: 'm2', seq: 3, durable: 3 });
    if (entry === null) throw new Error('no meeting');
    expect(await page.send(entry)).toBeNull();
    page.resume();
    // The same key of another meeting is another entry.
    page.put('draft/compose', vision('Lain'));
    expect(page.find('draft/compose')).toEqual(vision('Lain'));
    expect(world.sent).toEqual([]);
    world.open({ id: 'm1', seq: 0, durable: 0 });
    page.resume();
    expect(world.sent).toEqual([for1(vision('Sehat'))]);
  });

  it('stay when the connection is lost, and are sent when it is back', async () => {
    const world = outboxWorld();
    const page = world.nextPage();
    const answered = putAndSend(page, 'sheet/i1', vision('Sehat'));
    await world.lose();
    expect(await answered).toBeNull();
    expect(world.failures).toHaveLength(1);
    page.resume();
    expect(world.sent).toHaveLength(2);
    await world.answer(ok());
    expect(page.entries()).toEqual([]);
  });

  it('refused for a reason of their own stay to be copied, also on the next page, and are not sent again', async () => {
    const world = outboxWorld();
    void putAndSend(world.nextPage(), 'sheet/i1', vision('Sehat'));
    await world.answer(refused('unknownItem'));
    const page = world.nextPage();
    page.resume();
    world.advance(60_000);
    expect(world.sent).toEqual([]);
    expect(page.entries()).toMatchObject([{ state: 'stuck', refusal: { code: 'unknownItem' }, place: 'i1' }]);
    const [entry] = page.entries();
    if (entry !== undefined) page.remove(entry);
    expect(world.storage).toHaveLength(0);
  });

  it('that another desk has overtaken are only to be copied, and what is typed later does not take their place', async () => {
    const world = outboxWorld();
    const page = world.nextPage();
    page.put('draft/compose', vision('Sehat'));
    page.setAside();
    expect(page.find('draft/compose')).toBeNull();
    void putAndSend(page, 'draft/compose', vision('Cerdas'));
    await world.answer(refused('otherDesk'));
    expect(page.entries().map(({ command }) => command)).toEqual([vision('Sehat'), vision('Cerdas')]);
    const next = world.nextPage();
    next.resume();
    expect(next.entries().every(isAside)).toBe(true);
    expect(world.sent).toEqual([]);
  });

  it('that might be done twice or far too late are left to the user', async () => {
    const world = outboxWorld();
    void putAndSend(world.nextPage(), 'announce', announcement);
    // Loaded again before it was answered: nobody knows whether it was done.
    const unanswered = world.nextPage();
    unanswered.resume();
    expect(world.sent).toEqual([]);
    expect(unanswered.entries()).toMatchObject([{ state: 'stuck' }]);
    void putAndSend(unanswered, 'announce', announcement);
    await world.lose();
    const page = world.nextPage();
    page.resume();
    expect(world.sent).toEqual([]);
    expect(page.entries()).toMatchObject([{ state: 'stuck', refusal: null }]);
    // Sent again by hand it goes, and takes the old one along.
    void putAndSend(page, 'announce', announcement);
    await world.answer(ok());
    expect(page.entries()).toEqual([]);
  });

  it('that were replaced or discarded are not restored by an older answer', async () => {
    const world = outboxWorld();
    const page = world.nextPage();
    void putAndSend(page, 'sheet/i1', vision('Se'));
    page.put('sheet/i1', vision('Sehat'));
    await world.answer(refused('unknownItem'));
    expect(page.entries()).toMatchObject([{ state: 'typed', command: vision('Sehat') }]);
    page.drop('sheet/i1');
    expect(page.entries()).toEqual([]);
  });

  it('more than a window may store stop nobody from typing, and leave no older text in its place', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const world = outboxWorld(windowStorage(300));
    const page = world.nextPage();
    page.put('sheet/i1', vision('Se'));
    expect(world.storage).toHaveLength(1);
    void putAndSend(page, 'sheet/i1', vision('x'.repeat(400)));
    expect(world.storage).toHaveLength(0);
    expect(warned).toHaveBeenCalledOnce();
    expect(world.sent).toHaveLength(1);
    warned.mockRestore();
  });

  it('are listed by what they are about, each once', () => {
    const page = outboxWorld().nextPage();
    page.put('a', vision('Sehat'));
    page.put('b', vision('Sehat'));
    page.put('c', vision('Sehat', 'i2'));
    page.put('d', { type: 'draft.drop', key: 'compose' });
    expect(unsavedWords(page.entries()).map(({ place, text }) => [place, text])).toEqual([
      ['i1', 'Sehat'],
      ['i2', 'Sehat'],
    ]);
  });
});
