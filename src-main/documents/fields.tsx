import type { Field } from './labels.ts';

/** Rows "name : content" with aligned colons. */
export function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <table className="fields">
      <tbody>
        {fields.map(({ name, lines, numbered }) => (
          <tr key={name}>
            <th scope="row" className="name">
              {name}
            </th>
            <td className="colon">:</td>
            <td>
              <Lines lines={lines} numbered={numbered} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Consecutive lines, or a numbered list of them. */
export function Lines({ lines, numbered }: Pick<Field, 'lines' | 'numbered'>) {
  // Static markup, printed once: a line's only identity is its index.
  const keyed = lines.map((line, index) => ({ line, key: `${index}` }));
  return numbered ? (
    <ol>
      {keyed.map(({ line, key }) => (
        <li key={key}>{line}</li>
      ))}
    </ol>
  ) : (
    keyed.map(({ line, key }) => <p key={key}>{line}</p>)
  );
}
