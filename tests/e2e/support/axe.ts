import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The desk's small picture of the room: hidden from readers, and read by the projector's own tests. */
export const ROOM_PICTURE = '.d-room';

/**
 * What axe finds wrong with a page, a line for each rule.
 * @param leaveOut selector of what is not read
 */
export async function axeFaults(page: Page, leaveOut?: string): Promise<string[]> {
  // Read in the page itself: the usual way carries each frame's findings into a second page and takes twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (leaveOut === undefined ? axe : axe.exclude(leaveOut)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
