import type { Page } from '@playwright/test';

/** With which screen a page that is loaded again begins: the only entry that holds no words. */
const FIRST_SCREEN = 'ekspose.inMeeting';

/** The names of what a window stores of typed words that are not on the disk. */
export const storedWords = (desk: Page): Promise<string[]> =>
  desk.evaluate((other) => Object.keys(sessionStorage).filter((key) => key !== other), FIRST_SCREEN);
