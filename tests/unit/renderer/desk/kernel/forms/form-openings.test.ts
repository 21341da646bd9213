import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstSettings } from '#core/model/settings.ts';
import type { FormOpening } from '#renderer/desk/kernel/forms/form-openings.ts';
import { formKey } from '#renderer/desk/kernel/forms/kept-forms.ts';
import type { DeskRuntime } from '#renderer/desk/kernel/runtime.ts';
import type { DeskDialog } from '#renderer/desk/kernel/ui-store.ts';
import { openRoom, THREE_AGENCIES } from '../../../../../support/build-meeting.ts';
import { deskDouble } from '../../../../../support/desk-port.ts';
import { runtimeAt } from '../../../../../support/desk-runtime.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const ADD: DeskDialog = { kind: 'addItem' };
const NEXT: DeskDialog = { kind: 'continueMeeting', meetingId: 'm0', title: 'Rakor', date: '2026-01-05' };

/** A desk, and a form of it as its component would be. */
async function deskAt() {
  const room = openRoom();
  const main = deskDouble(room.meeting(), firstSettings(THREE_AGENCIES));
  const runtime = await runtimeAt(main);
  const show = (dialog: DeskDialog | null): void => runtime.ui.update((state) => ({ ...state, dialog }));
  const opened = (dialog: DeskDialog): FormOpening => {
    show(dialog);
    const form = runtime.openings.open();
    form.title = dialog.kind;
    form.enter();
    return form;
  };
  const type = (typed: string): void =>
    runtime.forms.put(`${formKey(runtime)}name`, { dialog: runtime.ui.get().dialog, base: '', typed });
  const open = (meeting: 'none' | 'first' | 'other'): void =>
    main.change((view) => {
      view.meeting = meeting === 'none' ? null : { ...room.meeting(), ...(meeting === 'other' ? { id: 'other' } : {}) };
    });
  return { room, main, runtime, show, opened, type, open };
}

const offers = ({ toasts }: DeskRuntime) => toasts.get().filter(({ holdsWords }) => holdsWords === true);
const stored = ({ forms }: DeskRuntime): unknown[] => forms.keys('').map((key) => forms.get(key)?.typed);

/** Something being saved, and how it ends. */
function answered() {
  let end: (isSaved: boolean) => void = () => undefined;
  const work = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  return { work: () => work, end: (isSaved: boolean) => end(isSaved) };
}

it('is offered when it is left, with what was typed, and not when nothing was', async () => {
  const { runtime, show, opened, type } = await deskAt();
  const empty = opened(ADD);
  empty.leave();
  expect(offers(runtime)).toEqual([]);
  const form = opened(ADD);
  type('Dinas Baru');
  show(null);
  form.leave();
  expect(stored(runtime)).toEqual([]);
  offers(runtime)[0]?.action?.run();
  expect(runtime.ui.get()).toMatchObject({ dialog: ADD, givenBack: { [JSON.stringify(ADD)]: 1 } });
  expect(stored(runtime)).toEqual(['Dinas Baru']);
});

it.each([true, false])('left while it is being saved, it is offered only if it is not saved (%s)', async (isSaved) => {
  const { runtime, show, opened, type } = await deskAt();
  const form = opened(ADD);
  type('Dinas Baru');
  const { work, end } = answered();
  const saving = form.saving(work);
  show(null);
  form.leave();
  expect(offers(runtime)).toEqual([]);
  // Another one has been opened and typed into by the time of the answer.
  const next = opened(ADD);
  type('Dinas Lain');
  end(isSaved);
  expect(await saving).toBe(isSaved);
  expect(offers(runtime)).toHaveLength(isSaved ? 0 : 1);
  expect(stored(runtime)).toEqual(['Dinas Lain']);
  next.forget();
  expect(stored(runtime)).toEqual([]);
});

it('that fails while it is being saved counts as not saved', async () => {
  const { runtime, show, opened, type } = await deskAt();
  const form = opened(ADD);
  type('Dinas Baru');
  const saving = form.saving(() => Promise.reject(new Error('no disk')));
  show(null);
  form.leave();
  await expect(saving).rejects.toThrow('no disk');
  expect(offers(runtime)).toHaveLength(1);
});

it('takes the place of the same form that is open, which is offered in its turn', async () => {
  const { runtime, show, opened, type } = await deskAt();
  const first = opened(ADD);
  type('Dinas Baru');
  show(null);
  first.leave();
  const second = opened(ADD);
  type('Dinas Lain');
  offers(runtime)[0]?.action?.run();
  expect(stored(runtime)).toEqual(['Dinas Baru']);
  expect(second.isOpen()).toBe(false);
  // Its component goes after that.
  second.leave();
  expect(offers(runtime)).toHaveLength(2);
  offers(runtime)[1]?.action?.run();
  expect(stored(runtime)).toEqual(['Dinas Lain']);
});

it('waits for its own meeting, offered or not, and is in no other', async () => {
  const { runtime, opened, type, open } = await deskAt();
  const form = opened(ADD);
  type('Dinas Baru');
  open('other');
  form.leave();
  expect([offers(runtime), runtime.ui.get().dialog]).toEqual([[], null]);
  open('first');
  expect(runtime.ui.get().dialog).toEqual(ADD);

  const again = opened(ADD);
  runtime.ui.update((state) => ({ ...state, dialog: { kind: 'help' } }));
  again.leave();
  open('other');
  offers(runtime)[0]?.action?.run();
  expect(runtime.ui.get().dialog).toBeNull();
  expect(runtime.toasts.get().map(({ text }) => text)).toContain(runtime.t('words.waiting'));
  open('first');
  expect(runtime.ui.get().dialog).toEqual(ADD);
});

it('of no meeting stays open while meetings are opened and closed beneath it, if it is in use', async () => {
  const { runtime, opened, type, open } = await deskAt();
  opened({ kind: 'agencyDirectory' });
  open('none');
  expect(runtime.ui.get().dialog).toBeNull();
  const form = opened(NEXT);
  const { work, end } = answered();
  const saving = form.saving(work);
  for (const meeting of ['other', 'none', 'first'] as const) {
    open(meeting);
    expect(runtime.ui.get().dialog).toBe(NEXT);
  }
  end(false);
  await saving;
  open('none');
  expect(runtime.ui.get().dialog).toBeNull();
  const typed = opened(NEXT);
  type('Rakor kedua');
  open('other');
  expect(runtime.ui.get().dialog).toBe(NEXT);
  runtime.ui.update((state) => ({ ...state, dialog: null }));
  typed.leave();
  expect(offers(runtime)).toHaveLength(1);
  open('first');
  expect(runtime.ui.get().dialog).toBeNull();
});

it('says why it does not come back where its subject has gone and it holds no text', async () => {
  const { room, main, runtime, show, opened } = await deskAt();
  const { id: itemId } = room.item('Dinas Kesehatan');
  const form = opened({ kind: 'item', itemId });
  runtime.forms.put(`${formKey(runtime)}item`, {
    dialog: { kind: 'item', itemId },
    base: { soft: 1 },
    typed: { soft: 2 },
  });
  show(null);
  form.leave();
  await main.send({ type: 'agenda.remove', itemId });
  offers(runtime)[0]?.action?.run();
  expect(runtime.ui.get().dialog).toBeNull();
  expect(runtime.toasts.get().map(({ text }) => text)).toContain(runtime.t('words.nothingToCopy'));
  expect(stored(runtime)).toEqual([]);
});

it('is in use and drawn as it is while a meeting is opened beneath it, also when it was brought back', async () => {
  const { runtime, show, opened, type, open } = await deskAt();
  const form = opened(NEXT);
  type('Rakor kedua');
  show(null);
  form.leave();
  offers(runtime)[0]?.action?.run();
  const again = opened(NEXT);
  const drawn = (): number | undefined => runtime.ui.get().givenBack[JSON.stringify(NEXT)];
  const { work, end } = answered();
  const saving = again.saving(work);
  const before = drawn();
  open('other');
  expect([runtime.ui.get().dialog, drawn()]).toEqual([NEXT, before]);
  end(true);
  await saving;
});

it('is offered once more where another of the same waits for their meeting', async () => {
  const { runtime, show, opened, type, open } = await deskAt();
  for (const typed of ['Dinas Baru', 'Dinas Lain']) {
    const form = opened(ADD);
    type(typed);
    show(null);
    form.leave();
  }
  open('other');
  for (const offer of [...offers(runtime)]) {
    runtime.toasts.dismiss(offer.id);
    offer.action?.run();
  }
  open('first');
  const [waits] = stored(runtime);
  expect(offers(runtime)).toHaveLength(1);
  offers(runtime)[0]?.action?.run();
  expect([waits, ...stored(runtime)].toSorted()).toEqual(['Dinas Baru', 'Dinas Lain']);
});

it('is offered with what was typed on while it was being saved', async () => {
  const { runtime, show, opened, type } = await deskAt();
  const form = opened(ADD);
  type('Dinas Baru');
  const { work, end } = answered();
  const saving = form.saving(work);
  type('Dinas Baru Sekali');
  end(true);
  await saving;
  show(null);
  form.leave();
  offers(runtime)[0]?.action?.run();
  expect(stored(runtime)).toEqual(['Dinas Baru Sekali']);
});

it('on a screen stays open when words are brought back above it', async () => {
  const { runtime, show, opened, type } = await deskAt();
  const left = opened(NEXT);
  type('Rakor kedua');
  show(null);
  left.leave();
  const list = runtime.openings.open('settings.list');
  list.enter();
  offers(runtime)[0]?.action?.run();
  expect(list.isOpen()).toBe(true);
});
