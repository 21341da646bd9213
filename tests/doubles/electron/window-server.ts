import type { Browser, BrowserContext, Frame, Page, Route } from '@playwright/test';
import { fromPage, isPage, mapped, toPage } from './addresses.ts';
import type { Link, MainCalls, WindowCalls } from './link.ts';
import { type PageMail, pageMail } from './page-mail.ts';
import { type PageCall, type PageMessage, pageRuntime } from './page-runtime.ts';

const BINDING = '__electronDouble';

interface WindowPage {
  readonly id: number;
  readonly javascript: boolean;
  readonly preload: string | null;
  page: Page;
  mail: PageMail;
  size: { width: number; height: number };
  /** Set while the main process itself loads a page, in which case `will-navigate` is not emitted. */
  loading: boolean;
}

export interface WindowServerOptions {
  readonly browser: Browser;
  main(): Link<MainCalls>;
  /** Called with each new page, before anything is loaded in it. */
  onPage(page: Page): void;
  /** Called with every message for a page, as main sent it. */
  onMessage(pageUrl: string, message: unknown): void;
  /** Called with every address outside our own scheme that a page requested. */
  onForeign(url: string): void;
}

export interface WindowServer {
  readonly handlers: {
    [K in keyof WindowCalls]: (given: Parameters<WindowCalls[K]>[0]) => Promise<ReturnType<WindowCalls[K]>>;
  };
  /** The open pages by the name of their file: `desk.html` is `desk`. */
  pageNamed(name: string): { id: number; page: Page } | null;
  pages(): Page[];
  close(): Promise<void>;
}

/** The windows of one application under test, in their own contexts of a shared Chromium. */
export function windowServer({ browser, main, onPage, onMessage, onForeign }: WindowServerOptions): WindowServer {
  const windows = new Map<number, WindowPage>();
  const contexts = new Map<boolean, Promise<BrowserContext>>();
  const foreign = (url: string): void => {
    if (!isPage(url) && !/^(blob|data|about|chrome):/.test(url)) onForeign(url);
  };

  const ofPage = (page: Page): WindowPage | undefined => [...windows.values()].find((window) => window.page === page);

  async function answer(route: Route): Promise<void> {
    const request = route.request();
    const frame: Frame | null = request.serviceWorker() === null ? request.frame() : null;
    const window = frame === null ? undefined : ofPage(frame.page());
    if (window === undefined || frame === null) return route.abort('blockedbyclient');
    const url = fromPage(request.url());
    const { id } = window;
    const isMainFrame = frame.parentFrame() === null;
    if (request.isNavigationRequest() && !(window.loading && isMainFrame)) {
      if (!(await main().call('mayNavigate', { id, url, isMainFrame }))) return route.abort('aborted');
    }
    const response = await main().call('request', {
      id,
      url,
      method: request.method(),
      resourceType: request.resourceType(),
      headers: await request.allHeaders(),
    });
    if (response === null || !isPage(request.url())) return route.abort('blockedbyclient');
    await route.fulfill({ status: response.status, headers: response.headers, body: Buffer.from(response.body) });
  }

  async function heard(page: Page, frame: Frame, call: PageCall): Promise<PageMessage[]> {
    const window = ofPage(page);
    if (window === undefined) return [];
    switch (call.kind) {
      case 'start':
        window.mail.start(call.document);
        return [];
      case 'next':
        return window.mail.next(call.document);
      case 'invoke': {
        const { callId, channel } = call;
        const args = mapped(call.args, fromPage) as unknown[];
        const isMainFrame = frame.parentFrame() === null;
        await main().call('invoke', { id: window.id, callId, channel, args, url: fromPage(frame.url()), isMainFrame });
        return [];
      }
      default:
        return call satisfies never;
    }
  }

  function contextFor(javascript: boolean): Promise<BrowserContext> {
    const made = contexts.get(javascript);
    if (made !== undefined) return made;
    const making = (async () => {
      const context = await browser.newContext({
        javaScriptEnabled: javascript,
        serviceWorkers: 'block',
        locale: 'id-ID',
        ignoreHTTPSErrors: false,
      });
      await context.route('**/*', (route) => answer(route).catch(() => undefined));
      context.on('request', (request) => foreign(request.url()));
      if (javascript)
        await context.exposeBinding(BINDING, ({ page, frame }, call: PageCall) =>
          heard(page, frame, call).catch(() => []),
        );
      return context;
    })();
    contexts.set(javascript, making);
    return making;
  }

  async function newPage(window: Pick<WindowPage, 'id' | 'javascript' | 'preload' | 'size'>): Promise<Page> {
    const context = await contextFor(window.javascript);
    const page = await context.newPage();
    await page.setViewportSize(window.size);
    const { preload, id } = window;
    if (preload !== null) {
      const module = `function (require, module, exports) { const process = undefined, Buffer = undefined, global = undefined;\n${preload}\n}`;
      await page.addInitScript({ content: `(${pageRuntime.toString()})(${JSON.stringify(BINDING)}, ${module});` });
    }
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame() || !isPage(frame.url())) return;
      const url = fromPage(frame.url());
      page
        .title()
        .then(
          (title) => main().call('navigated', { id, url, title }),
          () => undefined,
        )
        .catch(() => undefined);
    });
    page.on('popup', (popup) => {
      main()
        .call('mayOpen', { id, url: popup.url() })
        .then(
          (may) => (may ? onForeign(`popup ${popup.url()}`) : undefined),
          () => undefined,
        );
      void popup.close();
    });
    page.on('crash', () =>
      main()
        .call('gone', { id, reason: 'crashed' })
        .catch(() => undefined),
    );
    onPage(page);
    return page;
  }

  const windowOf = (id: number): WindowPage => {
    const window = windows.get(id);
    if (window === undefined) throw new Error(`no window ${id}`);
    return window;
  };

  /** Pages are created one after the other, so that a window exists before anything is done to it. */
  let making: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = making.then(work);
    making = turn.catch(() => undefined);
    return turn;
  };

  async function load(window: WindowPage, url: string): Promise<void> {
    window.loading = true;
    try {
      await window.page.goto(toPage(url), { waitUntil: 'load' });
    } finally {
      window.loading = false;
    }
    await main().call('navigated', { id: window.id, url, title: await window.page.title() });
  }

  return {
    handlers: {
      create: ({ id, javascript, preload, width, height }) =>
        inTurn(async () => {
          const given = { id, javascript, preload, size: { width, height } };
          windows.set(id, { ...given, page: await newPage(given), mail: pageMail(), loading: false });
        }),
      load: async ({ id, url }) => load(await inTurn(async () => windowOf(id)), url),
      reload: async ({ id }) => {
        const window = windowOf(id);
        const url = fromPage(window.page.url());
        // A crashed page cannot be used again; the window gets a new one.
        const old = window.page;
        window.page = await newPage(window);
        window.mail = pageMail();
        await old.close();
        await load(window, url);
      },
      resize: async ({ id, width, height }) => {
        const window = await inTurn(async () => windowOf(id));
        window.size = { width, height };
        await window.page.setViewportSize(window.size);
      },
      close: async ({ id }) => {
        const window = await inTurn(async () => windows.get(id));
        windows.delete(id);
        await window?.page.close();
      },
      deliver: async ({ id, channel, args }) => {
        const window = windowOf(id);
        onMessage(fromPage(window.page.url()), args);
        window.mail.post({ kind: 'push', channel, args: mapped(args, toPage) as unknown[] });
      },
      reply: async ({ id, callId, ok, value }) => {
        const window = windowOf(id);
        onMessage(fromPage(window.page.url()), value);
        window.mail.post({ kind: 'reply', callId, ok, value: mapped(value, toPage) });
      },
      pdf: async ({ id, options }) => {
        const { preferCSSPageSize, printBackground, generateTaggedPDF, generateDocumentOutline } = options;
        return windowOf(id).page.pdf({
          preferCSSPageSize: preferCSSPageSize === true,
          printBackground: printBackground === true,
          tagged: generateTaggedPDF === true,
          outline: generateDocumentOutline === true,
        });
      },
    },
    pageNamed(name) {
      const found = [...windows.values()].find(({ page }) => new RegExp(`/${name}\\.html$`).test(page.url()));
      return found === undefined ? null : { id: found.id, page: found.page };
    },
    pages: () => [...windows.values()].map(({ page }) => page),
    async close() {
      const pages = [...windows.values()].map(({ page }) => page);
      windows.clear();
      const open = await Promise.all(contexts.values());
      // Without its pages: Playwright first takes a screenshot of those that a context still has, in case the test
      // fails later.
      await Promise.all(pages.map((page) => page.close()));
      await Promise.all(open.map((context) => context.close()));
      contexts.clear();
    },
  };
}
