import type { DocumentKind } from '#core/minutes/documents.ts';
import { ATTENDANCE_FORMS, type DocumentOptions, KOPS, PAPERS, PATTERNS, SIGNERS } from '#core/model/export-options.ts';
import { ROLES } from '#core/model/roles.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { PARTS_OF, type Part, SECTIONS } from './option-parts.ts';

interface OptionsProps {
  readonly document: DocumentKind;
  readonly options: DocumentOptions;
  onChange(options: DocumentOptions): void;
}

/** The layout and content of a document; only options that change something in this one. */
export function ExportOptions({ document, options, onChange }: OptionsProps) {
  const t = useWords();
  const parts = PARTS_OF[document];
  const has = (part: Part): boolean => parts.includes(part);
  const change = (fields: Partial<DocumentOptions>): void => onChange({ ...options, ...fields });
  const include = (fields: Partial<DocumentOptions['include']>): void =>
    change({ include: { ...options.include, ...fields } });
  const sections = SECTIONS.filter(has);
  const forms = document === 'attendance' ? ATTENDANCE_FORMS.filter((form) => form !== 'none') : ATTENDANCE_FORMS;
  // A separate list is never empty; "none" is for the attachment of the minutes.
  const form =
    document === 'attendance' && options.include.attendance === 'none' ? 'blank' : options.include.attendance;
  if (parts.length === 0) return <p className="k-hint">{t('minutes.noOptions')}</p>;
  return (
    <>
      {has('pattern') && (
        <Segmented
          label={t('minutes.pattern')}
          description={t(`minutes.patternHint.${options.pattern}`)}
          options={PATTERNS.map((id) => ({ id, label: t(`minutes.patterns.${id}`) }))}
          value={options.pattern}
          onChange={(pattern) => change({ pattern })}
        />
      )}
      <Segmented
        label={t('minutes.kop')}
        description={t(`minutes.kopHint.${options.kop}`)}
        options={KOPS.map((id) => ({ id, label: t(`minutes.kops.${id}`) }))}
        value={options.kop}
        onChange={(kop) => change({ kop })}
      />
      <Select
        label={t('minutes.paper')}
        options={PAPERS.map((id) => ({ id, label: t(`minutes.papers.${id}`) }))}
        value={options.paper}
        onChange={(paper) => change({ paper })}
      />
      {sections.length > 0 && (
        <fieldset className="minutes-set">
          <legend className="k-label">{t('minutes.include')}</legend>
          {sections.map((id) => (
            <Checkbox key={id} isSelected={options.include[id]} onChange={(on) => include({ [id]: on })}>
              {t(`minutes.sections.${id}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {has('attendance') && (
        <Select
          label={t('minutes.documents.attendance')}
          options={forms.map((id) => ({ id, label: t(`minutes.attendanceForms.${id}`) }))}
          value={form}
          onChange={(attendance) => include({ attendance })}
        />
      )}
      {has('signers') && (
        <fieldset className="minutes-set">
          <legend className="k-label">{t('minutes.signers')}</legend>
          {SIGNERS.map((id) => {
            const on = options.signers.includes(id);
            return (
              <Checkbox
                key={id}
                isSelected={on}
                // At least one signer: the last one cannot be removed.
                isDisabled={on && options.signers.length === 1}
                onChange={(wanted) =>
                  change({ signers: SIGNERS.filter((one) => (one === id ? wanted : options.signers.includes(one))) })
                }
              >
                {t(`minutes.signersOf.${id}`)}
              </Checkbox>
            );
          })}
          {options.signers.includes('acknowledged') && (
            <Select
              label={t('minutes.acknowledgedBy')}
              options={ROLES.map((id) => ({ id, label: t(`domain:role.${id}`) }))}
              value={options.acknowledgedBy}
              onChange={(acknowledgedBy) => change({ acknowledgedBy })}
            />
          )}
        </fieldset>
      )}
      {has('catchword') && (
        <Checkbox isSelected={options.catchword} onChange={(catchword) => change({ catchword })}>
          {t('minutes.catchword')}
        </Checkbox>
      )}
      <Checkbox isSelected={options.strict} onChange={(strict) => change({ strict })}>
        {t('minutes.strict')}
      </Checkbox>
    </>
  );
}
