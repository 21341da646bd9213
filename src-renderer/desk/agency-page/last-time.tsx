import './agency-page.css';
import type { AgencyPage } from '#core/archive/agency-page.ts';
import { itemOf } from '#core/model/meeting.ts';
import { budgetRatio } from '#core/model/sheet.ts';
import { inWords } from '#core/text/amount-words.ts';
import { formatDate, formatPercent, inUnit } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useDialog, useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { ArchiveProgress } from '../meeting/archive-progress.tsx';
import { useLastTurn } from '../meeting/use-last-turn.ts';
import { PastNote } from './past-note.tsx';

/** How many of the last notes the tab shows; the agency's page has them all. */
const LAST_NOTES = 5;

/** What was said and reported when the agency presented last. */
export function LastTime({ itemId }: { itemId: string }) {
  const t = useT();
  const { open } = useDialog();
  const agencyId = useMeetingValue((meeting) => itemOf(meeting, itemId)?.agencyId ?? null);
  const { state, retry, page, last } = useLastTurn(itemId);
  if (agencyId === null) return null;
  return (
    <section className="d-last" aria-labelledby="last-time-title">
      <div className="d-last-head">
        <h3 className="k-heading" id="last-time-title">
          {t('agencyPage.last.title')}
        </h3>
        <Button
          size="small"
          icon="agencyPage"
          keys={capOf('agencyPage')}
          onPress={() => open({ kind: 'agencyPage', agencyId })}
        >
          {t('agencyPage.open')}
        </Button>
      </div>
      {page === null && state.kind !== 'ready' ? (
        <ArchiveProgress state={state} retry={retry} />
      ) : last === null || page === null ? (
        <p className="k-hint">{t('agencyPage.last.none')}</p>
      ) : (
        <LastTurn page={page} last={last} />
      )}
    </section>
  );
}

function LastTurn({ page, last }: { page: AgencyPage; last: AgencyPage['turns'][number] }) {
  const t = useT();
  const locale = useLocale();
  const notes = page.notes.filter(({ meetingId }) => meetingId === last.meetingId).slice(0, LAST_NOTES);
  const budget = last.sheet?.budget;
  const ratio = budget === undefined ? null : budgetRatio(budget);
  const ceiling = inWords(budget?.ceiling ?? null, locale);
  const realised = inWords(budget?.realised ?? null, locale);
  const figures = [
    ceiling === null ? '' : t('sheet.figures.ceiling', { amount: ceiling }),
    realised === null ? '' : t('sheet.figures.realised', { amount: realised }),
    ratio === null ? '' : formatPercent(ratio, locale),
  ].filter((part) => part !== '');
  const targets = (last.sheet?.targets ?? []).filter(({ indicator }) => indicator.trim() !== '');
  return (
    <>
      <p className="k-hint">
        {[last.meetingTitle, formatDate(last.date, locale), last.presenter.name].filter(Boolean).join(' · ')}
      </p>
      {figures.length > 0 && <p className="d-last-figures">{figures.join(' · ')}</p>}
      {targets.length > 0 && (
        <ul className="d-last-targets">
          {targets.map(({ id, indicator, unit, target, achieved }) => (
            <li key={id}>
              <b>{indicator}</b>{' '}
              {t('sheet.figures.targetLine', {
                target: inUnit(target, unit) || '–',
                achieved: inUnit(achieved, unit) || '–',
              })}
            </li>
          ))}
        </ul>
      )}
      <ul className="d-past-notes">
        {notes.map((note) => (
          <PastNote key={note.id} note={note} />
        ))}
      </ul>
    </>
  );
}
