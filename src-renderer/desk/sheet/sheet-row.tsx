import { memo, type ReactNode, useId } from 'react';
import { LONG_TEXT_MAX } from '#core/model/lengths.ts';
import type { Sheet } from '#core/model/sheet.ts';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';
import { tooLong } from './too-long.ts';

/** A part of the sheet with several fields: its name at the left (above in narrow windows). */
export function SheetRow({
  label,
  aside,
  children,
}: {
  label: string;
  aside?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="d-sheet-row" aria-labelledby={id}>
      <div className="d-sheet-label">
        <h3 id={id}>{label}</h3>
        {aside !== undefined && <p>{aside}</p>}
      </div>
      <div className="d-sheet-fields">{children}</div>
    </section>
  );
}

type SheetPart = 'vision' | 'programs' | 'problems' | 'solutions';

interface SheetTextProps {
  readonly part: SheetPart;
  readonly value: string;
  edit(fields: Partial<Sheet>): void;
}

/** A part of the sheet that is one text. Its frame appears only when used, so that a filled sheet reads like a page. */
export const SheetText = memo(function SheetText({ part, value, edit }: SheetTextProps) {
  const t = useT();
  return (
    <TextArea
      className="d-sheet-row d-sheet-text"
      label={t(`fields:sheet.${part}`)}
      value={value}
      onChange={(text) => edit({ [part]: text })}
      rows={1}
      placeholder={t('sheet.empty')}
      error={tooLong(t, value, LONG_TEXT_MAX)}
    />
  );
});
