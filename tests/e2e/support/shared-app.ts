import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { AppUnderTest } from './app-under-test.ts';
import type { HostName } from './hosts.ts';
import { launch } from './launch.ts';
import { sendRaw } from './raw.ts';

/** One application for all tests of a worker that need none of their own, put back to its start screen after each. */
export interface SharedApp {
  /** @returns the application with nothing open, and nothing counted that an earlier test has done */
  fresh(): Promise<AppUnderTest>;
  /** After a test: closes and forgets what it has done. On the browser host its page shows nothing until it is needed again. */
  rest(): Promise<void>;
  end(): Promise<void>;
}

type StoredSettings = Readonly<Record<string, unknown>>;

interface StartView {
  readonly view: { readonly meetings: readonly { readonly id: string }[]; readonly settings: StoredSettings };
}

/** The settings that a desk can change by `settings.edit`, and that are not as they were at first. */
const changed = (now: StoredSettings, first: StoredSettings): StoredSettings =>
  Object.fromEntries(
    Object.entries(first).filter(
      ([key, value]) =>
        !['schema', 'agenciesAreSample', 'emblem', 'displayChoices'].includes(key) &&
        JSON.stringify(now[key]) !== JSON.stringify(value),
    ),
  );

const viewOf = async ({ desk }: AppUnderTest): Promise<StartView['view']> =>
  ((await sendRaw(desk, { kind: 'hello' })) as StartView).view;

export function sharedApp(browser: Browser, host: HostName): SharedApp {
  let app: AppUnderTest | null = null;
  let firstSettings: StoredSettings = {};
  let address = '';

  /** Closes what is open, and deletes the meetings and the settings. */
  async function putBack(running: AppUnderTest): Promise<void> {
    const ask = (type: string, payload: object) =>
      sendRaw(running.desk, { kind: 'request', type, payload } as Parameters<typeof sendRaw>[1]);
    // On the browser host the projector is a page like any other; on Electron the window is main's.
    if (running.projectorOpen() && running.host === 'browser') await (await running.projector()).close();
    else await ask('projector.close', {});
    await ask('meeting.close', {});
    const { meetings, settings } = await viewOf(running);
    for (const { id } of meetings) await ask('meeting.discard', { meetingId: id });
    if (settings.emblem !== null) await ask('emblem.clear', {});
    const fields = changed(settings, firstSettings);
    if (Object.keys(fields).length > 0) await ask('settings.edit', { fields });
    for (const name of readdirSync(running.documentsFolder)) {
      rmSync(join(running.documentsFolder, name), { recursive: true, force: true });
    }
    await running.desk.evaluate(() => sessionStorage.clear());
    await running.desk.setViewportSize({ width: 1366, height: 768 });
  }

  return {
    async fresh() {
      if (app === null) {
        app = await launch(browser, { host });
        firstSettings = (await viewOf(app)).settings;
        address = app.desk.url();
      } else if (host === 'browser') {
        await Promise.all([app.desk.waitForEvent('websocket'), app.desk.goto(address)]);
      } else await app.desk.reload();
      return sinceNow(app);
    },
    async rest() {
      if (app === null) return;
      await putBack(app);
      // The clock of a page that is left open would go on, beside the tests that need no application.
      if (host === 'browser') await app.desk.goto('about:blank');
    },
    async end() {
      if (app === null) return;
      await app.kill();
      rmSync(dirname(app.dataFolder), { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The same application, telling only of what comes from now on. */
function sinceNow(app: AppUnderTest): AppUnderTest {
  const [desk, projector] = [app.messagesTo('desk').length, app.messagesTo('projector').length];
  const [foreign, complaints] = [app.externalRequests().length, app.complaints().length];
  return Object.create(app, {
    messagesTo: {
      value: (audience: 'desk' | 'projector') => app.messagesTo(audience).slice(audience === 'desk' ? desk : projector),
    },
    externalRequests: { value: () => app.externalRequests().slice(foreign) },
    complaints: { value: () => app.complaints().slice(complaints) },
  }) as AppUnderTest;
}
