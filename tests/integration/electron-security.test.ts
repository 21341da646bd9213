import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sharedChromium } from '../support/print-page.ts';
import { WHOLE_MINUTES } from '../support/whole-minutes.ts';
import { bareBuild, changedBuild, type ElectronRun, forget, startElectron } from './electron-run.ts';

let dist: string;
let browser: Browser;
let run: ElectronRun;

beforeAll(async () => {
  dist = bareBuild();
  browser = await sharedChromium();
  run = await startElectron(browser, dist);
  await vi.waitFor(async () => expect((await run.inspect()).windows[0]?.visible).toBe(true), 10_000);
  await run.page('desk').evaluate(() => window.ekspose?.ask('sample.create', {}));
  await run.page('desk').evaluate(() => window.ekspose?.ask('projector.open', { displayId: null }));
});
afterAll(async () => {
  run.process.kill('SIGKILL');
  await run.ended;
  forget(run.data);
  forget(dist);
});

const desk = () => run.page('desk');
const projector = () => run.page('projector');
const statusOf = (path: string) => desk().evaluate(async (address) => (await fetch(address)).status, path);

describe('before ready', () => {
  test('the scheme is an origin of its own, with no more privileges than it needs', async () => {
    expect((await run.inspect()).privileges).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });

  test('Chromium’s own talk with the outside is switched off', async () => {
    expect((await run.inspect()).switches).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'host-resolver-rules=MAP * ~NOTFOUND',
      ]),
    );
  });
});

describe('every window', () => {
  test('is sandboxed, isolated, without Node, each audience with its own preload', async () => {
    const windows = (await run.inspect()).windows;
    expect(windows).toHaveLength(2);
    for (const { url, options } of windows) {
      const audience = url.includes('desk') ? 'desk' : 'projector';
      expect(options.webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        devTools: false,
        backgroundThrottling: audience === 'desk',
        preload: expect.stringContaining(`${audience}.cjs`),
      });
    }
    expect((await run.inspect()).menu).toBe(process.platform === 'darwin' ? 'set' : 'none');
  });

  test('has the four functions and nothing else of ours', async () => {
    for (const page of [desk(), projector()]) {
      const found = await page.evaluate(() => ({
        functions: Object.keys(window.ekspose ?? {}).sort(),
        node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', '__electronDouble'].filter(
          (name) => name in window,
        ),
      }));
      expect(found).toEqual({ functions: ['ask', 'hello', 'onPush', 'send'], node: [] });
    }
  });

  test('runs no inline script', async () => {
    expect(await desk().title()).toBe('desk');
  });

  test('is given no permission', async () => {
    expect((await run.inspect()).permissions).toEqual({ request: false, check: false, device: false });
  });
});

describe('the scheme', () => {
  test('serves the page with its policy and its type', async () => {
    const headers = await desk().evaluate(async () => Object.fromEntries((await fetch('/desk.html')).headers));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  test.each([
    '/../main/electron.cjs',
    '/..%2fmain/electron.cjs',
    '/%2e%2e/main/electron.cjs',
    '/..%5cmain%5celectron.cjs',
    '/desk.html%00.js',
    '/%E0%A4%A',
    '//etc/passwd',
    '/document/none',
    '/document/..%2fdesk.html',
    '/',
  ])('refuses %s', async (path) => {
    expect(await statusOf(path.startsWith('//') ? `/.${path}` : path)).toBe(404);
  });

  test('answers nothing but GET', async () => {
    expect(await desk().evaluate(async () => (await fetch('/desk.html', { method: 'POST' })).status)).toBe(403);
  });
});

describe('nothing leads out', () => {
  test('a page may not go elsewhere, open a window or load from outside', async () => {
    const before = desk().url();
    await desk().evaluate(async () => {
      window.open('https://example.com/opened');
      location.href = 'https://example.com/gone';
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/framed';
      document.body.append(frame);
      await fetch('https://example.com/fetched').catch(() => undefined);
      new Image().src = 'https://example.com/image.png';
    });
    // A page that was on its way elsewhere would have lost its functions by now.
    expect(await desk().evaluate(async () => (await window.ekspose?.hello())?.audience)).toBe('desk');
    expect(desk().url()).toBe(before);
    expect(run.foreign.filter((url) => url.startsWith('popup'))).toEqual([]);
  });

  test('main refuses a foreign request that a page’s policy would let through', async () => {
    const refused = await run.main.call('request', {
      id: run.id('desk'),
      url: 'https://example.com/',
      method: 'GET',
      resourceType: 'xhr',
      headers: {},
    });
    expect(refused).toBeNull();
    const id = run.id('desk');
    expect(await run.main.call('mayNavigate', { id, url: 'https://example.com/', isMainFrame: true })).toBe(false);
    expect(await run.main.call('mayNavigate', { id, url: 'app://ekspose/desk.html', isMainFrame: false })).toBe(false);
    expect(await run.main.call('mayNavigate', { id, url: 'app://ekspose/projector.html', isMainFrame: true })).toBe(
      false,
    );
    expect(await run.main.call('mayNavigate', { id, url: 'app://ekspose/desk.html', isMainFrame: true })).toBe(true);
    expect(await run.main.call('mayOpen', { id, url: 'https://example.com/' })).toBe(false);
  });

  test.each(['desk', 'projector'] as const)(
    'a file dropped on the %s neither replaces its page nor opens a window',
    async (audience) => {
      const id = run.id(audience);
      const ours = run.page(audience).url();
      for (const url of [
        'file:///C:/Users/rapat/surat.pdf',
        'file:///media/usb/cadangan.json',
        'blob:app://ekspose/0a1b',
        'data:text/html,dropped',
        `${ours}?dropped`,
      ]) {
        expect(await run.main.call('mayNavigate', { id, url, isMainFrame: true }), url).toBe(false);
        expect(await run.main.call('mayNavigate', { id, url, isMainFrame: false }), url).toBe(false);
        expect(await run.main.call('mayOpen', { id, url }), url).toBe(false);
      }
      // Chromium itself would open it in the window only on request.
      const { options } = (await run.inspect()).windows.find(({ url }) => url.includes(audience)) ?? {};
      expect(options?.webPreferences).toMatchObject({ navigateOnDragDrop: false });
    },
  );

  test('a document of ours may be framed, and runs nothing', async () => {
    const answer = await desk().evaluate((payload) => window.ekspose?.ask('document.preview', payload), WHOLE_MINUTES);
    if (answer?.ok !== true) throw new Error(JSON.stringify(answer));
    await desk().evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      frame.name = 'document';
      document.body.append(frame);
    }, answer.value.url);
    await vi.waitFor(() => expect(desk().frame('document')?.url()).toContain('/document/'));
    await desk().frame('document')?.waitForLoadState();
    expect(
      await desk()
        .frame('document')
        ?.evaluate(() => 'ekspose' in window),
    ).toBe(false);
  });
});

describe('messages', () => {
  test('an audience is its window’s: the projector may only listen', async () => {
    const answers = await projector().evaluate(
      async (payload) => [
        (await window.ekspose?.hello())?.audience,
        await window.ekspose?.send({ type: 'turn.start' }),
        await window.ekspose?.ask('meeting.close', {}),
        await window.ekspose?.ask('document.preview', payload),
      ],
      WHOLE_MINUTES,
    );
    const refused = { ok: false, refusal: { code: 'notAllowed', params: {} } };
    expect(answers).toEqual(['projector', refused, refused, refused]);
  });

  test('what is not known, or cannot be sent, is refused and changes nothing', async () => {
    const answers = await desk().evaluate(async () => [
      await window.ekspose?.send({ type: 'no.such' } as never),
      await window.ekspose?.ask('no.such' as never, {} as never),
      await window.ekspose?.ask('meeting.open', { meetingId: 7 } as never),
      await window.ekspose
        ?.send({ type: 'turn.start', hook: () => undefined } as never)
        .then(String, (error: Error) => error.name),
    ]);
    const refused = { ok: false, refusal: { code: 'badMessage', params: {} } };
    expect(answers.slice(0, 3)).toEqual([refused, refused, refused]);
    expect(answers[3]).toBe('DataCloneError');
  });

  test('one from another page, or from a frame, is not answered', async () => {
    const ask = (url: string, isMainFrame: boolean) =>
      run.main.call('invoke', {
        id: run.id('desk'),
        callId: -1,
        channel: 'ekspose:message',
        args: [{ kind: 'hello' }],
        url,
        isMainFrame,
      });
    const before = run.messages('desk').length;
    await ask('app://ekspose/desk.html', false);
    await ask('app://ekspose/projector.html', true);
    await ask('app://ekspose/desk.html.evil', true);
    await ask('https://example.com/desk.html', true);
    const answers = run.messages('desk').slice(before);
    expect(answers).toHaveLength(4);
    for (const answer of answers) expect(answer).toContain('a page that may send none');
    await ask('app://ekspose/desk.html#anything', true);
    expect(run.messages('desk').at(-1)).toMatchObject({ audience: 'desk' });
  });
});

describe('the double breaks where Electron would', () => {
  test('a preload that requires more than electron leaves the page without its functions', async () => {
    const broken = changedBuild(dist, 'preload/desk.cjs', "require('node:fs'); require('electron');");
    const other = await startElectron(browser, broken);
    await vi.waitFor(async () => expect((await other.inspect()).windows[0]?.visible).toBe(true), 10_000);
    expect(await other.page('desk').evaluate(() => window.ekspose === undefined)).toBe(true);
    other.process.kill('SIGKILL');
    await other.ended;
    forget(other.data);
    forget(broken);
  });

  test.each([
    [
      "require('electron').app.whenReady().then(() => require('electron').protocol.registerSchemesAsPrivileged([]))",
      'before app is ready',
    ],
    [
      "require('electron').app.whenReady().then(() => new (require('electron').BrowserWindow)({ webPreferences: { sandbox: false } }))",
      'webPreferences.sandbox must be true',
    ],
    ["new (require('electron').BrowserWindow)({})", 'before app is ready'],
    ["require('electron').app.commandLine.appendSwitch('ozone-platform', 'x11')", 'read before the main file runs'],
    ["require('electron').app.dock.hide()", 'has no app.dock'],
    ["require('electron').app.on('raedy', () => undefined)", "no event app 'raedy'"],
    ["require('electron').netLog", 'has no electron.netLog'],
  ])('%s', async (text, complaint) => {
    const broken = changedBuild(dist, 'main/electron.cjs', text);
    const other = await startElectron(browser, broken);
    expect(await other.ended).not.toBe(0);
    expect(other.output()).toContain(complaint);
    forget(other.data);
    forget(broken);
  });
});
