import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Collects what windows complain of and what they ask for. */
export interface WindowLog {
  watch(page: Page): void;
  readonly complaints: string[];
  readonly foreign: string[];
}

/** @param isOurs whether an address is of the application's own */
export function windowLog(isOurs: (url: string) => boolean): WindowLog {
  const complaints: string[] = [];
  const foreign: string[] = [];
  return {
    complaints,
    foreign,
    watch(page) {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      page.on('request', (request) => {
        if (!isOurs(request.url())) foreign.push(request.url());
      });
      page.on('websocket', (socket) => {
        if (!isOurs(socket.url())) foreign.push(socket.url());
      });
    },
  };
}

/** The lines of a file that may not be there yet. */
export const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
