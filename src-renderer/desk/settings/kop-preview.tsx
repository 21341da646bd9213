import { KOPS, type KopPreset } from '#core/model/export-options.ts';
import type { Emblem, Letterhead } from '#core/model/kop.ts';
import { regentTitle } from '#core/model/kop.ts';
import { useT } from '../kernel/i18n.ts';
import { emblemAddress } from './emblem-address.ts';

interface KopProps {
  readonly letterhead: Letterhead;
  readonly emblem: Emblem | null;
  readonly preset: KopPreset;
}

/** A letterhead approximately as it will be printed. */
function Kop({ letterhead, emblem, preset }: KopProps) {
  const { government, office, lines } = letterhead;
  return (
    <div className={`d-letterhead d-letterhead-${preset}`} aria-hidden="true">
      {emblem !== null && <img className="d-letterhead-emblem" src={emblemAddress(emblem.id)} alt="" />}
      <div className="d-letterhead-words">
        {preset === 'regent' ? (
          <p className="d-letterhead-name">{regentTitle(government)}</p>
        ) : (
          <>
            <p className="d-letterhead-government">{government}</p>
            <p className="d-letterhead-name">{office}</p>
          </>
        )}
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their index
          <p key={index}>{line}</p>
        ))}
      </div>
    </div>
  );
}

/** Both letterheads, with when each is used. */
export function KopPreviews({ letterhead, emblem }: Omit<KopProps, 'preset'>) {
  const t = useT();
  return (
    <div className="d-letterheads">
      {KOPS.map((preset) => (
        <figure key={preset} className="d-letterhead-figure">
          <figcaption>
            <span className="k-label">{t('emblem.kopOf', { kop: t(`exports.kops.${preset}`) })}</span>
            <span className="k-hint">{t(`exports.kopHint.${preset}`)}</span>
          </figcaption>
          <Kop letterhead={letterhead} emblem={emblem} preset={preset} />
        </figure>
      ))}
    </div>
  );
}
