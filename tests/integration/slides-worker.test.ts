import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hostilePdfs } from '../support/hostile-pdfs.ts';
import { makePdf, numbered } from '../support/make-pdf.ts';
import { openSlidesWindow, PATIENCE, serveSlidesWindow } from '../support/slides-window/open.ts';
import type { StaticRenderer } from '../support/static-renderer.ts';

const BOX = { width: 800, height: 600 };
const FAULTS = ['encrypted', 'broken', 'xfa', 'tooManyPages', 'gone'];

let renderer: StaticRenderer;
let page: Page;

beforeAll(async () => {
  renderer = await serveSlidesWindow();
  page = await openSlidesWindow(renderer);
});
afterAll(async () => {
  await page.close();
  await renderer.close();
});

/** Serves a file; its address. */
function served(name: string, bytes: Uint8Array): string {
  renderer.slides.set(name, bytes);
  return `/slides/${name}.pdf`;
}
const open = (address: string, on = page) => on.evaluate((at) => window.slides.open(at), address);
const draw = (address: string, number: number, box = BOX, on = page) =>
  on.evaluate(([at, n, within]) => window.slides.draw(at, n, within), [address, number, box] as const);

describe('a file of slides in a window', () => {
  it('is drawn as large as it fits, each page its own, with faces that it does not contain', async () => {
    const address = served('plain', makePdf({ pages: 3 }));
    expect(await open(address)).toBe(3);
    const first = await draw(address, 1);
    expect(first).toMatchObject({ width: 800, height: 450 });
    const blank = await draw(served('blank', makePdf({ content: () => '' })), 1);
    expect(blank).toMatchObject({ ink: 0 });
    const bar = await draw(served('bar', makePdf({ content: () => numbered(1).split('BT')[0] ?? '' })), 1);
    // The letters are there, not only the bar below them.
    const ink = (drawn: typeof first): number => (typeof drawn === 'string' ? -1 : drawn.ink);
    expect(ink(first)).toBeGreaterThan(ink(bar) + 5);
    expect(ink(await draw(address, 3))).not.toBe(ink(first));
    expect(await page.evaluate((at) => window.slides.sizeOf(at, 2), address)).toEqual({ width: 960, height: 540 });
    expect(renderer.requests.some((path) => path.startsWith('/pdf/standard_fonts/'))).toBe(true);
  });

  /** How often a file was asked for until its first page was drawn. */
  async function askedFor(name: string, pages: number, padding: number): Promise<number> {
    const rest = new Uint8Array(padding).fill(0x20);
    const bytes = makePdf({ pages, content: (n) => Buffer.concat([Buffer.from(numbered(n)), rest]) });
    const address = served(name, bytes);
    const before = renderer.requests.length;
    expect(await draw(address, 1)).toMatchObject({ width: 800 });
    await page.evaluate((at) => window.slides.close(at), address);
    renderer.slides.delete(name);
    return renderer.requests.slice(before).filter((path) => path === address).length;
  }
  it('is read whole if it may be held, and in parts otherwise: a little of it is enough for the first page', async () => {
    expect(await askedFor('small', 10, 1_000)).toBe(1);
    expect(await askedFor('medium', 50, 400_000)).toBe(2);
    const asked = await askedFor('large', 70, 1_000_000);
    expect(asked).toBeGreaterThan(2);
    // 70 MB are 267 parts; where each page begins is in some of them.
    expect(asked).toBeLessThan(150);
  });

  it('is opened once for all that show it, and stays open until the last of them has closed it', async () => {
    const address = served('shared', makePdf({ pages: 2 }));
    const before = renderer.requests.length;
    expect(await page.evaluate((at) => window.slides.openTwice(at), address)).toEqual([2, 2]);
    expect(renderer.requests.slice(before).filter((path) => path === address)).toHaveLength(1);
    renderer.slides.delete('shared');
    // The other one has been closed.
    expect(await draw(address, 2)).toMatchObject({ width: 800 });
  });

  it('draws what is in sight first, and gives up what is wanted no more', async () => {
    const address = served('order', makePdf({ pages: 6 }));
    const order = await page.evaluate(
      (at) =>
        window.slides.drawMany(at, [
          { page: 5, urgency: 2 },
          { page: 4, urgency: 2, stop: true },
          { page: 3, urgency: 1 },
          { page: 2, urgency: 0 },
        ]),
      address,
    );
    // The first is on its way already when the others come.
    expect(order).toEqual(['4 cancelled', '5', '2', '3']);
  });

  it('answers with a code when its address is taken away in the middle', async () => {
    // Too large to be held whole.
    const padding = new Uint8Array(8_000_000).fill(0x20);
    const address = served(
      'taken',
      makePdf({ pages: 9, content: (n) => Buffer.concat([Buffer.from(numbered(n)), padding]) }),
    );
    expect(await open(address)).toBe(9);
    renderer.slides.delete('taken');
    expect(await draw(address, 5)).toBe('gone');
    expect(await open('/slides/never.pdf')).toBe('gone');
  });
});

describe('hostile and broken files', () => {
  it('are each answered, and nothing of them is executed or fetched', async () => {
    const elsewhere: string[] = [];
    const foreign = createServer((request, response) => {
      elsewhere.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    const { endless, ...others } = hostilePdfs(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}`);
    expect(endless).toBeDefined();
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('popup', () => seen.push('popup'));
    page.on('download', () => seen.push('download'));
    const context = page.context();
    context.on('request', (request) => {
      if (!request.url().startsWith(renderer.origin)) seen.push(request.url());
    });
    const answers: Record<string, unknown> = {};
    for (const [name, bytes] of Object.entries(others)) {
      const address = served(`hostile-${name}`, bytes);
      const pages = await open(address);
      const drawn = typeof pages === 'string' ? pages : await draw(address, 1);
      answers[name] = typeof drawn === 'string' ? drawn : 'drawn';
      await page.evaluate((at) => window.slides.close(at), address);
    }
    const drawn = [
      'javascript',
      'launch',
      'uri',
      'submit',
      'remote',
      'embedded',
      'external',
      'fontMatrix',
      'wide',
      'thin',
    ];
    expect(answers).toEqual({
      ...Object.fromEntries(drawn.map((name) => [name, 'drawn'])),
      xfa: 'xfa',
      encrypted: 'encrypted',
      manyPages: 'tooManyPages',
      countLies: 'drawn',
      empty: 'gone',
      otherKind: 'broken',
      onlyHead: 'broken',
    });
    expect(seen).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    foreign.close();
  });

  it('are answered wherever they are cut off', async () => {
    const whole = makePdf({ pages: 4 });
    for (let n = 0; n < 50; n += 1) {
      const length = Math.floor((whole.length * (n + 0.5)) / 50);
      const address = served(`cut-${n}`, whole.subarray(0, length));
      const pages = await open(address);
      if (typeof pages === 'string') expect(FAULTS, `cut at ${length}`).toContain(pages);
      else {
        const drawn = await draw(address, 1, { width: 80, height: 60 });
        if (typeof drawn === 'string') expect(FAULTS).toContain(drawn);
      }
      await page.evaluate((at) => window.slides.close(at), address);
    }
    expect(await draw(served('after', makePdf()), 1)).toMatchObject({ width: 800 });
  });

  it('that never end lose their worker, and the next page is drawn by another', async () => {
    // The clock of this window is the test's; its worker draws in real time.
    const impatient = await openSlidesWindow(renderer, (opening) => opening.clock.install());
    const { endless } = hostilePdfs('http://nowhere.invalid');
    const address = served('endless', endless ?? new Uint8Array());
    const other = served('other', makePdf());
    expect(await open(other, impatient)).toBe(3);
    expect(await open(address, impatient)).toBe(2);
    let answer: unknown = null;
    const drawing = draw(address, 1, BOX, impatient).then((drawn) => {
      answer = drawn;
    });
    // Another is drawn from its first byte on meanwhile.
    expect(await draw(served('meanwhile', makePdf()), 1)).toMatchObject({ width: 800 });
    expect(answer).toBeNull();
    await vi.waitFor(async () => {
      await impatient.clock.runFor(PATIENCE);
      expect(answer).toBe('broken');
    });
    await drawing;
    expect(await impatient.evaluate(() => window.slides.generation())).toBe(1);
    expect(await draw(other, 2, BOX, impatient)).toMatchObject({ width: 800 });
    await impatient.close();
  });
});
