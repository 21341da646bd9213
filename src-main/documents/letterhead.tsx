import type { Letterhead } from '#core/model/settings.ts';

/** The kop: as much of it as is known, and nothing at all, not even its rule, when nothing is. */
export function Kop({ letterhead }: { letterhead: Letterhead }) {
  const { government, office } = letterhead;
  const lines = letterhead.lines.filter((line) => line.trim() !== '');
  if (government.trim() === '' && office.trim() === '' && lines.length === 0) return null;
  return (
    <header className="kop">
      {government.trim() !== '' && <p className="kop-government">{government}</p>}
      {office.trim() !== '' && <p className="kop-office">{office}</p>}
      {lines.map((line) => (
        <p className="kop-line" key={line}>
          {line}
        </p>
      ))}
    </header>
  );
}
