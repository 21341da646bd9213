import type { Page } from '@playwright/test';
import { TURN_TABS } from '#renderer/desk/kernel/ui-store.ts';
import { IS_LONG } from '../../support/depth.ts';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { tab } from './desk-places.ts';

declare global {
  interface Window {
    clickable?: Map<string, Element>;
  }
}

/**
 * The kinds of elements that can be hit now and were not clicked yet, with one of each kept in the page; two of a kind do not
 * differ in what a click does.
 */
const newKinds = (desk: Page, within: string, clicked: readonly string[]): Promise<string[]> =>
  desk.evaluate(
    ([part, done, inPlaces]) => {
      const seen = new Set(done);
      window.clickable = new Map();
      // Its state, appearance and position make it a different one only in the long run.
      const named = (one: Element): string =>
        `${one.tagName}.${(one.getAttribute('class') ?? '').split(' ', inPlaces ? 99 : 1).join(' ')}`;
      for (const element of document.querySelectorAll(`${part} *`)) {
        const kind = inPlaces ? `${named(element.parentElement ?? element)} > ${named(element)}` : named(element);
        if (seen.has(kind)) continue;
        if (
          element.closest('textarea, input:not([type="checkbox"], [type="radio"]), [contenteditable="true"]') !== null
        )
          continue;
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = width > 0 ? document.elementFromPoint(left + width / 2, top + height / 2) : null;
        if (hit === null || !element.contains(hit) || hit.closest('.d-shell') === null) continue;
        seen.add(kind);
        window.clickable.set(kind, element);
      }
      return [...window.clickable.keys()];
    },
    [within, clicked, IS_LONG] as const,
  );

/** Where the element of a kind can be hit; `null` where an earlier click has taken it away or covered it. */
const placeOf = (desk: Page, kind: string): Promise<{ x: number; y: number } | null> =>
  desk.evaluate((one) => {
    const element = window.clickable?.get(one);
    if (element?.isConnected !== true) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = width > 0 ? document.elementFromPoint(x, y) : null;
    return hit !== null && element.contains(hit) ? { x, y } : null;
  }, kind);

/** Where the keys go now: to a text field that was clicked, to something that hangs over the desk, or nowhere in particular. */
const wantedBy = (desk: Page): Promise<'field' | 'overlay' | null> =>
  desk.evaluate(async () => {
    // What the click has opened takes the focus once it is painted.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const overlays = 'dialog[open], [role="dialog"], [role="alertdialog"], [role="menu"], .k-popover';
    if (document.querySelector(overlays) !== null) return 'overlay';
    const { activeElement } = document;
    const isField = activeElement?.matches('textarea, input:not([type="checkbox"], [type="radio"])') === true;
    return isField && activeElement?.id !== 'note-composer' ? 'field' : null;
  });

async function clickAndType(desk: Page, kind: string, { x, y }: { x: number; y: number }): Promise<void> {
  await desk.mouse.click(x, y);
  let wants = await wantedBy(desk);
  for (let tries = 0; wants === 'overlay' && tries < 3; tries += 1) {
    await desk.keyboard.press('Escape');
    wants = await wantedBy(desk);
  }
  if (wants !== null) return;
  await desk.keyboard.type('? a');
  // A note that is being edited is typed into after a click on it.
  const into = desk.locator('#note-composer:focus').or(desk.locator('[data-note-id] textarea:focus'));
  expect((await into.inputValue()).slice(-3), `after a click on ${kind}`).toBe('? a');
  await desk.locator('#note-composer').fill('');
  // What a click has opened for changing is a field from then on; the next click is no part of it.
  await desk.keyboard.press('Escape');
}

for (const place of TURN_TABS) {
  test(`after a click on anything that is no field every letter stands in the note box: ${place}`, async ({
    openDesk,
  }) => {
    test.setTimeout(600_000);
    const { desk } = await openDesk(meetingInATurn());
    if (place !== 'sheet') await tab(desk, place);
    const clicked: string[] = [];
    // What is around a tab's panel is the same for all of them, and clicked with the first.
    const within = place === 'sheet' ? '.d-shell' : '[role="tabpanel"]';
    for (
      let kinds = await newKinds(desk, within, []);
      kinds.length > 0;
      kinds = await newKinds(desk, within, clicked)
    ) {
      for (const kind of kinds) {
        const at = await placeOf(desk, kind);
        // Covered or gone for now: the next look finds it again if it comes back.
        if (at !== null) {
          clicked.push(kind);
          await clickAndType(desk, kind, at);
        }
      }
      if (!kinds.some((kind) => clicked.includes(kind))) break;
    }
    expect(clicked.length).toBeGreaterThan(place === 'sheet' ? 30 : 3);
  });
}

test('after a chip, by mouse and by key, the cursor is back where it was in the note box, which says whose note it is while it is empty', async ({
  openDesk,
}) => {
  const { desk } = await openDesk(meetingInATurn());
  const box = desk.locator('#note-composer');
  await expect(box).toHaveAttribute('placeholder', /Bupati/);
  await box.fill('Ruas jalan selesai');
  await box.evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(5, 5));
  for (const name of ['Sekda', 'Arahan', 'Internal']) {
    await desk.getByRole('radio', { name, exact: true }).click();
    await expect(box).toBeFocused();
  }
  await desk.keyboard.type('x y');
  await expect(box).toHaveValue('Ruas x yjalan selesai');
  // By Tab the space is the chip's own, and only then.
  await desk.keyboard.press('Shift+Tab');
  await desk.keyboard.press('ArrowLeft');
  await desk.keyboard.press('Space');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('Ruas x yjalan selesai');
  await expect(box).not.toHaveAttribute('placeholder');
  await box.fill('');
  await expect(box).toHaveAttribute('placeholder', /Wakil Bupati/);
});
