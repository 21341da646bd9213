import type { Page } from '@playwright/test';

/** The script of the settings, which is the last of all that are loaded in advance. */
export const SETTINGS = /settings-and-data[^/]*\.js$/;

/**
 * Resolves when the last of the parts that are loaded in advance is asked for, and so all others are here. Begun before
 * the desk is opened; looking at each frame instead would leave the window no idle moment.
 */
export const allPrepared = (desk: Page) =>
  desk.waitForRequest((request) => SETTINGS.test(request.url()), { timeout: 0 });
