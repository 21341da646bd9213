import type { Page } from '@playwright/test';
import { makePng } from '../support/make-png.ts';
import type { AppUnderTest } from './support/app-under-test.ts';
import { createRakor, exportDialog, look, preview } from './support/minutes-desk.ts';
import { expect, test } from './support/test.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="20" fill="#064"/></svg>';

/**
 * What every run must end with. Besides the look into the preview there are the page asked for on purpose that is not there, and
 * the run's own trace, which asks once more for a picture that could not be decoded.
 */
function isCalm(app: AppUnderTest): void {
  const own = [/^Blocked script execution in '[^']*\/document\//, /\b404\b/, /^Connecting to 'blob:/];
  expect(app.complaints().filter((text) => !own.some((one) => one.test(text)))).toEqual([]);
  expect(app.externalRequests()).toEqual([]);
}

/** A rakor with the settings of its letterhead open. */
async function openLetterhead(desk: Page) {
  await createRakor(desk);
  await desk.getByRole('button', { name: 'Rakor', exact: true }).click();
  await desk.getByRole('menuitem', { name: 'Pengaturan' }).click();
  await desk.getByRole('tab', { name: 'Kop surat' }).click();
  await desk.getByLabel('Pemerintah daerah').fill('PEMERINTAH KABUPATEN CONTOH');
  const file = desk.locator('input[type=file]');
  const image = desk.getByRole('img', { name: 'Lambang yang dipakai' });
  return {
    image,
    choose: (name: string, content: Buffer | string) =>
      file.setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from(content) }),
    sizeOf: () => image.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]),
  };
}

test('what is no picture, broken, or could run or fetch something is refused by name; a large one is made small', async ({
  app,
}) => {
  const { desk } = app;
  const { choose, image, sizeOf } = await openLetterhead(desk);
  await choose('lambang.png', 'ini hanya tulisan');
  await expect(desk.getByText(/^lambang\.png bukan gambar/)).toBeVisible();
  await choose('rusak.png', makePng({ width: 40, height: 40 }).subarray(0, 40));
  await expect(desk.getByText(/^rusak\.png tidak dapat dibaca/)).toBeVisible();
  for (const [index, bad] of [
    SVG.replace('<rect', '<script>alert(1)</script><rect'),
    SVG.replace('<rect', '<rect onload="alert(1)"'),
    SVG.replace('<rect', '<image href="https://contoh.go.id/a.png"/><rect'),
    SVG.replace('fill="#064"', 'style="fill:url(https://contoh.go.id/a.svg#f)"'),
    SVG.replace('<rect', '<style>@import "https://contoh.go.id/a.css";</style><rect'),
    SVG.replace('<rect', '<foreignObject/><rect'),
  ].entries()) {
    await choose(`jahat-${index}.svg`, bad);
    await expect(desk.getByText(new RegExp(`^jahat-${index}\\.svg memuat skrip`))).toBeVisible();
  }
  await expect(image).toBeHidden();
  await choose('besar.png', makePng({ width: 8000, height: 5000, colour: 2 }));
  await expect.poll(sizeOf).toEqual([1200, 750]);
  isCalm(app);
});

test('the user’s own emblem stands in the letterhead and is served to the room', async ({ app }) => {
  const { desk } = app;
  const { choose, image, sizeOf } = await openLetterhead(desk);
  await choose('lambang.svg', SVG);
  await expect.poll(sizeOf).toEqual([600, 1200]);
  // Its own styles are drawn, whatever the window's policy says of styles.
  const styled = SVG.replace('<rect', '<style>.a{stroke:#00f}</style><rect class="a"').replace(
    'fill="#064"',
    'style="fill:#f00"',
  );
  await choose(
    'gaya.svg',
    styled.replace('viewBox="0 0 10 20"', 'viewBox="0 0 30 20"').replace('width="10"', 'width="30"'),
  );
  await expect.poll(sizeOf).toEqual([1200, 800]);
  const colourAt = (x: number, y: number) =>
    image.evaluate(
      (one: HTMLImageElement, [left, top]) => {
        const context = document.createElement('canvas').getContext('2d');
        context?.drawImage(one, -left, -top);
        return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
      },
      [x, y] as const,
    );
  expect(await colourAt(600, 400)).toEqual([255, 0, 0, 255]);
  expect(await colourAt(5, 400)).toEqual([0, 0, 255, 255]);
  await look(app, 'letterhead-id');

  const address = (await image.getAttribute('src')) ?? '';
  expect(address).toMatch(/^\/emblem\/[0-9a-f]{32}\.png$/);
  const projector = await app.projector();
  const fetched = (path: string) => projector.evaluate(async (one) => (await fetch(one)).status, path);
  expect(await fetched(address)).toBe(200);
  expect(await fetched('/emblem/..%2Fsettings.png')).toBe(404);

  await desk.getByRole('button', { name: 'Kembali' }).click();
  await desk.keyboard.press('Control+e');
  await expect(preview(desk).locator('img')).toBeVisible();
  await exportDialog(desk).getByRole('button', { name: 'Tutup' }).click();
  isCalm(app);
});
