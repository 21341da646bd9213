import { noteOf, openRoom, start, THREE_AGENCIES } from '../../support/build-meeting.ts';
import { expect, test } from '../../support/desk-page.ts';
import { deskFaults } from '../../support/desk-probe.ts';
import { WORDS } from '../../support/locale-words.ts';
import { picture } from '../../support/pictures.ts';
import { LONGEST_NAME } from '../../support/projector-states.ts';

const LONG = { id: 'long', name: LONGEST_NAME, short: '', head: 'Kepala Dinas', inAgenda: true };

/** Left edges of what a selector finds, px. */
const lefts = (elements: readonly Element[]): number[] =>
  elements.map((element) => Math.round(element.getBoundingClientRect().left));

for (const locale of ['id', 'en'] as const)
  test(`the longest names, and a break that is hours late, keep their places (${locale})`, async ({ openDesk }) => {
    const room = openRoom({ agencies: [...THREE_AGENCIES, LONG] });
    room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: null, fixedStart: '08:40', index: 6 });
    start(room, LONGEST_NAME);
    const { id } = room.item(LONGEST_NAME);
    room.send(noteOf(id, 'Setuju.', { author: { kind: 'agency', agencyId: 'long' } }));
    room.clock.advance(220 * 60_000);
    const { desk } = await openDesk(room.meeting(), {
      locale,
      now: () => room.clock.at(),
      mono: () => room.clock.mono(),
    });
    const words = WORDS[locale].desk;
    await expect(desk.locator('.d-row-late')).toBeVisible();
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1024, 768],
    ] as const) {
      await desk.setViewportSize({ width, height });
      expect.soft(await deskFaults(desk), `at ${width}`).toEqual([]);
      // A sign alone in a line looks forgotten.
      const more = desk.getByRole('button', { name: words.pacing.more, exact: true });
      const beside = await more.evaluate(
        (button) =>
          button.getBoundingClientRect().top - (button.previousElementSibling?.getBoundingClientRect().top ?? 0),
      );
      expect.soft(beside, `the last button at ${width}`).toBeLessThan(12);
      await picture(desk, `desk/small/long-${locale}-${width}.png`);
    }
    await desk.locator('[data-note-id]').dblclick({ position: { x: 20, y: 12 } });
    await expect(desk.getByRole('textbox', { name: words.notes.editText })).toBeVisible();
    expect(await deskFaults(desk), 'the editor of a note').toEqual([]);
    await picture(desk, `desk/small/long-${locale}-editor.png`);
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: words.agenda.change }).click();
    const texts = await desk.locator('.k-popover .k-option-text').evaluateAll(lefts);
    expect(new Set(texts).size).toBe(1);
  });
