import type { DocumentKind } from '#core/minutes/documents.ts';
import { ATTENDANCE_FORMS, type DocumentOptions, KOPS, PAPERS, PATTERNS, SIGNERS } from '#core/model/export-options.ts';
import { ROLES } from '#core/model/roles.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { useT } from '../kernel/i18n.ts';
import { PARTS_OF, type Part, SECTIONS } from './option-parts.ts';

interface OptionsProps {
  readonly document: DocumentKind;
  readonly options: DocumentOptions;
  onChange(options: DocumentOptions): void;
}

/** The layout and content of a document; only options that change something in this one. */
export function ExportOptions({ document, options, onChange }: OptionsProps) {
  const t = useT();
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
  if (parts.length === 0) return <p className="k-hint">{t('exports.noOptions')}</p>;
  return (
    <>
      {has('pattern') && (
        <Segmented
          label={t('exports.pattern')}
          description={t(`exports.patternHint.${options.pattern}`)}
          options={PATTERNS.map((id) => ({ id, label: t(`exports.patterns.${id}`) }))}
          value={options.pattern}
          onChange={(pattern) => change({ pattern })}
        />
      )}
      <Segmented
        label={t('exports.kop')}
        description={t(`exports.kopHint.${options.kop}`)}
        options={KOPS.map((id) => ({ id, label: t(`exports.kops.${id}`) }))}
        value={options.kop}
        onChange={(kop) => change({ kop })}
      />
      <Select
        label={t('exports.paper')}
        options={PAPERS.map((id) => ({ id, label: t(`exports.papers.${id}`) }))}
        value={options.paper}
        onChange={(paper) => change({ paper })}
      />
      {sections.length > 0 && (
        <fieldset className="d-minutes-set">
          <legend className="k-label">{t('exports.include')}</legend>
          {sections.map((id) => (
            <Checkbox key={id} isSelected={options.include[id]} onChange={(on) => include({ [id]: on })}>
              {t(`exports.sections.${id}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {has('attendance') && (
        <Select
          label={t('exports.documents.attendance')}
          options={forms.map((id) => ({ id, label: t(`exports.attendanceForms.${id}`) }))}
          value={form}
          onChange={(attendance) => include({ attendance })}
        />
      )}
      {has('signers') && (
        <fieldset className="d-minutes-set">
          <legend className="k-label">{t('exports.signers')}</legend>
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
                {t(`exports.signersOf.${id}`)}
              </Checkbox>
            );
          })}
          {options.signers.includes('acknowledged') && (
            <Select
              label={t('exports.acknowledgedBy')}
              options={ROLES.map((id) => ({ id, label: t(`domain:role.${id}`) }))}
              value={options.acknowledgedBy}
              onChange={(acknowledgedBy) => change({ acknowledgedBy })}
            />
          )}
        </fieldset>
      )}
      {has('catchword') && (
        <Checkbox isSelected={options.catchword} onChange={(catchword) => change({ catchword })}>
          {t('exports.catchword')}
        </Checkbox>
      )}
      <Checkbox isSelected={options.strict} onChange={(strict) => change({ strict })}>
        {t('exports.strict')}
      </Checkbox>
    </>
  );
}
