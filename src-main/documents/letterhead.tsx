import type { KopPreset } from '#core/model/export-options.ts';
import { type Letterhead, regentTitle } from '#core/model/kop.ts';

/** The user's own image, in a form that a page can embed. */
export interface EmblemImage {
  readonly dataUrl: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Height of the emblem on paper, and its maximum width, so that the words have enough space. */
const EMBLEM_MM = { height: 22, width: 26 };

function Emblem({ image }: { image: EmblemImage }) {
  const scale = Math.min(EMBLEM_MM.height / image.height, EMBLEM_MM.width / image.width);
  // Attributes, not a style: the page's policy allows only its own style sheet. 96 pixels are one inch of paper.
  const pixels = (length: number): number => Math.max(1, Math.round((length * scale * 96) / 25.4));
  return (
    <img className="emblem" src={image.dataUrl} alt="" width={pixels(image.width)} height={pixels(image.height)} />
  );
}

interface KopProps {
  readonly letterhead: Letterhead;
  readonly preset: KopPreset;
  readonly emblem: EmblemImage | null;
}

/**
 * The letterhead (docs/domain/papers.md#letterhead). Prints what is known, and nothing at all, not even the rule, if
 * nothing is.
 */
export function Kop({ letterhead, preset, emblem }: KopProps) {
  const { government, office } = letterhead;
  const lines = letterhead.lines.filter((line) => line.trim() !== '');
  const office1 = preset === 'office' ? office.trim() : '';
  const title = preset === 'regent' ? regentTitle(government) : government.trim();
  const known = government.trim() !== '' || office.trim() !== '' || lines.length > 0;
  if (!known && emblem === null && preset === 'office') return null;
  return (
    <header className={`kop ${preset}${emblem === null ? '' : ' with-emblem'}`}>
      {emblem !== null && <Emblem image={emblem} />}
      <div className="kop-words">
        {title !== '' && <p className={preset === 'regent' ? 'kop-office' : 'kop-government'}>{title}</p>}
        {office1 !== '' && <p className="kop-office">{office1}</p>}
        {lines.map((line) => (
          <p className="kop-line" key={line}>
            {line}
          </p>
        ))}
      </div>
    </header>
  );
}
