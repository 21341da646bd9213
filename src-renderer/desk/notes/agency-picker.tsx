import type { AgencyId } from '#core/model/agency.ts';
import type { Author } from '#core/model/note.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { optionOf } from '../meeting/agency-options.ts';

interface AgencyPickerProps {
  readonly author: Author;
  onPick(agencyId: AgencyId): void;
  /** By Escape. */
  onEscape(): void;
  /** By its button. */
  onCancel(): void;
}

/** Chooses the agency whose words a note contains. */
export function AgencyPicker({ author, onPick, onEscape, onCancel }: AgencyPickerProps) {
  const t = useT();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const term = useMeetingValue((meeting) => meeting.term);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field within, whose own handling it follows
    <div
      className="d-picker"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape();
      }}
    >
      <ComboBox
        label={t('author.which', { term })}
        hideLabel
        placeholder={t('author.which', { term })}
        autoFocus
        options={Object.values(agencies).map(optionOf)}
        value={author.kind === 'agency' ? author.agencyId : null}
        onChange={(agencyId) => {
          if (agencyId !== null) onPick(agencyId);
        }}
      />
      <Button variant="quiet" size="small" onPress={onCancel}>
        {t('kit:cancel')}
      </Button>
    </div>
  );
}
