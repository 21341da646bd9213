/** An invisible separator that nobody types; it marks what a sentence of the locale emphasises. */
export const EMPHASIS = '\u2063';

export const emphasised = (value: string | number): string => `${EMPHASIS}${value}${EMPHASIS}`;
