/** The user's text: its line breaks are kept, and several lines become a list. */
export function Text({ of }: { of: string }) {
  const lines = of
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= 1) return <span className="text">{of.trim()}</span>;
  return (
    <ul className="dashed">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
