import { describe, expect, it, vi } from 'vitest';
import { pageId } from '#renderer/client/page-id.ts';
import { waitBefore } from '#renderer/client/reconnecting.ts';
import { Disconnected, type PortWorld, webSocketPort } from '#renderer/client/web-socket-port.ts';
import { windowStorage } from '../../../support/window-storage.ts';

/** A socket whose other end is the test. */
class Line extends EventTarget {
  readonly sent: { id: number; message: { kind: string } }[] = [];
  constructor(readonly url: string) {
    super();
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  open(): void {
    this.dispatchEvent(new Event('open'));
  }
  say(message: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(message) }));
  }
  close(code = 1006): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code, wasClean: code !== 1006 }));
  }
}

function window(hash = '#token=geheim') {
  const lines: Line[] = [];
  const statuses: string[] = [];
  const gone = vi.fn();
  let now = 0;
  let waits: { ms: number; run: () => void }[] = [];
  let hope = (): void => undefined;
  const world: PortWorld = {
    location: { host: '127.0.0.1:5', hash, pathname: '/desk.html' },
    client: 'page-1',
    open: (url) => {
      const line = new Line(url);
      lines.push(line);
      return line as unknown as WebSocket;
    },
    now: () => now,
    random: () => 1,
    after: (ms, run) => {
      const wait = { ms, run };
      waits.push(wait);
      return () => {
        waits = waits.filter((one) => one !== wait);
      };
    },
    onHope: (run) => {
      hope = run;
    },
    gone,
  };
  const port = webSocketPort(world);
  port.onStatus?.((status) => statuses.push(status));
  const last = (): Line => lines.at(-1) ?? expect.unreachable('no socket');
  /** Lets the wait pass that is under way. @returns how long it was */
  const pass = (): number => {
    const wait = waits.shift() ?? expect.unreachable('nothing waits');
    now += wait.ms;
    wait.run();
    return wait.ms;
  };
  return { port, lines, last, statuses, gone, pass, hope: () => hope(), waits: () => waits.length };
}

describe('the socket of a page', () => {
  it('is opened with the token of the address, or without one by the cookie of a ticket', () => {
    expect(window().last().url).toBe('ws://127.0.0.1:5/socket?client=page-1&token=geheim');
    expect(window('').last().url).toBe('ws://127.0.0.1:5/socket?client=page-1&as=desk');
  });

  it('is restored when it broke: requests in progress are rejected, new ones wait', async () => {
    const { port, last, lines, statuses, pass, gone } = window();
    last().open();
    const underWay = port.hello();
    last().close();
    await expect(underWay).rejects.toBeInstanceOf(Disconnected);
    const meanwhile = port.hello();
    expect(statuses).toEqual(['reconnecting']);
    pass();
    expect(last().sent).toEqual([]);
    last().open();
    expect(statuses).toEqual(['reconnecting', 'connected']);
    expect(lines).toHaveLength(2);
    expect(last().url).toBe(lines[0]?.url);
    last().say({ id: last().sent[0]?.id, answer: 'the view' });
    await expect(meanwhile).resolves.toBe('the view');
    expect(gone).not.toHaveBeenCalled();
  });

  it('reports the new connection before it sends what waited, so that a fresh view comes first', () => {
    const { port, last, pass } = window();
    last().open();
    port.onStatus?.((status) => status === 'connected' && void port.hello());
    last().close();
    void port.send({ type: 'turn.start' });
    pass();
    last().open();
    expect(last().sent.map(({ message }) => message.kind)).toEqual(['hello', 'command']);
  });

  it('is tried quickly first and rarely later, and given up when it was refused for long', async () => {
    const { port, last, pass, gone, waits } = window();
    last().open();
    last().close();
    const meanwhile = port.hello();
    const all: number[] = [];
    while (waits() > 0) {
      all.push(pass());
      last().close();
    }
    expect(all.slice(0, 6)).toEqual([100, 200, 400, 800, 1600, 2000]);
    expect(gone).toHaveBeenCalledOnce();
    await expect(meanwhile).rejects.toBeInstanceOf(Disconnected);
    await expect(port.hello()).rejects.toBeInstanceOf(Disconnected);
  });

  it('is given up at once when the server says that it ends, and when it never was there', () => {
    const ended = window();
    ended.last().open();
    ended.last().close(1001);
    expect(ended.gone).toHaveBeenCalledOnce();
    const never = window();
    never.last().close();
    expect(never.gone).toHaveBeenCalledOnce();
    expect(ended.waits() + never.waits()).toBe(0);
  });

  it('is tried at once when there is hope, but not twice at a time', () => {
    const { last, lines, hope, waits } = window();
    last().open();
    hope();
    expect(lines).toHaveLength(1);
    last().close();
    hope();
    hope();
    expect(lines).toHaveLength(2);
    expect(waits()).toBe(0);
  });

  it('waits never quite the same', () => {
    expect(waitBefore(0, 0)).toBe(50);
    expect(waitBefore(0, 1)).toBe(100);
    expect(waitBefore(30, 0.5)).toBe(1500);
  });
});

describe('who a page is', () => {
  it('stays the same when it is loaded again, and is another in a copied tab and after a crash', () => {
    const storage = windowStorage();
    let leave = (): void => undefined;
    const id = pageId(storage, (run) => {
      leave = run;
    });
    // A copied tab copies the storage of a page that lives; a page that crashed has not left.
    expect(pageId(storage, () => undefined)).not.toBe(id);
    leave();
    expect(pageId(storage, () => undefined)).toBe(id);
    expect(pageId(storage, () => undefined)).not.toBe(id);
  });
});
