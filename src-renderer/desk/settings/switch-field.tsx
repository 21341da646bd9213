import { Checkbox } from '#renderer/kit/checkbox.tsx';

export interface SwitchFieldProps {
  readonly label: string;
  /** A description, below it. */
  readonly hint: string;
  readonly isOn: boolean;
  onChange(isOn: boolean): void;
}

/** A setting that is on or off, with a description. */
export function SwitchField({ label, hint, isOn, onChange }: SwitchFieldProps) {
  return (
    <>
      <Checkbox isSelected={isOn} onChange={onChange}>
        {label}
      </Checkbox>
      <p className="k-description">{hint}</p>
    </>
  );
}
