import { useState } from 'react';
import type { Command } from '#core/commands/apply.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { ROLES } from '#core/model/roles.ts';
import { formatDate } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { DateField } from '#renderer/kit/date-field.tsx';
import { MultiSelect } from '#renderer/kit/multi-select.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useGiven } from '#renderer/kit/use-given.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeeting, useRuntime } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { agencyOptions } from '../meeting/agency-options.ts';
import { citeOf } from './cite.ts';
import { dueChoices, type FollowUpDraft, followUpTarget } from './follow-up-draft.ts';

export interface FollowUpDialogProps {
  /** The note from which it comes; both `null` without a note. */
  readonly noteId: string | null;
  readonly followUpId: string | null;
  readonly isOpen: boolean;
  onClose(): void;
}

/** Creates or changes a follow-up. Ctrl+Enter saves from any field. */
export function FollowUpDialog({ isOpen, ...props }: FollowUpDialogProps) {
  const meeting = useMeeting();
  return isOpen ? <FollowUpForm key={`${props.noteId}/${props.followUpId}`} meeting={meeting} {...props} /> : null;
}

function FollowUpForm(props: Omit<FollowUpDialogProps, 'isOpen'> & { meeting: Meeting }) {
  const { meeting, noteId, onClose } = props;
  const t = useT();
  const locale = useLocale();
  const runtime = useRuntime();
  const [{ followUp, draft: initial }] = useState(() => followUpTarget(meeting, noteId, props.followUpId));
  const [draft, setDraft] = useFormState(initial, 'followUp');
  const [tried, setTried] = useState(false);
  const [given, give] = useGiven();
  const change = (fields: Partial<FollowUpDraft>): void => setDraft((before) => ({ ...before, ...fields }));

  const commands = (): Command[] => {
    const { evidence, verifiedBy, ...ordered } = draft;
    const fields = { ...ordered, pics: [...draft.pics], what: draft.what.trim() };
    if (followUp === null) return [{ type: 'followUp.add', noteId, itemId: null, ...fields }];
    const verified = verifiedBy === null ? {} : { verifiedBy };
    return [{ type: 'followUp.edit', followUpId: followUp.id, fields: { ...fields, evidence, ...verified } }];
  };
  const remove = async (): Promise<boolean> => {
    if (followUp === null || !(await runtime.send({ type: 'followUp.delete', followUpId: followUp.id }))) return false;
    showUndoToast(runtime, 'followUp.delete', t('followUps.deleted'));
    return true;
  };
  const isPrivate = followUp?.private ?? (noteId !== null && findNote(meeting, noteId)?.visibility === 'private');
  const cite = followUp === null ? '' : citeOf(t, meeting, followUp, locale);
  return (
    <FormDialog
      title={followUp === null ? t('followUps.newTitle') : t('followUps.editTitle')}
      isDirty={JSON.stringify(draft) !== JSON.stringify(initial)}
      commands={commands}
      onTry={() => setTried(true)}
      onClose={onClose}
      saveLabel={t('kit:save')}
      more={(end) =>
        followUp !== null && (
          <Button variant="quiet" icon="trash" className="d-follow-up-delete" onPress={() => void end(remove)}>
            {t('followUps.delete')}
          </Button>
        )
      }
    >
      {cite !== '' && <p className="k-hint">{cite}</p>}
      {isPrivate && <Notice tone="info">{t('followUps.private')}</Notice>}
      <TextArea
        label={t('followUps.what')}
        value={draft.what}
        onChange={(what) => change({ what })}
        isRequired
        autoFocus={draft.what === ''}
        error={tried && draft.what.trim() === '' ? t('followUps.whatMissing') : null}
      />
      <MultiSelect
        label={t('fields:inCharge')}
        placeholder={t('followUps.addPic', { term: meeting.term })}
        options={agencyOptions(meeting)}
        value={draft.pics}
        onChange={(pics) => change({ pics: [...pics] })}
      />
      <div className="d-follow-up-due">
        <DateField
          label={t('followUps.due')}
          value={draft.due}
          given={given}
          onChange={(due) => change({ due })}
          autoFocus={draft.what !== ''}
        />
        <div className="k-row">
          {dueChoices(meeting).map(({ days, due }) => (
            <Button
              key={days}
              size="small"
              onPress={() => {
                give();
                change({ due });
              }}
            >
              {t('followUps.inDays', { days, date: formatDate(due, locale) })}
            </Button>
          ))}
        </div>
      </div>
      <Segmented
        label={t('fields:status')}
        options={FOLLOW_UP_STATUS.map((status) => ({ id: status, label: t(`domain:followUpStatus.${status}`) }))}
        value={draft.status}
        onChange={(status) => change({ status })}
      />
      <TextArea label={t('followUps.plan')} value={draft.plan} onChange={(plan) => change({ plan })} />
      <TextArea label={t('fields:remark')} value={draft.remark} onChange={(remark) => change({ remark })} rows={1} />
      {followUp !== null && (
        <>
          <TextArea
            label={t('fields:evidence')}
            value={draft.evidence}
            onChange={(evidence) => change({ evidence })}
            rows={1}
          />
          {draft.status === 'done' && (
            <Select
              label={t('followUps.verifiedBy')}
              placeholder={t('followUps.notVerified')}
              options={ROLES.map((role) => ({ id: role, label: t(`domain:roleShort.${role}`) }))}
              value={draft.verifiedBy}
              onChange={(verifiedBy) => change({ verifiedBy })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
