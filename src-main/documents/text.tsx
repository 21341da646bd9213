import { typedLines } from './typed-lines.ts';

/** The user's text: its line breaks are kept, and several lines become a list. */
export function Text({ of }: { of: string }) {
  const lines = typedLines(of);
  if (lines.length <= 1) return <span className="text">{of.trim()}</span>;
  return (
    <ul className="dashed">
      {lines.map(({ text, isNumbered }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
        <li key={index} className={isNumbered ? 'numbered' : undefined}>
          {text}
        </li>
      ))}
    </ul>
  );
}
