import { z } from 'zod';
import { LOCALES } from '../text/format.ts';

export const Locale = z.enum(LOCALES);
export const Theme = z.enum(['light', 'dark']);
export type Theme = z.infer<typeof Theme>;
