import { type ReactNode, useState } from 'react';

/** The emblem's address, and what to do when there is no image at it: the room never sees the sign of a broken one. */
export interface EmblemSource {
  /** `null` where there is none to show. */
  readonly src: string | null;
  onMissing(): void;
}

/** @param address where this window finds the user's emblem; `null` without one */
export function useEmblem(address: string | null): EmblemSource {
  const [missing, setMissing] = useState<string | null>(null);
  return { src: address === missing ? null : address, onMissing: () => setMissing(address) };
}

/** The user's emblem, as large as its place; a `crest` stands beside the words, else it stands above them. */
export function Emblem({ emblem, crest = false }: { emblem: EmblemSource; crest?: boolean }): ReactNode {
  if (emblem.src === null) return null;
  return <img className={crest ? 'emblem crest' : 'emblem'} src={emblem.src} alt="" onError={emblem.onMissing} />;
}
