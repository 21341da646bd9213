import { describe, expect, it, vi } from 'vitest';
import type { Hello } from '#core/protocol/messages.ts';
import { REQUESTS } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Router, route } from '#main/app/router.ts';
import type { RequestHandlers } from '#main/requests/handlers.ts';

/** A router in which the page `holder` has the seat, and that counts what reaches the application. */
function routerWith(options: Partial<Router> = {}) {
  const asked = vi.fn(async () => null);
  const command = vi.fn(() => ({ seq: 7 }));
  const takeOver = vi.fn();
  const report = vi.fn();
  const requests = Object.fromEntries(Object.keys(REQUESTS).map((type) => [type, asked])) as unknown as RequestHandlers;
  const router: Router = {
    hello: () => ({}) as Hello,
    seat: { mayWrite: (client) => client === 'holder', takeOver },
    command,
    requests,
    admit: () => undefined,
    report,
    ...options,
  };
  return { router, asked, command, takeOver, report };
}
const COMMAND = { kind: 'command', command: { type: 'turn.start' } };
const refusal = (code: string) => ({ ok: false, refusal: { code, params: {} } });
const request = (type: string, payload: unknown = {}) => ({ kind: 'request', type, payload });

describe('what a window may send', () => {
  it('is no command for the projector, though a page of its own held the seat', async () => {
    const { router, command } = routerWith();
    expect(await route(router, 'projector', COMMAND, 'holder')).toEqual(refusal('notAllowed'));
    expect(command).not.toHaveBeenCalled();
    expect(await route(router, 'desk', COMMAND, 'holder')).toEqual({ ok: true, value: { seq: 7 } });
  });

  it('is for the projector one request, and no other exists for it', async () => {
    const { router, asked } = routerWith();
    for (const type of Object.keys(REQUESTS).filter((one) => one !== 'slides.turn'))
      expect(await route(router, 'projector', request(type), 'holder'), type).toEqual(refusal('notAllowed'));
    expect(await route(router, 'projector', request('nonsense'), 'p')).toEqual(refusal('notAllowed'));
    expect(asked).not.toHaveBeenCalled();
    await route(router, 'projector', request('slides.turn', { to: 'next' }), 'p');
  });

  it('is nothing that changes something for a desk without the seat, which may take it', async () => {
    const { router, asked, command, takeOver } = routerWith();
    expect(await route(router, 'desk', COMMAND, 'other')).toEqual(refusal('otherDesk'));
    expect(await route(router, 'desk', request('meeting.close'), 'other')).toEqual(refusal('otherDesk'));
    expect([command, asked].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    expect(await route(router, 'desk', request('archive.list'), 'other')).toEqual({ ok: true, value: null });
    expect(await route(router, 'desk', request('desk.takeOver'), 'other')).toEqual({ ok: true, value: null });
    expect(takeOver).toHaveBeenCalledWith('other');
  });

  it('is answered also if it is no message at all', async () => {
    const { router } = routerWith();
    for (const message of [null, 7, '', [], {}, { kind: 'shout' }, request('nonsense')])
      expect(await route(router, 'desk', message, 'holder')).toEqual(refusal('badMessage'));
  });
});

describe('an error', () => {
  it('becomes a refusal, and is reported unless it is one', async () => {
    const fault = new Error('a fault');
    const throws = (error: unknown) => () => {
      throw error;
    };
    const broken = routerWith({ command: throws(fault) });
    expect(await route(broken.router, 'desk', COMMAND, 'holder')).toEqual(refusal('internal'));
    expect(broken.report).toHaveBeenCalledWith(fault);
    const refusing = routerWith({ command: throws(new Refused('turnRunning')) });
    expect(await route(refusing.router, 'desk', COMMAND, 'holder')).toEqual(refusal('turnRunning'));
    expect(refusing.report).not.toHaveBeenCalled();
  });
});
