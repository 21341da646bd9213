export interface OneOfProps<K extends string> {
  readonly texts: Readonly<Record<K, string>>;
  readonly shown: K;
}

/** Texts of which one is seen, in the place of the longest: another one lays out nothing. For what changes with each letter. */
export function OneOf<K extends string>({ texts, shown }: OneOfProps<K>) {
  const all = Object.entries<string>(texts);
  return (
    <span className="k-one-of">
      {all.map(([one, text]) => (
        <span key={one} data-shown={one === shown}>
          {text}
        </span>
      ))}
    </span>
  );
}
