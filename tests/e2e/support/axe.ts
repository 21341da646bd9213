import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { contrastFaults } from './contrast.ts';
import { hasCome } from './settled.ts';

/** Minified: half of the script that a page has to take before axe first reads it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The desk's preview of the projector: hidden from screen readers, and checked by the projector's own tests. */
export const ROOM_PICTURE = '.d-room';

/**
 * What axe finds wrong with a page, a line for each rule; contrasts are read by `contrastFaults`.
 * @param leaveOut selector of what is not read
 * @param part selector of what alone is read, where axe has read what is around it in another state already
 */
export async function axeFaults(page: Page, leaveOut?: string, part?: string): Promise<string[]> {
  const faults = await read(page, { leaveOut, part }, { rules: { 'color-contrast': { enabled: false } } });
  for (const frame of await framesOf(page, leaveOut))
    faults.push(...(await contrastFaults(frame, frame === page.mainFrame() ? (part ?? 'html') : 'html', leaveOut)));
  return faults;
}

const DIALOGS = '[role=dialog], [role=alertdialog]';

/**
 * The same of the dialog that is open, and of all where none is: what is behind a dialog is read whole in every-screen.spec.ts
 * and where a screen is looked at without one.
 */
export async function axeFaultsInFront(page: Page, leaveOut?: string): Promise<string[]> {
  await hasCome(page);
  const isOpen = (await page.locator(DIALOGS).count()) > 0;
  return axeFaults(page, leaveOut, isOpen ? DIALOGS : undefined);
}

/** The same by axe's own rules alone, its reading of contrasts among them. */
export const axeFaultsWhole = (page: Page, leaveOut?: string): Promise<string[]> =>
  read(page, { leaveOut, part: undefined }, {});

/**
 * The same for what depends on the language alone: that everything has a name, and the page says its language. A state that
 * axe has read whole in one language needs no more in the other.
 */
export const axeNameFaults = (page: Page, leaveOut?: string, part?: string): Promise<string[]> =>
  read(page, { leaveOut, part }, { runOnly: { type: 'rule', values: NAMES } });

/** axe's rules about names and languages. */
const NAMES = [
  ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-meter-name', 'aria-progressbar-name'],
  ...['aria-toggle-field-name', 'aria-tooltip-name', 'aria-treeitem-name', 'button-name', 'document-title'],
  ...['empty-heading', 'frame-title', 'html-has-lang', 'html-lang-valid', 'image-alt', 'input-button-name', 'label'],
  ...['link-name', 'select-name', 'summary-name', 'svg-img-alt', 'valid-lang'],
];

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

interface Extent {
  readonly leaveOut: string | undefined;
  readonly part: string | undefined;
}

async function read(page: Page, { leaveOut, part }: Extent, options: RunOptions): Promise<string[]> {
  const frames = await framesOf(page, leaveOut);
  for (const frame of frames) {
    // Once per page: otherwise half a megabyte of script would be read again for every state.
    if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(AXE);
  }
  return page.evaluate(
    async ([exclude, include, given, iframes]) => {
      if (window.axe === undefined) throw new Error('axe is not on the page');
      if (document.querySelector(include) === null) throw new Error(`no ${include} here`);
      const context = { include: [include], exclude };
      // Every rule is tried; but only what is wrong is described, not the hundreds of elements with which all is well.
      const { violations } = await window.axe.run(context, {
        ...given,
        // For a frame without axe in it, it would wait a minute.
        iframes,
        resultTypes: ['violations'],
        // Of what is wrong the element itself is shown, not the way to it; and no rule that runs reads the style sheets.
        selectors: false,
        preload: { assets: ['media'] },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [leaveOut === undefined ? [] : [leaveOut], part ?? 'html', options, frames.length > 1] as const,
  );
}

/** The page's own frame, and those in it that are read. */
async function framesOf(page: Page, leaveOut: string | undefined): Promise<Frame[]> {
  const frames = [page.mainFrame()];
  for (const frame of page.frames()) {
    if (frame.parentFrame() !== null && (await isRead(frame, leaveOut))) frames.push(frame);
  }
  return frames;
}

/** Whether axe goes into a frame: it is part of what is read, and lets scripts run. */
async function isRead(frame: Frame, leaveOut: string | undefined): Promise<boolean> {
  const element = await frame.frameElement().catch((error: unknown) => {
    // The older page of a preview, taken away since the frames were listed.
    if (frame.isDetached()) return null;
    throw error;
  });
  if (element === null) return false;
  return element.evaluate((node, selector) => {
    const one = node as HTMLIFrameElement;
    const { sandbox } = one;
    if (one.hasAttribute('sandbox') && !sandbox.contains('allow-scripts')) return false;
    return selector === undefined || one.closest(selector) === null;
  }, leaveOut);
}
