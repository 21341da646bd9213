import { useEffect, useRef, useState } from 'react';
import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { OneStepForm } from '../kernel/forms/one-step-form.tsx';
import { useT } from '../kernel/i18n.ts';
import { fullOptionOf } from '../meeting/agency-options.ts';
import { useDirectoryActions } from './directory-actions.ts';
import { keptOf, togetherOf } from './directory-commands.ts';

interface MergeAgenciesDialogProps {
  readonly agency: DirectoryAgency;
  /** The other one, if it is clear already. */
  readonly otherId: string | null;
  readonly all: readonly DirectoryAgency[];
  /** @param merged whether the two are one now */
  onClose(merged: boolean): void;
}

/** Makes two agencies one: which, under whose name, and what comes together. */
export function MergeAgenciesDialog({ agency, otherId, all, onClose }: MergeAgenciesDialogProps) {
  const t = useT();
  const actions = useDirectoryActions();
  const [chosen, choose] = useState(otherId);
  const [keptId, keep] = useState<string | null>(null);
  const keptRadio = useRef<HTMLInputElement>(null);
  // With both known, what is left to choose is the name. (The box above would open its list over it.)
  useEffect(() => keptRadio.current?.focus(), []);
  const others = all.filter(({ id }) => id !== agency.id);
  const other = others.find(({ id }) => id === chosen) ?? null;
  const pair = other === null ? [] : [agency, other];
  const kept = pair.find(({ id }) => id === keptId) ?? (other === null ? null : keptOf(agency, other));
  const together = other === null ? null : togetherOf(agency, other);
  const merge = async (): Promise<void> => {
    const given = pair.find(({ id }) => id !== kept?.id);
    if (kept !== null && given !== undefined && (await actions.merge(kept, given))) onClose(true);
  };
  return (
    <OneStepForm
      title={t('agencyDirectory.mergeTitle', { name: agency.short || agency.name })}
      size="medium"
      close={() => onClose(false)}
      question={null}
      runLabel={t('agencyDirectory.merge')}
      isReady={other !== null}
      run={merge}
    >
      <ComboBox
        label={t('agencyDirectory.mergeWith')}
        options={others.map(fullOptionOf)}
        value={chosen}
        onChange={(id) => {
          choose(id);
          keep(null);
        }}
        autoFocus={otherId === null}
      />
      {together !== null && (
        <>
          <div>
            <fieldset className="k-fieldset d-directory-pair">
              <legend>{t('agencyDirectory.keepName')}</legend>
              {pair.map((one) => (
                <label key={one.id} className="d-directory-choice">
                  <input
                    ref={one.id === kept?.id ? keptRadio : undefined}
                    type="radio"
                    name="kept"
                    checked={one.id === kept?.id}
                    onChange={() => keep(one.id)}
                  />
                  <span className="k-grow">
                    <span className="d-directory-name">{one.name}</span>
                    <span className="k-hint">
                      {[
                        one.short,
                        t('agencyDirectory.meetings', { count: one.meetings.length }),
                        t('agencyDirectory.followUps', { count: one.followUps.length }),
                      ]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
          </div>
          <p>
            {t('agencyDirectory.together', {
              meetings: t('agencyDirectory.meetings', { count: together.meetings }),
              followUps: t('agencyDirectory.followUps', { count: together.followUps }),
            })}
          </p>
          {together.met > 0 && <Notice tone="warning">{t('agencyDirectory.haveMet', { count: together.met })}</Notice>}
        </>
      )}
    </OneStepForm>
  );
}
