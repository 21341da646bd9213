import { isDeepStrictEqual } from 'node:util';
import { applyPatches } from 'immer';
import type { Command } from '#core/commands/apply.ts';
import type { Audience, ConnectionStatus, EksposePort, Hello, Push, Reply, ViewOf } from '#core/protocol/messages.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import type { DisplayInfo } from '#core/views/desk.ts';
import { createApplication } from '#main/app/application.ts';
import type { Application } from '#main/app/application-port.ts';
import type { Renderer } from '#main/exports/rendering.ts';
import type { Host, MessageHandler } from '#main/hosts/port.ts';
import type { ReceivedFile } from '#main/moving/received-file.ts';
import { slidesFiles } from '#main/slides/slides-files.ts';
import type { ExportDisk } from '#main/storage/export-file.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { openViewStore, type ViewStore } from '#renderer/client/view-store.ts';
import { failure } from '../doubles/disk/simulated-disk.ts';
import type { MovedClock } from './projector-at-work.ts';

export const DATA = '/data';

/** A window's page: stores its view as the real one does. */
export interface Page<A extends Audience = Audience> {
  readonly audience: A;
  /** What the page has of the application. */
  store(): ViewStore<ViewOf[A]>;
  view(): ViewOf[A];
  /** What main sends to a new page. */
  hello(): Promise<Hello<A>>;
  /** The page is reloaded. */
  reload(): Promise<void>;
  take(push: Push): void;
  /** The next messages to this page are lost. */
  lose(count: number): void;
  /** Nothing arrives until the connection is restored; the page is informed of both. */
  breakLine(): void;
  mendLine(): void;
}

/** The real application with windows that are values of the test, on any disk. */
export interface ModelApplication {
  readonly application: Application;
  readonly desks: readonly [Page<'desk'>, Page<'desk'>];
  readonly projector: Page<'projector'>;
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
  /** A display is connected or disconnected. */
  plug(): void;
  /** What the pages should not have seen, in words. */
  readonly problems: string[];
  /** Compares each page's view with what the application would send to a new one. */
  compare(): Promise<void>;
}

export interface ModelOptions {
  readonly files: FilePort;
  readonly clock: MovedClock;
  /** Where its data is, if not in `DATA`: for two computers on one disk. */
  readonly dataFolder?: string;
  isFull(): boolean;
  /** Called with the desk's view after every push, before anything else happens. */
  onDesk(view: ViewOf['desk']): void;
  /** Given where the desk may end the application, as on the browser host. */
  leave?(): void;
  /** Where exports are written, and archives received; they are discarded otherwise. */
  readonly moving?: { readonly exportDisk: ExportDisk; readonly received: ReceivedFile };
}

const DISPLAYS: readonly DisplayInfo[] = ['a', 'b'].map((id) => ({
  id,
  label: id,
  width: 800,
  height: 600,
  primary: id === 'a',
  internal: id === 'a',
}));

/** Nothing of a model touches the machine's own disk. */
const DISCARDED: ReceivedFile = {
  begin: async () => undefined,
  append: async () => undefined,
  open: async () => null,
  remove: async () => undefined,
};

const BYTES = new Uint8Array([1]);
const render = (async () => BYTES) as unknown as Renderer;

export async function modelApplication({
  files,
  clock,
  dataFolder = DATA,
  isFull,
  onDesk,
  leave,
  moving,
}: ModelOptions): Promise<ModelApplication> {
  const problems: string[] = [];
  const pages: Page[] = [];
  let displays = 1;
  let changed = (): void => undefined;
  let handler: MessageHandler = async () => undefined;
  const revisions: Record<Audience, number> = { desk: 0, projector: 0 };

  /** A window: the page's own store of its view, behind a channel that may lose messages or break. */
  function page<A extends Audience>(audience: A, look: (view: ViewOf[A]) => void): Page<A> {
    let store: ViewStore<ViewOf[A]> | null = null;
    let listener: (push: Push) => void = () => undefined;
    let onStatus: (status: ConnectionStatus) => void = () => undefined;
    let losing = 0;
    let broken = false;
    const hello = () => handler(audience, { kind: 'hello' }, 'page') as Promise<Hello<A>>;
    const opened = (): ViewStore<ViewOf[A]> => {
      if (store === null) throw new Error('the page has no view yet');
      return store;
    };
    return {
      audience,
      store: opened,
      view: () => opened().current(),
      hello,
      take(push) {
        if (broken) return;
        if (losing > 0) losing -= 1;
        else listener(push);
      },
      lose(count) {
        losing = count;
      },
      breakLine() {
        broken = true;
        onStatus('reconnecting');
      },
      mendLine() {
        if (!broken) return;
        broken = false;
        onStatus('connected');
      },
      async reload() {
        const port: EksposePort = {
          hello,
          send: () => Promise.reject(new Error('the test sends by itself')),
          ask: () => Promise.reject(new Error('the test asks by itself')),
          onPush(take) {
            listener = take;
            return () => undefined;
          },
          onStatus(told) {
            onStatus = told;
            return () => undefined;
          },
        };
        broken = false;
        const fresh = await openViewStore<A>(
          port,
          (view, patches) => applyPatches(view as object, patches) as ViewOf[A],
        );
        store = fresh;
        fresh.subscribe(() => look(fresh.current()));
        look(fresh.current());
      },
    };
  }

  const host: Host = {
    kind: 'electron',
    serve: (given) => {
      handler = given;
    },
    push(audience, push) {
      if (push.rev !== revisions[audience] + 1)
        problems.push(`${audience}: push ${push.rev} follows ${revisions[audience]}`);
      revisions[audience] = push.rev;
      for (const other of pages) if (other.audience === audience) other.take(push);
    },
    openWindow: async () => ({ url: null }),
    closeWindow: () => undefined,
    isOpen: () => true,
    displays: () => DISPLAYS.slice(0, displays),
    placing: () => null,
    keepDisplayChoices: () => undefined,
    onChange(listener) {
      changed = listener;
    },
    printPdf: async () => BYTES,
    showDocument: () => 'about:blank',
    askSavePath: async (path) => ({ path, overwriteAsked: true }),
    showFile: async () => undefined,
    keepAwake: () => undefined,
    ...(leave === undefined ? {} : { leave }),
  };
  const exportDisk: ExportDisk = {
    async writeSynced(path) {
      await Promise.resolve();
      if (isFull()) throw failure('ENOSPC', path);
    },
    rename: async () => undefined,
    remove: async () => undefined,
    makeFolder: async () => undefined,
  };

  const application = createApplication({
    host,
    files,
    slides: slidesFiles(files, dataFolder),
    dataFolder,
    documentsFolder: '/documents',
    clock,
    render,
    exportDisk: moving?.exportDisk ?? exportDisk,
    received: moving?.received ?? DISCARDED,
    version: '0',
    report(error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // A meeting whose files must be repaired is opened even on a full disk: reported, and shown as failing to save.
      if (!['ENOSPC', 'diskFull', 'ENOENT'].includes(code)) problems.push(`reported: ${error}`);
    },
  });
  await application.start();
  const observer = page('desk', onDesk);
  const desks = [page('desk', () => undefined), page('desk', () => undefined)] as const;
  const projector = page('projector', () => undefined);
  pages.push(observer, ...desks, projector);
  for (const one of pages) await one.reload();

  return {
    application,
    desks,
    projector,
    problems,
    send: (command) => handler('desk', { kind: 'command', command }, 'page') as Promise<Reply<{ seq: number }>>,
    ask: <T extends RequestType>(type: T, payload: RequestOf<T>) =>
      handler('desk', { kind: 'request', type, payload }, 'page') as Promise<Reply<AnswerOf[T]>>,
    plug() {
      displays = 3 - displays;
      changed();
    },
    async compare() {
      for (const one of pages) {
        const { view } = await one.hello();
        if (!isDeepStrictEqual(one.view(), view)) problems.push(`${one.audience}: its view is not what is told anew`);
      }
    },
  };
}
