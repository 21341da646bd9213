/** Keys that work only while a row of the agenda has the focus. */
export const AGENDA_KEYS = [
  { id: 'edit', cap: 'Enter' },
  { id: 'moveUp', cap: 'Alt ↑' },
  { id: 'moveDown', cap: 'Alt ↓' },
  { id: 'add', cap: 'Ins' },
  { id: 'remove', cap: 'Del' },
] as const;
export type AgendaKey = (typeof AGENDA_KEYS)[number]['id'];

/** Keys that work only while a note has the focus. */
export const NOTE_KEYS = [
  { id: 'edit', cap: 'Enter' },
  { id: 'remove', cap: 'Del' },
  { id: 'up', cap: '↑' },
  { id: 'down', cap: '↓' },
] as const;
export type NoteKey = (typeof NOTE_KEYS)[number]['id'];

/** Keys of every form and dialog; the components themselves bind them. */
export const FORM_KEYS = [
  { id: 'save', caps: ['Ctrl Enter'] },
  { id: 'close', caps: ['Esc'] },
  { id: 'next', caps: ['Tab', 'Shift Tab'] },
  { id: 'step', caps: ['↑', '↓'] },
  { id: 'undo', caps: ['Ctrl Z', 'Ctrl Y'] },
  { id: 'help', caps: ['F1'] },
] as const;

type Stroke = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const capName = ({ key, altKey, ctrlKey, metaKey, shiftKey }: Stroke): string => {
  const names: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Insert: 'Ins', Delete: 'Del' };
  if (ctrlKey || metaKey || shiftKey) return '';
  return `${altKey ? 'Alt ' : ''}${names[key] ?? key}`;
};

/** What a keystroke on a row of the agenda means, or `null`. */
export const agendaKeyOf = (stroke: Stroke): AgendaKey | null =>
  AGENDA_KEYS.find(({ cap }) => cap === capName(stroke))?.id ?? null;

/** What a keystroke on a note means, or `null`. */
export const noteKeyOf = (stroke: Stroke): NoteKey | null =>
  NOTE_KEYS.find(({ cap }) => cap === capName(stroke))?.id ?? null;
