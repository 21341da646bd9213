import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The desk's small picture of the room: hidden from readers, and read by the projector's own tests. */
export const ROOM_PICTURE = '.d-room';

/**
 * What axe finds wrong with a page, a line for each rule.
 * @param leaveOut selector of what is not read
 */
export const axeFaults = (page: Page, leaveOut?: string): Promise<string[]> => read(page, leaveOut, null);

/**
 * The same for what depends on the language alone: that everything has a name, and the page says its language. A state that
 * axe has read whole in one language needs no more in the other.
 */
export const axeNameFaults = (page: Page, leaveOut?: string): Promise<string[]> => read(page, leaveOut, NAMES);

/** axe's rules about names and languages. */
const NAMES = [
  ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-meter-name', 'aria-progressbar-name'],
  ...['aria-toggle-field-name', 'aria-tooltip-name', 'aria-treeitem-name', 'button-name', 'document-title'],
  ...['empty-heading', 'frame-title', 'html-has-lang', 'html-lang-valid', 'image-alt', 'input-button-name', 'label'],
  ...['link-name', 'select-name', 'summary-name', 'svg-img-alt', 'valid-lang'],
];

async function read(page: Page, leaveOut: string | undefined, rules: string[] | null): Promise<string[]> {
  // Read in the page itself: the usual way carries each frame's findings into a second page and takes twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules !== null) axe.withRules(rules);
  const { violations } = await (leaveOut === undefined ? axe : axe.exclude(leaveOut)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
