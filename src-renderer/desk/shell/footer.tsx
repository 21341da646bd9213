import './footer.css';
import { formatDate, formatTime } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import { civilDateAt } from '#core/time/zone.ts';
import type { HistoryStep } from '#core/views/desk.ts';
import { Button } from '#renderer/kit/button.tsx';
import { OneOf } from '#renderer/kit/one-of.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useAsk, useDeskValue, useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useDelivery } from '../kernel/saving/use-delivery.ts';
import { UnsentButton } from '../kernel/unsent-button.tsx';
import { useNow } from '../kernel/use-now.ts';
import { briefName } from '../meeting/item-name.ts';
import { authorName } from '../meeting/note-words.ts';
import { useDeskTimetable } from '../meeting/passing-time.tsx';

/** The saved state: "saved" only for what is on the disk, never for what was sent without an answer. */
function Saved() {
  const t = useT();
  const failing = useDeskValue(({ saved }) => saved.failing !== null);
  const { stuck, unanswered, isSaving, connected } = useDelivery();
  const [state, text] = failing
    ? (['failing', t('saved.failing')] as const)
    : stuck > 0
      ? (['failing', t('unsent.stuck', { count: stuck })] as const)
      : unanswered > 0
        ? (['failing', t('unsent.unanswered', { count: unanswered })] as const)
        : !connected
          ? (['failing', t('saved.reconnecting')] as const)
          : isSaving
            ? (['saving', null] as const)
            : (['all', null] as const);
  return (
    <span className="d-saved-part">
      <span className={`d-saved d-saved-${state}`} role="status">
        <span className="d-dot" aria-hidden="true" />
        {text ?? <OneOf texts={{ saving: t('saved.saving'), all: t('saved.all') }} shown={state} />}
      </span>
      {stuck + unanswered > 0 && <UnsentButton />}
    </span>
  );
}

/** When the open meeting was last backed up: the time of day, with the date if it was not today. */
function LastBackup() {
  const t = useT();
  const locale = useLocale();
  const now = useNow();
  const zone = useMeetingValue((meeting) => meeting.zone);
  const last = useDeskValue((view) => view.lastBackup);
  if (last === null) return null;
  const time = formatTime(last.at, zone, locale);
  const date = civilDateAt(last.at, zone);
  return (
    <span className="d-backup">
      {date === civilDateAt(now, zone)
        ? t('lastBackup.today', { time })
        : t('lastBackup.earlier', { time, date: formatDate(date, locale) })}
    </span>
  );
}

/** "hapus catatan Sekda", "mulai giliran PUPR": what a step does, and whose note or which item it is about. */
function useStepWords(): (step: HistoryStep) => string {
  const t = useT();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const items = useMeetingValue((meeting) => meeting.agenda.items);
  return ({ type, author, itemId }) => {
    const item = itemId === null ? undefined : items[itemId];
    const about =
      author !== null
        ? authorName(t, { agencies }, author)
        : item === undefined
          ? ''
          : briefName(t, { agencies }, item);
    return `${t(`history.${type}`)} ${about}`.trim();
  };
}

function History() {
  const t = useT();
  const words = useStepWords();
  const ask = useAsk();
  const undo = useDeskValue((view) => view.undo);
  const redo = useDeskValue((view) => view.redo);
  const readOnly = useReadOnly();
  return (
    <span className="d-history">
      <Button
        size="small"
        variant="quiet"
        isDisabled={undo === null || readOnly}
        onPress={() => void ask('history.undo', {})}
      >
        {undo === null ? t('domain:undo') : t('undoWhat', { what: words(undo) })}
      </Button>
      <Button
        size="small"
        variant="quiet"
        isDisabled={redo === null || readOnly}
        onPress={() => void ask('history.redo', {})}
      >
        {redo === null ? t('domain:redo') : t('redoWhat', { what: words(redo) })}
      </Button>
    </span>
  );
}

function Finish() {
  const t = useT();
  const locale = useLocale();
  const { finish, delay } = useDeskTimetable();
  const zone = useMeetingValue((meeting) => meeting.zone);
  const status = useMeetingValue((meeting) => meeting.status);
  const minutes = delay === null ? 0 : Math.round(delay / MINUTE);
  return (
    <span className="d-finish">
      {t(status === 'finished' ? 'finish.at' : 'finish.estimated', { time: formatTime(finish, zone, locale) })}
      {minutes > 0 && <span className="d-late"> {t('finish.late', { count: minutes })}</span>}
      {minutes < 0 && ` ${t('finish.early', { count: -minutes })}`}
    </span>
  );
}

function Clock() {
  const now = useNow();
  const locale = useLocale();
  const zone = useMeetingValue((meeting) => meeting.zone);
  return (
    <span className="d-clock">
      {formatTime(now, zone, locale)} {zone}
    </span>
  );
}

/** What is saved, what can be undone, and the time. */
export function Footer() {
  return (
    <footer className="d-footer">
      <Saved />
      <LastBackup />
      <History />
      <span className="d-grow" />
      <Finish />
      <Clock />
    </footer>
  );
}
