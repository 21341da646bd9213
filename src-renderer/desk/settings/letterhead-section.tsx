import { linesOf, textOf } from '#core/model/kop.ts';
import { LETTERHEAD_LINES_MAX, SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import { TextArea, TextField } from '#renderer/kit/text-field.tsx';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { EmblemField } from './emblem-field.tsx';
import { KopPreviews } from './kop-preview.tsx';
import type { SectionProps } from './section-props.ts';

/** The letterhead, with a preview below. */
export function LetterheadSection({ form }: SectionProps) {
  const t = useT();
  const { letterhead } = form.value;
  const emblem = useDeskValue((view) => view.settings.emblem);
  const change = (fields: Partial<typeof letterhead>): void => form.edit({ letterhead: { ...letterhead, ...fields } });
  const tooLong = (text: string): string | null =>
    text.length > SHORT_TEXT_MAX ? t('kit:tooLong', { length: text.length, max: SHORT_TEXT_MAX }) : null;
  const badLines =
    letterhead.lines.length > LETTERHEAD_LINES_MAX
      ? t('settings.tooManyLines', { max: LETTERHEAD_LINES_MAX })
      : (letterhead.lines.map(tooLong).find((problem) => problem !== null) ?? null);
  const empty = letterhead.government === '' && letterhead.office === '' && letterhead.lines.length === 0;
  return (
    <div className="k-card k-form">
      <p className="k-hint">{t('settings.letterheadHint')}</p>
      <EmblemField />
      <TextField
        label={t('settings.government')}
        description={t('emblem.governmentHint')}
        placeholder={t('settings.governmentExample')}
        value={letterhead.government}
        onChange={(government) => change({ government })}
        error={tooLong(letterhead.government)}
      />
      <TextField
        label={t('settings.office')}
        description={t('emblem.officeHint')}
        placeholder={t('settings.officeExample')}
        value={letterhead.office}
        onChange={(office) => change({ office })}
        error={tooLong(letterhead.office)}
      />
      <TextArea
        label={t('settings.letterheadLines')}
        description={t('settings.letterheadLinesHint', { max: LETTERHEAD_LINES_MAX })}
        value={textOf(letterhead.lines)}
        onChange={(text) => change({ lines: linesOf(text) })}
        rows={2}
        error={badLines}
      />
      {(!empty || emblem !== null) && <KopPreviews letterhead={letterhead} emblem={emblem} />}
    </div>
  );
}
