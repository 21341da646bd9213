import { type RefObject, useRef, useState } from 'react';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { Button, Pill } from '#renderer/kit/button.tsx';
import { RestingComboBox } from '#renderer/kit/combo-box.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useRowAt } from '#renderer/kit/use-row-at.ts';
import { useMeetingParts, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { agencyOptions } from '../meeting/agency-options.ts';
import { countByStatus, listedFollowUps, type StatusFilter } from './filter.ts';
import { FollowUpCard } from './follow-up-card.tsx';
import { useToday } from './use-today.ts';

const FILTERS: readonly StatusFilter[] = ['all', 'open', 'inProgress', 'done', 'late'];

/** All follow-ups of the meeting and those carried from earlier ones, with a filter. */
export function FollowUpsPanel() {
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, stayNear);
  return (
    <div className="d-follow-ups" ref={place} tabIndex={-1}>
      <FollowUps place={place} />
    </div>
  );
}

function FollowUps({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const t = useT();
  const readOnly = useReadOnly();
  const meeting = useMeetingParts((now) => [now.followUps, now.entries, now.agencies, now.term, now.agenda.order]);
  const today = useToday();
  const { ui } = useRuntime();
  const [status, setStatus] = useState<StatusFilter>('all');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const at = useRowAt(place, 'followUpId');
  const all = followUpsNow(meeting);
  const counts = countByStatus(
    all.filter(({ pics }) => agencyId === null || pics.includes(agencyId)),
    today,
  );
  const listed = listedFollowUps(all, { status, agencyId }, today, at);
  const involved = new Set(all.flatMap(({ pics }) => pics));
  const add = (): void =>
    ui.update((state) => ({ ...state, dialog: { kind: 'followUp', noteId: null, followUpId: null } }));
  const addButton = (
    <Button icon="add" size="small" isDisabled={readOnly} onPress={add}>
      {t('followUps.add')}
    </Button>
  );
  if (all.length === 0) {
    return (
      <EmptyState title={t('followUps.none')} action={addButton}>
        {readOnly ? null : t('followUps.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="k-form">
      <div className="d-follow-ups-tools">
        <fieldset className="k-fieldset k-row">
          <legend className="k-hidden">{t('followUps.filter')}</legend>
          {FILTERS.map((filter) => (
            <Pill key={filter} isSelected={status === filter} onChange={() => setStatus(filter)}>
              {t(`followUps.status.${filter}`)} {counts[filter]}
            </Pill>
          ))}
        </fieldset>
        <RestingComboBox
          className="d-follow-ups-agency"
          label={t('followUps.agency')}
          hideLabel
          placeholder={t('followUps.allAgencies', { term: meeting.term })}
          options={agencyOptions(meeting).filter(({ id }) => involved.has(id))}
          value={agencyId}
          onChange={setAgencyId}
        />
        {addButton}
      </div>
      {listed.length === 0 ? (
        <EmptyState title={t('followUps.noMatch')} />
      ) : (
        <ul className="d-follow-up-list">
          {listed.map((followUp) => (
            <FollowUpCard key={followUp.id} followUp={followUp} today={today} number={all.indexOf(followUp) + 1} />
          ))}
        </ul>
      )}
    </div>
  );
}
