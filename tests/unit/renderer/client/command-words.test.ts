import { expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND_TYPES, COMMANDS, type Command } from '#core/commands/apply.ts';
import { isKept, mayRepeat, typedIn, wordsOf } from '#renderer/client/command-words.ts';

const author = { kind: 'leader', role: 'bupati' } as const;
const draft = { itemId: 'i1', author, kind: 'note', visibility: 'auto', text: 'Percepat' } as const;
const note = { type: 'note.add', ...draft, concerns: null } as const;

it.each<[string, Command, string]>([
  ['a note', note, 'Percepat'],
  ['a draft', { type: 'draft.set', key: 'compose', draft }, 'Percepat'],
  ['a sheet', { type: 'sheet.edit', itemId: 'i1', fields: { vision: 'Sehat', problems: 'Jalan' } }, 'Sehat\nJalan'],
  ['a name', { type: 'attendance.add', name: 'Budi', office: 'Camat', agencyId: 'pupr' }, 'Budi\nCamat'],
  ['a call', { type: 'turn.call', itemId: 'i1' }, ''],
  ['an end', { type: 'turn.finish', callNext: true }, ''],
  ['an answer', { type: 'outage.answer', choice: 'continue' }, ''],
  ['a layout', { type: 'screen.layout', layout: 'full' }, ''],
  ['who may read a note', { type: 'note.edit', noteId: 'n1', fields: { visibility: 'shown' } }, ''],
])('%s: %j carries "%s"', (_name, command, words) => {
  expect(wordsOf(command)).toBe(words);
  expect(isKept(command)).toBe(words !== '');
});

/** A field of a command, with a value of it if it is one of few. */
interface Field {
  readonly path: readonly string[];
  readonly value: string;
  /** A text of any form and up to a length. What has a form is a time, a date or a key; an id has no length, or that of ids. */
  readonly isText: boolean;
}

const ID_MAX = 64;

/** Every field of a command that contains text or one of several texts. */
function fieldsOf(schema: z.core.$ZodType, path: readonly string[] = []): Field[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => fieldsOf(field, [...path, name]));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option, path));
  if (schema instanceof z.ZodIntersection)
    return [schema.def.left, schema.def.right].flatMap((of) => fieldsOf(of, path));
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, path);
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return fieldsOf(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodEnum)
    return schema.options.map((value) => ({ path, value: String(value), isText: false }));
  if (schema instanceof z.ZodLiteral) {
    return [...schema.values].flatMap((value) => (typeof value === 'string' ? [{ path, value, isText: false }] : []));
  }
  if (schema instanceof z.ZodString) {
    const { maxLength, format } = schema;
    const hasForm = format !== null || schema.def.checks?.some((check) => check instanceof z.ZodCustom) === true;
    return [{ path, value: 'x', isText: !hasForm && maxLength !== null && maxLength !== ID_MAX }];
  }
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodNull) return [];
  throw new Error(`${path.join('.')}: ${schema._zod.def.type}`);
}

/** Texts that nobody typed into this command. */
const NOT_BY_HAND: ReadonlySet<string> = new Set(['note.edit base']);

it.each(COMMAND_TYPES)('%s: its texts are words, its choices, times, dates and ids are none', (type) => {
  for (const { path, value, isText } of fieldsOf(COMMANDS[type].payload)) {
    const words = typedIn(path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value));
    const name = `${type} ${path.join('.')}`;
    expect([name, words]).toEqual([name, isText && !NOT_BY_HAND.has(name) ? [value] : []]);
  }
});

it('finds no words in choices of forms', () => {
  expect(typedIn({ whom: 'some', ids: ['pupr', 'bps'] })).toEqual([]);
});

it('keeps what discards words, and a form that was emptied', () => {
  expect(isKept({ type: 'draft.drop', key: 'compose' })).toBe(true);
  expect(isKept({ type: 'sheet.edit', itemId: 'i1', fields: { vision: '' } })).toBe(true);
});

it('repeats a note only where it has an id by which it is known again', () => {
  expect(mayRepeat(note)).toBe(false);
  expect(mayRepeat({ ...note, id: '0123456789abcdef' })).toBe(true);
  expect(mayRepeat({ type: 'screen.announce', text: 'Siap-siap' })).toBe(false);
});
