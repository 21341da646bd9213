import { ACTING } from '#core/text/office.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';
import type { ItemDraft } from './item-draft.ts';
import type { ItemProblems } from './item-problems.ts';

export interface ItemPartProps {
  readonly draft: ItemDraft;
  readonly problems: ItemProblems;
  onChange(fields: Partial<ItemDraft>): void;
}

/** The presenter: name, office (the head's by default), Plt./Plh./Pj., or representing the head. */
export function PresenterFields({ draft, problems, onChange }: ItemPartProps) {
  const t = useT();
  const { presenter, agency } = draft;
  return (
    <fieldset className="k-fieldset k-form">
      <legend>{t('fields:presenter')}</legend>
      <div className="k-columns">
        <TextField
          label={t('item.presenterName')}
          value={presenter.name}
          onChange={(name) => onChange({ presenter: { ...presenter, name } })}
          error={problems.presenter}
          autoFocus
        />
        <TextField
          label={t('fields:office')}
          placeholder={agency.head}
          value={presenter.office}
          onChange={(office) => onChange({ presenter: { ...presenter, office } })}
          error={problems.office}
        />
      </div>
      <div className="k-row">
        <Segmented
          label={t('item.acting')}
          options={ACTING.map((acting) => ({
            id: acting,
            label: acting === 'none' ? t('item.definitive') : t(`domain:acting.${acting}`),
          }))}
          value={presenter.acting}
          onChange={(acting) => onChange({ presenter: { ...presenter, acting } })}
        />
      </div>
      <Checkbox
        isSelected={presenter.representing}
        onChange={(representing) => onChange({ presenter: { ...presenter, representing } })}
      >
        {t('item.representing')}
      </Checkbox>
    </fieldset>
  );
}

/** The agency's name in this meeting. */
export function AgencyFields({ draft, problems, onChange }: ItemPartProps) {
  const t = useT();
  const { agency } = draft;
  return (
    <fieldset className="k-fieldset k-form">
      <legend>{t('item.agency')}</legend>
      <TextField
        label={t('item.agencyName')}
        value={agency.name}
        onChange={(name) => onChange({ agency: { ...agency, name } })}
        error={problems.name}
        isRequired
      />
      <div className="k-columns">
        <TextField
          label={t('fields:short')}
          value={agency.short}
          onChange={(short) => onChange({ agency: { ...agency, short } })}
          error={problems.short}
        />
        <TextField
          label={t('fields:head')}
          value={agency.head}
          onChange={(head) => onChange({ agency: { ...agency, head } })}
          error={problems.head}
        />
      </div>
    </fieldset>
  );
}
