import type { Page } from '@playwright/test';
import type { HostState } from '#core/views/desk.ts';
import { roomInATurn } from '../../support/desk-meetings.ts';
import { expect, test } from '../../support/desk-page.ts';
import type { DeskDouble } from '../../support/desk-port.ts';
import { deskFaults } from '../../support/desk-probe.ts';
import { pictureAtSizes } from '../../support/pictures.ts';

const DISPLAY = { label: 'EPSON PJ', width: 1366, height: 768 };
/** What Electron says of a laptop and a projector. */
const ON_ELECTRON: Partial<HostState> = {
  kind: 'electron',
  strip: 'off',
  projectorOpen: true,
  displays: [
    { ...DISPLAY, id: '1', label: 'Laptop', primary: true, internal: true },
    { ...DISPLAY, id: '2', primary: false, internal: false },
  ],
};
const placed = (width: number, height: number, fills: boolean): Partial<HostState> => ({
  placing: { desk: '1', projector: '2', fills, room: { width, height }, lost: false, byHand: false },
});
const become = (double: DeskDouble, ...parts: Partial<HostState>[]): void =>
  double.change((view) => {
    view.host = Object.assign({ ...view.host }, ...parts);
  });
const projectorMenu = (desk: Page) => desk.locator('.d-projector');

for (const locale of ['id', 'en'] as const)
  test(`the strip is offered only where its setting is on; the menu switches it, and the picture shows it (${locale})`, async ({
    openDesk,
  }) => {
    const words = {
      id: { entry: 'Strip di atas PowerPoint', back: 'Tutup strip, kembali ke layar proyektor' },
      en: { entry: 'Strip above PowerPoint', back: 'Close the strip, back to the projector' },
    }[locale];
    const { desk, double } = await openDesk(roomInATurn().meeting(), { locale });
    become(double, ON_ELECTRON, placed(1366, 768, true));
    await projectorMenu(desk).click();
    await expect(desk.getByRole('menuitem').first()).toBeVisible();
    await expect(desk.getByRole('menuitem', { name: words.entry })).toHaveCount(0);
    await desk.keyboard.press('Escape');

    double.change((view) => {
      view.settings = { ...view.settings, strip: 'bottom' };
    });
    await projectorMenu(desk).click();
    await desk.getByRole('menuitem', { name: words.entry }).click();
    expect(double.asked.at(-1)).toEqual({ type: 'projector.strip', payload: { on: true } });

    become(double, { strip: 'on' }, placed(1366, 84, false));
    await expect(projectorMenu(desk)).toContainText(': strip');
    const picture = desk.frameLocator('.d-room-page');
    await expect(picture.locator('[data-layout="strip"] .name')).toBeVisible();
    expect(await deskFaults(desk)).toEqual([]);
    await pictureAtSizes(desk, (width) => `desk/strip-${locale}-${width}.png`);
    await projectorMenu(desk).click();
    await desk.getByRole('menuitem', { name: words.back }).click();
    expect(double.asked.at(-1)).toEqual({ type: 'projector.strip', payload: { on: false } });
  });

for (const locale of ['id', 'en'] as const)
  test(`the settings choose its edge where it is possible, and say why elsewhere (${locale})`, async ({ openDesk }) => {
    const words = {
      id: { top: 'Tepi atas', why: 'jendela peramban tidak dapat dijaga', wayland: 'tidak membiarkan program' },
      en: { top: 'Top edge', why: 'a browser window cannot be kept', wayland: 'does not let programs' },
    }[locale];
    const { desk, double } = await openDesk(null, { locale });
    await desk
      .getByRole('button', { name: locale === 'id' ? 'Pengaturan' : 'Settings' })
      .first()
      .click();
    await expect(desk.getByText(words.why)).toBeVisible();
    await expect(desk.getByRole('radio', { name: words.top })).toHaveCount(0);
    become(double, { kind: 'electron' });
    await expect(desk.getByText(words.wayland)).toBeVisible();
    become(double, ON_ELECTRON);
    await desk.getByRole('radio', { name: words.top }).click({ force: true });
    await expect
      .poll(() => double.asked.at(-1))
      .toEqual({ type: 'settings.edit', payload: { fields: { strip: 'top' } } });
    expect(await deskFaults(desk)).toEqual([]);
    await pictureAtSizes(desk, (width) => `desk/strip-settings-${locale}-${width}.png`);
  });
