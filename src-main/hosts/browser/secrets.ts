import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A name that nobody can guess, of characters that an address may hold. */
export const secret = (): string => randomBytes(24).toString('base64url');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two secrets are one, whatever a stranger gives: what is compared has always the same length. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
