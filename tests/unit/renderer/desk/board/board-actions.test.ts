import { beforeEach, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import type { RequestType } from '#core/protocol/requests.ts';
import { boardActions } from '#renderer/desk/board/board-actions.ts';
import { openRoom, THREE_AGENCIES } from '../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  return () => vi.unstubAllGlobals();
});

/** A board of which some follow-ups were said to be done. @param inMeeting those that the open meeting has */
async function said(inMeeting: readonly string[], inRegister: readonly string[]) {
  const main = deskDouble(openRoom().meeting(), firstSettings(THREE_AGENCIES));
  const runtime = await runtimeAt(main);
  const back: RequestType[] = [];
  const ask = (async (type: RequestType) => {
    if (type === 'matter.entry') return { inMeeting, inRegister };
    back.push(type);
    return null;
  }) as typeof runtime.ask;
  const last = (meeting: 'entry.add' | 'note.add', register: 'entry.add' | 'agency.edit'): void =>
    main.change((draft) => {
      draft.undo = { type: meeting, item: null, words: null } as never;
      draft.register = { ...draft.register, undo: register };
    });
  last('entry.add', 'entry.add');
  const ids = [...inMeeting, ...inRegister];
  expect(await boardActions({ ...runtime, ask }).setStatus(ids, 'done')).toBe(true);
  const offers = () => runtime.toasts.get().filter(({ undoes }) => undoes);
  const press = (): void => offers()[0]?.action?.run();
  return { back, last, offers, press, main, toasts: runtime.toasts };
}

it.each([
  ['in the meeting', ['a', 'b'], [], ['history.undo']],
  ['in the register', [], ['c'], ['register.undo']],
  ['in both', ['a', 'b'], ['c'], ['register.undo', 'history.undo']],
])('what was said %s of several at once is taken back by one press', async (_where, inMeeting, inRegister, asked) => {
  const { back, offers, press } = await said(inMeeting, inRegister);
  expect(offers()).toHaveLength(1);
  press();
  await vi.waitFor(() => expect(back).toEqual(asked));
});

it('takes nothing back once something else was done in either', async () => {
  for (const [meeting, register] of [
    ['note.add', 'entry.add'],
    ['entry.add', 'agency.edit'],
  ] as const) {
    const { back, last, press, toasts } = await said(['a'], ['b']);
    last(meeting, register);
    press();
    expect(toasts.get().at(-1)?.text).toMatch(/Something else was changed/);
    expect(back).toEqual([]);
  }
});

it('takes nothing back in another meeting that was opened since', async () => {
  const { back, press, main, toasts } = await said(['a'], []);
  main.change((draft) => {
    if (draft.meeting !== null) draft.meeting.id = 'another';
  });
  press();
  expect(toasts.get().at(-1)?.text).toMatch(/Something else was changed/);
  expect(back).toEqual([]);
});
