import { type ReactNode, useState } from 'react';

/** The emblem's address, and what to do if its image is missing: the room never sees a broken image. */
export interface EmblemSource {
  /** `null` if there is none to show. */
  readonly src: string | null;
  onMissing(): void;
}

/** @param address where this window finds the user's emblem; `null` without one */
export function useEmblem(address: string | null): EmblemSource {
  const [missing, setMissing] = useState<string | null>(null);
  return { src: address === missing ? null : address, onMissing: () => setMissing(address) };
}

/** The user's emblem, as large as its place; a `crest` is beside the words, otherwise it is above them. */
export function Emblem({ emblem, crest = false }: { emblem: EmblemSource; crest?: boolean }): ReactNode {
  if (emblem.src === null) return null;
  return <img className={crest ? 'emblem crest' : 'emblem'} src={emblem.src} alt="" onError={emblem.onMissing} />;
}
