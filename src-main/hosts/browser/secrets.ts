import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An unguessable name made of characters that an address may contain. */
export const secret = (): string => randomBytes(24).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two secrets are equal, whatever a stranger sends: the compared values always have the same length. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
