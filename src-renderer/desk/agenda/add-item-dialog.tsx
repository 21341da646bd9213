import './add-item.css';
import { useEffect, useRef } from 'react';
import { defaultIndex } from '#core/commands/agenda.ts';
import type { Command } from '#core/commands/apply.ts';
import { ITEM_KINDS, type ItemKind } from '#core/model/agenda-item.ts';
import { itemOf, orderedItems } from '#core/model/meeting.ts';
import type { Duration } from '#core/time/units.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { TimeField } from '#renderer/kit/time-field.tsx';
import { useGiven } from '#renderer/kit/use-given.ts';
import { useDispatch, useMeeting, useSelectedItem, useToast } from '../kernel/desk-context.tsx';
import { OneStepForm } from '../kernel/forms/one-step-form.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { fullOptionOf } from '../meeting/agency-options.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { BreakPresets } from '../meeting/limit-presets.tsx';

/** The value for the first position; no item has this id. */
const FIRST = '';

type Source = 'listed' | 'fresh' | 'other';
type OtherKind = Exclude<ItemKind, 'agency'>;
const OTHER_KINDS = ITEM_KINDS.filter((kind): kind is OtherKind => kind !== 'agency');

/** Adds an item to the agenda: a known agency, a new one, or another item. */
export function AddItemDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const dispatch = useDispatch();
  const toast = useToast();
  const meeting = useMeeting();
  const { selectedId } = useSelectedItem();
  const here = shownItem(meeting, selectedId);
  const onAgenda = new Set(Object.values(meeting.agenda.items).map(({ agencyId }) => agencyId));
  const known = Object.values(meeting.agencies).filter(({ id }) => !onAgenda.has(id));

  const [source, setSource] = useFormState<Source>(known.length > 0 ? 'listed' : 'fresh', 'source');
  /** After which item it goes; `null` until one is chosen: the default position. */
  const [after, setAfter] = useFormState<string | null>(null, 'after');
  // A field that takes the focus whenever it appears would catch the arrow keys meant for the choice above it.
  const isFirst = useRef(true);
  useEffect(() => {
    isFirst.current = false;
  }, []);
  const [agencyId, setAgencyId] = useFormState<string | null>(null, 'agencyId');
  const [name, setName] = useFormState('', 'name');
  const [short, setShort] = useFormState('', 'short');
  const [head, setHead] = useFormState('', 'head');
  const [kind, setKind] = useFormState<OtherKind>('qa', 'kind');
  const [title, setTitle] = useFormState('', 'title');
  const [planned, setPlanned] = useFormState<Duration | null>(null, 'planned');
  const [fixedStart, setFixedStart] = useFormState<string | null>(null, 'fixedStart');
  const [given, give] = useGiven();
  const isDirty = [name, short, head, title].some((text) => text !== '') || planned !== null || fixedStart !== null;
  const { close, question, save, refusal, clearRefusal } = useFormGuard(isDirty, t('agenda.add'), onClose);

  const { order } = meeting.agenda;
  const itemKind = source === 'other' ? kind : 'agency';
  const own = source === 'other' && here !== null ? order.indexOf(here.id) + 1 : defaultIndex(meeting, itemKind);
  const index = after === null || (after !== FIRST && !order.includes(after)) ? own : order.indexOf(after) + 1;
  const around = [itemOf(meeting, order[index - 1] ?? null), itemOf(meeting, order[index] ?? null)] as const;
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
    if (!(await save(() => dispatch(command())))) return;
    const listed = agencyId === null ? undefined : meeting.agencies[agencyId];
    const added = {
      listed: listed?.name ?? '',
      fresh: name.trim(),
      other: title.trim() || t(`domain:itemKind.${kind}`),
    }[source];
    const before = around[0] === null ? null : names.brief(meeting, around[0]);
    const text =
      before === null ? t('toast.itemAddedFirst', { name: added }) : t('toast.itemAdded', { name: added, before });
    toast({ tone: 'success', text });
  };

  return (
    <OneStepForm
      title={t('agenda.add')}
      close={close}
      question={question}
      runLabel={t('addItem.add')}
      isReady={ready}
      run={add}
    >
      <Segmented
        label={t('addItem.source')}
        value={source}
        onChange={(next) => {
          setSource(next);
          clearRefusal();
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
            options={known.map(fullOptionOf)}
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
            autoFocus={isFirst.current}
            isRequired
          />
          <div className="k-columns">
            <TextField label={t('fields:short')} value={short} onChange={setShort} />
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
          <TextField label={t('fields:title')} description={t('addItem.titleWhat')} value={title} onChange={setTitle} />
          {kind === 'break' && (
            <BreakPresets
              value={{ planned, fixedStart }}
              onChange={(next) => {
                give();
                setPlanned(next.planned);
                setFixedStart(next.fixedStart);
              }}
            />
          )}
          <div className="k-columns">
            <DurationField label={t('addItem.planned')} value={planned} given={given} onChange={setPlanned} />
            <TimeField label={t('addItem.fixedStart')} value={fixedStart} given={given} onChange={setFixedStart} />
          </div>
        </>
      )}
      {order.length > 0 && (
        <div className="d-add-place">
          <Select
            label={t('addItem.place')}
            options={[
              { id: FIRST, label: t('addItem.first') },
              ...orderedItems(meeting).map((item, place) => ({
                id: item.id,
                label: t('addItem.after', { name: `${place + 1}. ${names.brief(meeting, item)}` }),
              })),
            ]}
            value={order[index - 1] ?? FIRST}
            onChange={setAfter}
          />
          <ol className="d-add-around" start={Math.max(1, index)}>
            {around[0] !== null && <li>{names.brief(meeting, around[0])}</li>}
            <li className="d-add-new">{title.trim() || name.trim() || t('addItem.new')}</li>
            {around[1] !== null && <li>{names.brief(meeting, around[1])}</li>}
          </ol>
        </div>
      )}
      {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
    </OneStepForm>
  );
}
