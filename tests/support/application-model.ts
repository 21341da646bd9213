import { isDeepStrictEqual } from 'node:util';
import { applyPatches } from 'immer';
import type { Command } from '#core/commands/apply.ts';
import type {
  AnswerOf,
  Audience,
  Hello,
  Push,
  Reply,
  RequestOf,
  RequestType,
  ViewOf,
} from '#core/protocol/messages.ts';
import type { DisplayInfo } from '#core/views/desk.ts';
import { createApplication } from '#main/app/application.ts';
import type { Application } from '#main/app/application-port.ts';
import type { Make } from '#main/exports/make.ts';
import type { Host, MessageHandler } from '#main/hosts/port.ts';
import type { ExportDisk } from '#main/storage/export-file.ts';
import type { FilePort } from '#main/storage/file-port.ts';
import { failure } from '../doubles/disk/simulated-disk.ts';
import type { MovedClock } from './room-at-work.ts';

export const DATA = '/data';

/** A window's page: holds its view as the real one does, and says what no real one could mend. */
export interface Page<A extends Audience = Audience> {
  readonly audience: A;
  view(): ViewOf[A];
  /** The page is loaded anew. */
  reload(): Promise<void>;
  take(push: Push): void;
}

/** The real application with windows that are values of the test, on whatever disk it is given. */
export interface ModelApplication {
  readonly application: Application;
  readonly desks: readonly [Page<'desk'>, Page<'desk'>];
  readonly projector: Page<'projector'>;
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
  /** A display is plugged in or pulled out. */
  plug(): void;
  /** What the pages should not have seen, in words. */
  readonly problems: string[];
  /** Each page's view against what the application would tell a new one. */
  compare(): Promise<void>;
}

export interface ModelOptions {
  readonly files: FilePort;
  readonly clock: MovedClock;
  isFull(): boolean;
  /** Called with the desk's view after every push, before anything else happens. */
  onDesk(view: ViewOf['desk']): void;
}

const DISPLAYS: readonly DisplayInfo[] = ['a', 'b'].map((id) => ({
  id,
  label: id,
  width: 800,
  height: 600,
  primary: id === 'a',
  internal: id === 'a',
}));

const BYTES = new Uint8Array([1]);
const make = (async () => BYTES) as unknown as Make;

export async function modelApplication({ files, clock, isFull, onDesk }: ModelOptions): Promise<ModelApplication> {
  const problems: string[] = [];
  const pages: Page[] = [];
  let displays = 1;
  let changed = (): void => undefined;
  let handler: MessageHandler = async () => undefined;

  function page<A extends Audience>(audience: A, look: (view: ViewOf[A]) => void): Page<A> {
    let early: Push[] | null = [];
    let view: ViewOf[A] | null = null;
    let rev = -1;
    const take = (push: Push): void => {
      if (early !== null) {
        early.push(push);
        return;
      }
      if (push.rev <= rev) return;
      if (push.rev !== rev + 1) problems.push(`${audience}: push ${push.rev} follows ${rev}`);
      rev = push.rev;
      view =
        push.kind === 'view' ? (push.view as ViewOf[A]) : (applyPatches(view as object, push.patches) as ViewOf[A]);
      look(view);
    };
    return {
      audience,
      view() {
        if (view === null) throw new Error('the page has no view yet');
        return view;
      },
      take,
      async reload() {
        early = [];
        const hello = (await handler(audience, { kind: 'hello' }, 'page')) as Hello<A>;
        const missed = early;
        early = null;
        view = hello.view;
        rev = hello.rev;
        look(view);
        for (const push of missed) take(push);
      },
    };
  }

  const host: Host = {
    kind: 'electron',
    serve: (given) => {
      handler = given;
    },
    push(audience, push) {
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
    dataFolder: DATA,
    documentsFolder: '/documents',
    clock,
    make,
    exportDisk,
    version: '0',
    report(error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // A meeting whose files must be put in order is opened on a full disk too: told, and shown as failing to save.
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
        const before = one.view();
        await one.reload();
        if (!isDeepStrictEqual(one.view(), before)) problems.push(`${one.audience}: its view is not what is told anew`);
      }
    },
  };
}
