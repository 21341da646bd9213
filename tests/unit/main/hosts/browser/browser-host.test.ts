import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppWindowOptions } from '#main/hosts/browser/app-window.ts';
import { browserHost } from '#main/hosts/browser/browser-host.ts';
import type { BrowserServer } from '#main/hosts/browser/server.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** The host with browsers that only run until the test ends them, and a server that counts desks. */
function rig() {
  let desks = 0;
  const told: string[] = [];
  const started: AppWindowOptions[] = [];
  const server = {
    urlOf: (audience: string) => `address of ${audience}`,
    ticketUrl: (audience: string) => `ticket of ${audience}`,
    connected: (audience: string) => (audience === 'desk' ? desks : 0),
  } as unknown as BrowserServer;
  const host = browserHost({
    server,
    browser: '/usr/bin/chromium',
    windows: true,
    profiles: '/data/browser',
    onDeskClosed: () => void told.push('closed'),
    onLeave: () => void told.push('leave'),
    onDeskElsewhere: () => void told.push('elsewhere'),
    report: (error) => expect.unreachable(String(error)),
    async open(options) {
      started.push(options);
      return { close: options.onEnded };
    },
  });
  return {
    host,
    told,
    started,
    desks(count: number) {
      desks = count;
      host.changed();
    },
  };
}

test('the desk is closed when its browser ends after a desk was there', async () => {
  const { host, told, started, desks } = rig();
  await host.openWindow('desk', null);
  desks(1);
  desks(0);
  started[0]?.onEnded();
  expect(told).toEqual(['closed']);
});

test('a connection that outlives its browser for a moment is no other desk', async () => {
  const { host, told, started, desks } = rig();
  await host.openWindow('desk', null);
  desks(1);
  started[0]?.onEnded();
  expect(told).toEqual([]);
  desks(0);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['closed']);
});

test('a browser that ends before a desk was there, or beside another desk, closes nothing', async () => {
  const first = rig();
  await first.host.openWindow('desk', null);
  first.started[0]?.onEnded();
  expect(first.told).toEqual(['elsewhere']);
  // The process that had taken it over connects, and the application is asked for its desk once more.
  first.desks(1);
  await first.host.openWindow('desk', null);
  expect(first.started).toHaveLength(2);

  const second = rig();
  await second.host.openWindow('desk', null);
  second.desks(2);
  second.started[0]?.onEnded();
  second.desks(1);
  vi.advanceTimersByTime(1000);
  expect(second.told).toEqual(['elsewhere']);
});

test('asked for its desk once more, it opens another one in the same profile, whose end closes nothing', async () => {
  const { host, told, started, desks } = rig();
  await host.openWindow('desk', null);
  desks(1);
  await host.openWindow('desk', null);
  expect(started.map(({ profile, url }) => [profile, url])).toEqual([
    ['/data/browser/desk', 'ticket of desk'],
    ['/data/browser/desk', 'ticket of desk'],
  ]);
  started[1]?.onEnded();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  desks(0);
  started[0]?.onEnded();
  expect(told).toEqual(['closed']);
  await host.openWindow('projector', null);
  await host.openWindow('projector', null);
  expect(started).toHaveLength(3);
});

test('whichever of the desk’s windows lives counts: the desk is closed when the last one ends', async () => {
  const { host, told, started, desks } = rig();
  await host.openWindow('desk', null);
  desks(1);
  await host.openWindow('desk', null);
  desks(2);
  // The first process was ending already, so that the second has the profile.
  started[0]?.onEnded();
  desks(1);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  desks(0);
  started[1]?.onEnded();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['closed']);
});

test('a desk is opened again only if none is open', async () => {
  const { host, started, desks } = rig();
  await host.openWindow('desk', null);
  desks(1);
  await host.reopenDesk();
  expect(started).toHaveLength(1);
  desks(0);
  started[0]?.onEnded();
  await host.reopenDesk();
  expect(started).toHaveLength(2);
});

test('windows that the application itself closes say nothing', async () => {
  const { host, told } = rig();
  await host.openWindow('desk', null);
  host.closeAll();
  expect(told).toEqual([]);
});
