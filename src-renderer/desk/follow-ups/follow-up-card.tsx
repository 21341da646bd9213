import './follow-ups.css';
import { memo } from 'react';
import { shortName } from '#core/model/agency.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import { citedFrom } from '#core/model/meeting-notes.ts';
import { formatDate } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingParts, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { citeOf, isLate } from './cite.ts';
import { ExtensionMenu } from './extension-menu.tsx';
import { useFollowUpActions } from './follow-up-actions.ts';

export interface FollowUpCardProps {
  readonly followUp: FollowUpNow;
  readonly today: CivilDate;
  /** Its number, if the list is numbered. */
  readonly number?: number | undefined;
}

/** One follow-up: what, by whom, until when, and its status, which one click or arrow key changes. */
export const FollowUpCard = memo(function FollowUpCard({ followUp, today, number }: FollowUpCardProps) {
  const t = useT();
  const locale = useLocale();
  const actions = useFollowUpActions();
  const readOnly = useReadOnly();
  const late = isLate(followUp, today);
  // Its note says whose words they were; of all notes only that one matters.
  const meeting = useMeetingParts((open) => [open.agencies, citedFrom(open, followUp).author]);
  const cite = citeOf(t, meeting, followUp, locale);
  const pics = followUp.pics.flatMap((id) => meeting.agencies[id] ?? []).map(shortName);
  const details = [
    [t('followUps.plan'), followUp.plan],
    [t('fields:remark'), followUp.remark],
    [t('fields:evidence'), followUp.evidence],
  ].filter(([, text]) => text !== '');
  const { extension } = followUp;
  return (
    <li className={`d-follow-up d-follow-up-${followUp.status}`} data-follow-up-id={followUp.id} tabIndex={-1}>
      <div className="d-follow-up-head">
        <p className="d-follow-up-what">
          {number !== undefined && <span className="d-follow-up-number">{number}. </span>}
          {followUp.what}
        </p>
        {!readOnly && (
          <span className="d-follow-up-tools">
            {followUp.status !== 'done' && <ExtensionMenu followUp={followUp} today={today} />}
            <IconButton
              size="small"
              icon="edit"
              label={t('followUps.editNamed', { what: followUp.what.slice(0, 80) })}
              onPress={() => actions.edit(followUp.id)}
            />
          </span>
        )}
      </div>
      {details.map(([name, text]) => (
        <p key={name} className="d-follow-up-detail">
          <b>{name}:</b> {text}
        </p>
      ))}
      <div className="d-follow-up-foot">
        <p className="d-follow-up-facts">
          {late && <span className="k-tag k-tag-red">{t('followUps.late')}</span>}
          {followUp.private && <span className="k-tag">{t('domain:visibility.private')}</span>}
          {pics.length > 0 && <span className="d-follow-up-pics">{pics.join(', ')}</span>}
          {followUp.due !== null && <span>{t('followUps.dueOn', { date: formatDate(followUp.due, locale) })}</span>}
          {followUp.doneOn !== null && (
            <span>{t('followUps.doneOn', { date: formatDate(followUp.doneOn, locale) })}</span>
          )}
          {cite !== '' && <span>{cite}</span>}
          {extension !== null && (
            <span className={extension.answer === 'proposed' ? 'k-tag k-tag-amber' : undefined}>
              {t(`followUps.extension.${extension.answer}`, { date: formatDate(extension.due, locale) })}
            </span>
          )}
        </p>
        <Segmented
          className="d-follow-up-status"
          label={t('followUps.statusOf', { what: followUp.what.slice(0, 80) })}
          hideLabel
          options={FOLLOW_UP_STATUS.map((status) => ({ id: status, label: t(`followUps.status.${status}`) }))}
          value={followUp.status}
          isDisabled={readOnly}
          onChange={(status) => void actions.setStatus(followUp.id, status)}
        />
      </div>
    </li>
  );
});
