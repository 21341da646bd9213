import { memo } from 'react';
import { LONG_TEXT_MAX } from '#core/model/lengths.ts';
import type { Sheet } from '#core/model/sheet.ts';
import { NumberField } from '#renderer/kit/number-field.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';
import { tooLong } from './too-long.ts';

type Personnel = Sheet['personnel'];
const TEXTS = ['strengths', 'needs', 'problems', 'solutions'] as const;

/** The agency's personnel: number, strengths, needs, problems and solutions. */
export const PersonnelFields = memo(function PersonnelFields({
  personnel,
  edit,
}: {
  readonly personnel: Personnel;
  edit(fields: Partial<Sheet>): void;
}) {
  const t = useT();
  return (
    <div className="k-columns d-sheet-columns">
      <NumberField
        className="d-sheet-wide k-short"
        placeholder=" "
        label={t('sheet.people.count')}
        value={personnel.count}
        onChange={(count) => edit({ personnel: { ...personnel, count } })}
      />
      {TEXTS.map((key) => (
        <TextArea
          key={key}
          placeholder=" "
          label={t(`sheet.people.${key}`)}
          value={personnel[key]}
          onChange={(text) => edit({ personnel: { ...personnel, [key]: text } })}
          rows={1}
          error={tooLong(t, personnel[key], LONG_TEXT_MAX)}
        />
      ))}
    </div>
  );
});
