/** Most lines below the office's name (src-core/model/settings.ts). */
export const LINES_MAX = 4;

export const textOf = (lines: readonly string[]): string => lines.join('\n');

/** The lines of a text box; an empty box has none, while an empty line being typed stays. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
