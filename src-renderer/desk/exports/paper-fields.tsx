import { DOCUMENT_KINDS, FORMATS_OF } from '#core/minutes/documents.ts';
import { presentingAgencies } from '#core/model/meeting.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { useMeeting, useRuntime, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { PaperChoice } from '../kernel/ui-store.ts';
import { agencyOptions } from '../meeting/agency-options.ts';

interface PaperFieldsProps {
  readonly choice: PaperChoice;
  onChange(choice: PaperChoice): void;
}

/** Which document, of which agency, and in which format. */
export function PaperFields({ choice, onChange }: PaperFieldsProps) {
  const t = useT();
  const meeting = useMeeting();
  const { selectedId } = useSelectedItem();
  const { ui } = useRuntime();
  const { document, format, agencyId } = choice;
  const formats = FORMATS_OF[document];
  /** The selected one, else the first presenting agency. */
  const usualAgency = (): string | null =>
    shownItem(meeting, selectedId)?.agencyId ??
    presentingAgencies(meeting)[0] ??
    Object.keys(meeting.agencies)[0] ??
    null;
  const kinds = DOCUMENT_KINDS.filter((id) => id !== 'agencySheet' || usualAgency() !== null);
  return (
    <>
      <Select
        label={t('exports.document')}
        options={kinds.map((id) => ({ id, label: t(`exports.documents.${id}`) }))}
        value={document}
        onChange={(next) =>
          onChange({
            document: next,
            format: FORMATS_OF[next].find((one) => one === format) ?? FORMATS_OF[next][0] ?? 'pdf',
            agencyId: next === 'agencySheet' ? (ui.get().paper.agencyId ?? usualAgency()) : null,
          })
        }
      />
      {document === 'agencySheet' && (
        <ComboBox
          label={t('exports.whoseSheet', { term: meeting.term })}
          options={agencyOptions(meeting)}
          value={agencyId}
          onChange={(id) => id !== null && onChange({ ...choice, agencyId: id })}
        />
      )}
      {formats.length > 1 ? (
        <Segmented
          label={t('exports.format')}
          options={formats.map((id) => ({ id, label: t(`exports.formats.${id}`) }))}
          value={format}
          onChange={(next) => onChange({ ...choice, format: next })}
        />
      ) : (
        <p className="k-hint">{t('exports.onlyFormat', { format: t(`exports.formats.${format}`) })}</p>
      )}
    </>
  );
}
