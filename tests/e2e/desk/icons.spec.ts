import type { Page } from '@playwright/test';
import { meetingInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import { WORDS } from '../../support/locale-words.ts';
import { PLACES } from './desk-places.ts';

const idKit = WORDS.id.kit;

/** A control that shows a sign and no word. */
interface IconControl {
  /** Two of a kind have the same tooltip. */
  readonly kind: string;
  readonly name: string;
}

/** The first control in sight without a word on it whose kind was not looked at yet; it is marked `data-icon-only`. */
const nextIcon = (desk: Page, looked: readonly string[]): Promise<IconControl | null> =>
  desk.evaluate((done) => {
    document.querySelector('[data-icon-only]')?.removeAttribute('data-icon-only');
    const front = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body;
    for (const control of front.querySelectorAll<HTMLElement>('button, [role="button"], a[href], summary')) {
      const { width, height } = control.getBoundingClientRect();
      // One that only screen readers have is a pixel.
      if (width < 4 || height < 4 || control.matches(':disabled, [data-disabled]')) continue;
      if (/[\p{L}\p{N}]/u.test(control.innerText) || control.querySelector('svg') === null) continue;
      const kind = `${control.className} ${control.querySelector('svg')?.getAttribute('class') ?? ''}`;
      if (done.includes(kind)) continue;
      control.dataset.iconOnly = '';
      const ids = (control.getAttribute('aria-labelledby') ?? '').split(' ');
      const labelledBy = ids.map((id) => document.getElementById(id)?.getAttribute('aria-label') ?? '').join(' ');
      return { kind, name: (control.getAttribute('aria-label') ?? labelledBy).trim() };
    }
    return null;
  }, looked);

/** Closes what covers the meeting's screen, and an editor in it. */
async function goHome(desk: Page): Promise<void> {
  do await desk.keyboard.press('Escape');
  while ((await desk.locator('[role="dialog"], [role="alertdialog"]').count()) > 0);
  const back = desk.getByRole('button', { name: idKit.back, exact: true });
  if (await back.isVisible()) await back.click();
}

test('every control that shows only a sign has a name, and tells it to whoever points at it', async ({ openDesk }) => {
  const meeting = meetingInATurn();
  const { desk, double } = await openDesk(meeting);
  test.setTimeout(600_000);
  const looked: string[] = [];
  const silent: string[] = [];
  for (const place of PLACES) {
    if (looked.length > 0) await goHome(desk);
    double.change((view) => {
      view.meeting = place.needs === 'meeting' ? meeting : null;
    });
    await place.open(desk);
    for (let icon = await nextIcon(desk, looked); icon !== null; icon = await nextIcon(desk, looked)) {
      looked.push(icon.kind);
      const control = desk.locator('[data-icon-only]');
      // A pointer that comes from nowhere, right after a key, gets no tooltip.
      await desk.mouse.move(2, 2);
      // The tools of a note are in place once somebody comes to its card.
      const card = desk.locator('[data-note-id]').filter({ has: control });
      if ((await card.count()) > 0) await card.hover();
      await control.hover({ force: true });
      const tip = desk.getByRole('tooltip');
      const title = await control.evaluate((one) => one.closest('[title]')?.getAttribute('title'));
      const isTold =
        title === icon.name ||
        (await tip.waitFor({ timeout: 20_000 }).then(
          () => true,
          () => false,
        ));
      if (icon.name === '' || !isTold) silent.push(`${place.name}: ${icon.kind} "${icon.name}"`);
      await desk.mouse.move(1, 1);
      await expect(tip).toBeHidden();
    }
  }
  expect(silent).toEqual([]);
  expect(looked.length).toBeGreaterThan(10);
});
