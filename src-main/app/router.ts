import { type Audience, ClientMessage, type Hello, MAY_SEND, type Reply } from '#core/protocol/messages.ts';
import { ONLOOKER_MAY_ASK, PROJECTOR_MAY_ASK, REQUESTS, type RequestType } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import { diskRefusal } from '../storage/disk-refusal.ts';
import type { Seat } from './seat.ts';

export interface Router {
  readonly hello: (audience: Audience, client: string) => Hello;
  readonly seat: Pick<Seat, 'mayWrite' | 'takeOver'>;
  readonly command: (message: unknown) => { seq: number };
  readonly requests: RequestHandlers;
  /** @throws Refused `quitting`: no request is started then */
  readonly admit: () => void;
  /** Called with every error that is not a refusal, for the log. */
  readonly report: (error: unknown) => void;
}

const isRequestType = (type: string): type is RequestType => Object.hasOwn(REQUESTS, type);

/** Whether this page may request this: the projector's few requests, or those of the desk that holds the seat. */
function checkSender(seat: Router['seat'], audience: Audience, type: RequestType, client: string): void {
  if (audience === 'projector') {
    if (!PROJECTOR_MAY_ASK.includes(type)) throw new Refused('notAllowed');
  } else if (type !== 'desk.takeOver' && !ONLOOKER_MAY_ASK.includes(type) && !seat.mayWrite(client)) {
    throw new Refused('otherDesk');
  }
}

async function request(
  { requests, seat }: Router,
  audience: Audience,
  type: string,
  payload: unknown,
  client: string,
): Promise<unknown> {
  if (!isRequestType(type)) throw new Refused(audience === 'projector' ? 'notAllowed' : 'badMessage');
  if (audience === 'projector') checkSender(seat, audience, type, client);
  const parsed = REQUESTS[type].safeParse(payload);
  if (!parsed.success) {
    const fields = parsed.error.issues.flatMap((issue) => issue.path.map(String));
    if (fields.includes('limits')) throw new Refused('limitsUnsound');
    throw new Refused(fields.includes('title') ? 'titleEmpty' : 'badMessage');
  }
  if (type === 'desk.takeOver') {
    seat.takeOver(client);
    return null;
  }
  checkSender(seat, audience, type, client);
  // The table ties each handler to its own schema; TypeScript cannot follow that through a lookup by key.
  const handler = requests[type] as (payload: unknown) => Promise<unknown>;
  return handler(parsed.data);
}

/**
 * Answers any message of a window: its form is checked, then whether this audience may send it, then whether its page
 * holds the seat. Never throws: an error becomes a refusal in the answer.
 */
export async function route(
  router: Router,
  audience: Audience,
  message: unknown,
  client: string,
): Promise<Hello | Reply<unknown>> {
  try {
    const parsed = ClientMessage.safeParse(message);
    if (!parsed.success) throw new Refused('badMessage');
    if (!MAY_SEND[audience].includes(parsed.data.kind)) throw new Refused('notAllowed');
    switch (parsed.data.kind) {
      case 'hello':
        return router.hello(audience, client);
      case 'command':
        if (!router.seat.mayWrite(client)) throw new Refused('otherDesk');
        return { ok: true, value: router.command(parsed.data.command) };
      case 'request':
        router.admit();
        return { ok: true, value: await request(router, audience, parsed.data.type, parsed.data.payload, client) };
      default:
        return parsed.data satisfies never;
    }
  } catch (error) {
    if (!(error instanceof Refused)) router.report(error);
    else if (error.cause !== undefined) router.report(error.cause);
    const refused = error instanceof Refused ? error : diskRefusal(error);
    if (refused !== null) return { ok: false, refusal: { code: refused.code, params: refused.params } };
    return { ok: false, refusal: { code: 'internal', params: {} } };
  }
}
