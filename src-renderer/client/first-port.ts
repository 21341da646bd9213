import type { EksposePort } from '#core/protocol/messages.ts';
import { connectPort } from './port.ts';

/** The window's connection, begun before the rest of its script is evaluated: it is there when that asks. */
export const firstPort: EksposePort = connectPort();
