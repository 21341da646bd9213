import type { ReactNode } from 'react';
import { formatLongDate } from '#core/text/format.ts';
import { instantOf } from '#core/time/zone.ts';
import { momentText, nameText, type Paper, sessionText } from './words.ts';

/** A row "name : content" of the head of the paper. */
function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="name">
        {name}
      </th>
      <td className="colon">:</td>
      <td>{children}</td>
    </tr>
  );
}

function timeText(paper: Paper): string {
  const { openedAt, finishedAt, date, plannedStart, zone } = paper.minutes;
  if (openedAt !== null) return sessionText({ from: openedAt, to: finishedAt }, paper);
  return momentText(instantOf(date, plannedStart, zone), paper);
}

/** What stands under the title: which meeting, when, where, about what (domain.md §5, 3). */
export function Head({ paper }: { paper: Paper }) {
  const { minutes, t } = paper;
  return (
    <table className="fields">
      <tbody>
        <Field name={t('field.meeting')}>
          {minutes.title}
          {minutes.theme !== '' && (
            <>
              <br />
              {minutes.theme}
            </>
          )}
        </Field>
        <Field name={t('field.date')}>{formatLongDate(minutes.date, minutes.locale)}</Field>
        <Field name={t('field.invitation')}>{minutes.invitation || '–'}</Field>
        <Field name={t('field.time')}>{timeText(paper)}</Field>
        {minutes.place !== '' && <Field name={t('field.place')}>{minutes.place}</Field>}
        <Field name={t('field.programme')}>
          <ol>
            {minutes.programme.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: static markup, printed once
              <li key={index}>
                {line.turns > 0 ? t('programmeTurns', { count: line.turns, term: minutes.term }) : nameText(line, t)}
              </li>
            ))}
          </ol>
        </Field>
      </tbody>
    </table>
  );
}

/** Ketua, sekretaris, pencatat (domain.md §5, 4). */
export function Leadership({ paper: { minutes, t } }: { paper: Paper }) {
  const { chair, secretary, minuteTaker, minuteTakerOffice } = minutes;
  const office = chair.office || t(`domain:role.${chair.role}`);
  const together = (...parts: string[]) => parts.filter((part) => part !== '').join(', ') || '–';
  return (
    <table className="fields">
      <tbody>
        <Field name={t('field.chair')}>{together(chair.name, office)}</Field>
        <Field name={t('field.secretary')}>{together(secretary)}</Field>
        <Field name={t('field.minuteTaker')}>{together(minuteTaker, minuteTakerOffice)}</Field>
      </tbody>
    </table>
  );
}

/** The leaders by name, the agencies by number: their names are in the attached list (domain.md §5, 5). */
export function Participants({ paper: { minutes, t } }: { paper: Paper }) {
  const { attendance, turns, term } = minutes;
  const present = attendance.filter(({ present: here }) => here);
  const leaders = present.filter(({ role }) => role !== null);
  const agencies = new Set(attendance.flatMap(({ agencyId }) => agencyId ?? []));
  const here = new Set(present.flatMap(({ agencyId }) => agencyId ?? []));
  const others = present.filter(({ role, agencyId }) => role === null && agencyId === null);
  if (attendance.length === 0) {
    return (
      <p>{turns.planned > 0 ? t('participants.invited', { count: turns.planned, term }) : t('participants.none')}</p>
    );
  }
  return (
    <ol>
      {leaders.map(({ id, name, office, role }) => (
        <li key={id}>{[name, office || (role === null ? '' : t(`domain:role.${role}`))].join(', ')}</li>
      ))}
      {agencies.size > 0 && <li>{t('participants.agencies', { present: here.size, all: agencies.size, term })}</li>}
      {others.length > 0 && <li>{t('participants.others', { present: others.length })}</li>}
    </ol>
  );
}
