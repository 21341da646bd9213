import { describe, expect, it } from 'vitest';
import { draftEntry, draftSaver, unsentDraft } from '#renderer/desk/kernel/saving/draft-saver.ts';
import { PAUSE_MS } from '#renderer/kit/autosave-delay.ts';
import { ok, outboxWorld } from '../../../../../support/outbox-world.ts';

function typist() {
  const world = outboxWorld();
  const outbox = world.nextPage();
  const saver = draftSaver({ key: 'compose', meetingId: 'm1', outbox, timers: world.timers });
  const author = { kind: 'leader', role: 'bupati' } as const;
  const type = (text: string): void => saver.typed({ itemId: 'i1', author, kind: 'note', visibility: 'auto', text });
  const saved = () => world.sent.map((command) => (command.type === 'draft.set' ? command.draft.text : command.type));
  const kept = () => {
    const draft = unsentDraft(outbox, 'compose');
    return draft === null || draft === 'dropped' ? draft : draft.text;
  };
  return { ...world, outbox, saver, type, saved, kept };
}

describe('a text that is typed as a draft', () => {
  it('is sent after a pause, or at once what waits, and nothing twice', () => {
    const { saver, saved, type, advance } = typist();
    type('a');
    type('ab');
    expect(saver.waiting).toBe(true);
    advance(PAUSE_MS);
    expect(saved()).toEqual(['ab']);
    type('abc');
    saver.flush();
    saver.flush();
    advance(10_000);
    expect(saved()).toEqual(['ab', 'abc']);
    expect(saver.waiting).toBe(false);
  });

  it('is kept by the window from the first key until it is answered, the newest of it', async () => {
    const { saver, type, kept, answer } = typist();
    type('a');
    expect(kept()).toBe('a');
    saver.flush();
    type('ab');
    await answer(ok());
    expect(kept()).toBe('ab');
    saver.flush();
    await answer(ok());
    expect(kept()).toBeNull();
  });

  it('is of the meeting for which it was typed, whatever is open when it is sent', () => {
    const { saver, saved, type, open, outbox } = typist();
    type('a');
    open({ id: 'm2', seq: 0, durable: 0 });
    saver.flush();
    expect(saved()).toEqual([]);
    expect(outbox.entries()).toMatchObject([{ meetingId: 'm1', state: 'waiting' }]);
  });

  it('that is discarded is dropped after all of it that was sent', () => {
    const { saver, saved, type, kept, advance } = typist();
    type('a');
    advance(PAUSE_MS);
    type('ab');
    saver.drop();
    advance(10_000);
    expect(saved()).toEqual(['a', 'draft.drop']);
    expect(kept()).toBe('dropped');
  });

  it('that is part of another command by now is no longer kept', () => {
    const { saver, saved, type, kept, advance, outbox } = typist();
    type('a');
    saver.forget();
    advance(10_000);
    expect(saved()).toEqual([]);
    expect(kept()).toBeNull();
    expect(outbox.entries().map(({ key }) => key)).not.toContain(draftEntry('compose'));
  });
});
