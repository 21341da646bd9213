import { parseSync } from 'vite';

/** A text that a user would see and that is not in `locales/`. */
export interface LooseString {
  readonly line: number;
  readonly text: string;
}

/** Attributes and properties that are shown or read out. */
const VISIBLE =
  /^(title|label|alt|placeholder|description|summary|caption|heading|message|hint|tooltip|errorMessage|aria-(label|description|roledescription|valuetext|placeholder))$/;
/** What is written alike in every language: the product, keys, file kinds, marks without letters. */
const SAME_WORD = /^(Ekspose|NIP|Rp|PDF|NOTULA|NOTULEN|Ctrl|Alt|Shift|Enter|Esc|Tab|Del|F\d{1,2}|ID|EN|[A-Z])$/;

/** A language is called by its own name in every language, so that whoever needs it finds it. */
const OWN_NAMES: ReadonlySet<string> = new Set(['Bahasa Indonesia', 'English']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

const wordsOf = (text: string): string[] => text.split(/[\s+·/()]+/).filter((word) => /\p{L}/u.test(word));
const isLoose = (text: string): boolean =>
  !OWN_NAMES.has(text.trim()) && wordsOf(text).some((word) => !SAME_WORD.test(word));

/** The texts that an expression may evaluate to, looking through `?:`, `??`, `&&` and template strings. */
function textsOf(node: Node): { at: number; text: string }[] {
  const inner = (...keys: string[]): { at: number; text: string }[] =>
    keys.flatMap((key) => {
      const child = node[key];
      return isNode(child) ? textsOf(child) : [];
    });
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ at: node.start, text: node.value }] : [];
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map((quasi) => ({
        at: quasi.start,
        text: (quasi.value as { cooked: string | null }).cooked ?? '',
      }));
    case 'ConditionalExpression':
      return inner('consequent', 'alternate');
    case 'LogicalExpression':
      return inner('left', 'right');
    case 'BinaryExpression':
      return node.operator === '+' ? inner('left', 'right') : [];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return inner('expression');
    default:
      return [];
  }
}

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  const { name, value } = node;
  if (typeof name === 'string') return name;
  return typeof value === 'string' ? value : '';
};

function visibleIn(node: Node): { at: number; text: string }[] {
  switch (node.type) {
    case 'JSXText':
      return [{ at: node.start, text: String(node.value) }];
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as Node[]).flatMap((child) =>
        child.type === 'JSXExpressionContainer' ? textsOf(child) : [],
      );
    case 'JSXAttribute':
      return VISIBLE.test(nameOf(node.name)) && isNode(node.value) ? textsOf(node.value) : [];
    case 'Property':
      return VISIBLE.test(nameOf(node.key)) && isNode(node.value) ? textsOf(node.value) : [];
    default:
      return [];
  }
}

function walk(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, look);
  }
}

/**
 * The user-visible literals of a source file: text between tags, and strings in attributes and properties that are
 * shown or read out.
 * @param path its name; the extension says which language it is in
 */
export function looseStrings(path: string, source: string): LooseString[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found = new Map<number, string>();
  walk(program as unknown as Node, (node) => {
    for (const { at, text } of visibleIn(node)) if (isLoose(text)) found.set(at, text.trim());
  });
  return [...found].map(([at, text]) => ({ line: source.slice(0, at).split('\n').length, text }));
}
