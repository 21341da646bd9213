import { useState } from 'react';
import type { Command } from '#core/commands/apply.ts';
import { ITEM_KINDS, type ItemKind } from '#core/model/agenda-item.ts';
import type { RefusalMessage } from '#core/protocol/messages.ts';
import type { Duration } from '#core/time/units.ts';
import { Button } from '../../kit/button.tsx';
import { ComboBox } from '../../kit/combo-box.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { DurationField } from '../../kit/duration-field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import { Select } from '../../kit/select.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { TimeField } from '../../kit/time-field.tsx';
import { useDispatch, useMeeting, useToast, useViewed } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { useFormGuard } from '../app/use-form-guard.tsx';
import { useFormState } from '../app/use-form-state.ts';
import { BreakPresets } from '../item/limit-presets.tsx';
import { useItemNames } from './item-name.ts';
import { shownItem } from './shown-item.ts';

type Source = 'listed' | 'fresh' | 'other';
type OtherKind = Exclude<ItemKind, 'agency'>;
const OTHER_KINDS = ITEM_KINDS.filter((kind): kind is OtherKind => kind !== 'agency');

/** Puts an item on the agenda: an agency that is known, a new one, or something else. */
export function AddItemDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const dispatch = useDispatch();
  const toast = useToast();
  const meeting = useMeeting();
  const { viewed } = useViewed();
  const here = shownItem(meeting, viewed);
  const onAgenda = new Set(Object.values(meeting.agenda.items).map(({ agencyId }) => agencyId));
  const known = Object.values(meeting.agencies).filter(({ id }) => !onAgenda.has(id));

  const [source, setSource] = useFormState<Source>(known.length > 0 ? 'listed' : 'fresh', 'source');
  const [place, setPlace] = useFormState<'end' | 'after'>('end', 'place');
  const [agencyId, setAgencyId] = useFormState<string | null>(null, 'agencyId');
  const [name, setName] = useFormState('', 'name');
  const [short, setShort] = useFormState('', 'short');
  const [head, setHead] = useFormState('', 'head');
  const [kind, setKind] = useFormState<OtherKind>('qa', 'kind');
  const [title, setTitle] = useFormState('', 'title');
  const [planned, setPlanned] = useFormState<Duration | null>(null, 'planned');
  const [fixedStart, setFixedStart] = useFormState<string | null>(null, 'fixedStart');
  const [refusal, setRefusal] = useState<RefusalMessage | null>(null);
  const isDirty = [name, short, head, title].some((text) => text !== '') || planned !== null || fixedStart !== null;
  const { close, done, question } = useFormGuard(isDirty, t('agenda.add'), onClose);

  const index = place === 'after' && here !== null ? meeting.agenda.order.indexOf(here.id) + 1 : null;
  const command = (): Command => {
    switch (source) {
      case 'listed':
        return { type: 'agenda.addAgency', agencyId, name: '', short: '', head: '', index };
      case 'fresh':
        return { type: 'agenda.addAgency', agencyId: null, name, short, head, index };
      case 'other':
        return { type: 'agenda.addOther', kind, title, planned, fixedStart, index };
    }
  };
  const ready = source === 'other' || (source === 'listed' ? agencyId !== null : name.trim() !== '');
  const add = async (): Promise<void> => {
    if (!ready) return;
    const reply = await dispatch(command());
    if (reply === null) return;
    if (!reply.ok) {
      setRefusal(reply.refusal);
      return;
    }
    done();
    const what = source === 'other' ? title.trim() || t(`domain:itemKind.${kind}`) : name.trim();
    const listed = agencyId === null ? undefined : meeting.agencies[agencyId];
    toast({ tone: 'success', text: t('toast.itemAdded', { name: source === 'listed' ? (listed?.name ?? '') : what }) });
  };

  return (
    <Dialog
      title={t('agenda.add')}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void add()}>
            {t('addItem.add')}
          </Button>
        </>
      }
    >
      <form
        className="k-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Segmented
          label={t('addItem.source')}
          value={source}
          onChange={(next) => {
            setSource(next);
            setRefusal(null);
          }}
          options={(['listed', 'fresh', 'other'] as const).map((id) => ({
            id,
            label: t(`addItem.${id}`, { term: meeting.term }),
          }))}
        />
        {source === 'listed' &&
          (known.length === 0 ? (
            <Notice tone="info">{t('addItem.allListed', { term: meeting.term })}</Notice>
          ) : (
            <ComboBox
              label={t('addItem.which', { term: meeting.term })}
              options={known.map(({ id, name: full, short: brief }) => ({
                id,
                label: full,
                ...(brief === '' ? {} : { detail: brief }),
              }))}
              value={agencyId}
              onChange={setAgencyId}
            />
          ))}
        {source === 'fresh' && (
          <>
            <TextField
              label={t('addItem.name', { term: meeting.term })}
              value={name}
              onChange={setName}
              autoFocus
              isRequired
            />
            <div className="k-columns">
              <TextField label={t('addItem.short')} value={short} onChange={setShort} />
              <TextField label={t('addItem.head')} value={head} onChange={setHead} />
            </div>
          </>
        )}
        {source === 'other' && (
          <>
            <Select<OtherKind>
              label={t('addItem.kind')}
              options={OTHER_KINDS.map((id) => ({ id, label: t(`domain:itemKind.${id}`) }))}
              value={kind}
              onChange={setKind}
            />
            <TextField
              label={t('addItem.title')}
              description={t('addItem.titleWhat')}
              value={title}
              onChange={setTitle}
            />
            {kind === 'break' && (
              <BreakPresets
                value={{ planned, fixedStart }}
                onChange={(next) => {
                  setPlanned(next.planned);
                  setFixedStart(next.fixedStart);
                }}
              />
            )}
            <div className="k-columns">
              <DurationField label={t('addItem.planned')} value={planned} onChange={setPlanned} />
              <TimeField label={t('addItem.fixedStart')} value={fixedStart} onChange={setFixedStart} />
            </div>
          </>
        )}
        {here !== null && (
          <Segmented<'end' | 'after'>
            label={t('addItem.place')}
            value={place}
            onChange={setPlace}
            options={[
              {
                id: 'end',
                label: t(source === 'other' ? 'addItem.end' : 'addItem.endAgencies', { term: meeting.term }),
              },
              { id: 'after', label: t('addItem.after', { name: names.brief(meeting, here) }) },
            ]}
          />
        )}
        {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
        <button type="submit" className="k-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      {question}
    </Dialog>
  );
}
