import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import { AGENCY_NAME_MAX, AGENCY_SHORT_MAX } from '#core/model/lengths.ts';
import { TextField } from '#renderer/kit/text-field.tsx';
import { formKey } from '../kernel/forms/kept-forms.ts';
import { OneStepForm } from '../kernel/forms/one-step-form.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { useDirectoryActions } from './directory-actions.ts';
import { takenBy } from './directory-commands.ts';

const SCREEN_PART = 'agencyDirectory';
const screenPart = (id: string): string => `${SCREEN_PART}/${id}`;

/** The agency whose name is half typed, if one is. */
export function halfEdited(runtime: DeskRuntime): string | null {
  const [key] = runtime.forms.keys(formKey(runtime, SCREEN_PART));
  return key?.split('/')[2] ?? null;
}

interface EditAgencyDialogProps {
  readonly agency: DirectoryAgency;
  readonly all: readonly DirectoryAgency[];
  onClose(): void;
}

/** Calls an agency otherwise, for all meetings to come. */
export function EditAgencyDialog({ agency, all, onClose }: EditAgencyDialogProps) {
  const t = useT();
  const actions = useDirectoryActions();
  const initial = { name: agency.name, short: agency.short };
  const [fields, setFields] = useFormState(initial, 'fields', screenPart(agency.id), { kind: 'agencyDirectory' });
  const name = fields.name.trim();
  const short = fields.short.trim();
  const isDirty = name !== agency.name || short !== agency.short;
  const title = t('agencyDirectory.editTitle');
  const { close, question, save } = useFormGuard(isDirty, title, onClose, screenPart(agency.id));
  const taken = takenBy(all, agency, name);
  const tooLong = (text: string, max: number): string | null =>
    text.length > max ? t('kit:tooLong', { length: text.length, max }) : null;
  const nameError =
    name === ''
      ? t('agencyDirectory.nameMissing')
      : taken === null
        ? tooLong(name, AGENCY_NAME_MAX)
        : t('agencyDirectory.taken', { name: taken.name });
  const shortError = tooLong(short, AGENCY_SHORT_MAX);
  return (
    <OneStepForm
      title={title}
      size="small"
      close={close}
      question={question}
      runLabel={t('kit:save')}
      isReady={isDirty && nameError === null && shortError === null}
      run={async () => {
        await save(() => actions.edit(agency, { name, short }));
      }}
    >
      <TextField
        label={t('fields:name')}
        description={t('agencyDirectory.nameHint')}
        value={fields.name}
        onChange={(text) => setFields({ ...fields, name: text })}
        error={nameError}
        autoFocus
      />
      <TextField
        label={t('fields:short')}
        value={fields.short}
        onChange={(text) => setFields({ ...fields, short: text })}
        error={shortError}
      />
    </OneStepForm>
  );
}
