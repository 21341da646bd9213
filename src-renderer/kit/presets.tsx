import './press-style.ts';
import { Pill } from './button.tsx';

export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  choose(): void;
}

/** Usual values beside a field: one click fills it in. */
export function Presets({ label, presets }: { label: string; presets: readonly Preset[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the fieldsets of these forms would draw a frame
    <div className="k-row" role="group" aria-label={label}>
      {presets.map(({ id, label: name, isChosen, choose }) => (
        <Pill key={id} isSelected={isChosen} onChange={choose}>
          {name}
        </Pill>
      ))}
    </div>
  );
}
