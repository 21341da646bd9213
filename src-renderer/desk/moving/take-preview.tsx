import type { MovedRelation } from '#core/archive/moved-states.ts';
import type { MovingPreview } from '#core/protocol/moving-requests.ts';
import { formatDate } from '#core/text/format.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { useMoment } from '../meeting/use-moment.ts';

const TAG: Record<MovedRelation, string> = {
  new: 'k-tag k-tag-green',
  later: 'k-tag k-tag-green',
  differs: 'k-tag k-tag-amber',
  same: 'k-tag',
  earlier: 'k-tag',
};

const counted = ({ meetings }: MovingPreview, ...relations: readonly MovedRelation[]): number =>
  meetings.filter(({ relation }) => relations.includes(relation)).length;

/** Whether everything but the settings is here already. */
export const bringsNothing = (preview: MovingPreview): boolean =>
  counted(preview, 'new', 'later', 'differs') === 0 && !preview.register && preview.emblems + preview.slides === 0;

/** What taking an archive in would change, in numbers and meeting by meeting. */
export function TakePreview({ preview }: { preview: MovingPreview }) {
  const t = useT();
  const locale = useLocale();
  const moment = useMoment();
  const { contents, madeAt, meetings, emblems, slides, others } = preview;
  const changes = [
    ...(['new', 'later', 'differs'] as const).flatMap((relation) => {
      const count = counted(preview, relation);
      return count === 0 ? [] : [t(`moving.take.${relation}`, { count })];
    }),
    ...(preview.register ? [t('moving.take.register')] : []),
    ...(emblems > 0 ? [t('moving.take.emblems', { count: emblems })] : []),
    ...(slides > 0 ? [t('moving.take.slides', { count: slides })] : []),
  ];
  const kept = counted(preview, 'same', 'earlier');
  return (
    <>
      <p className="d-moving-made">
        {t('moving.take.made', { moment: moment(madeAt) })} {t(`moving.take.${contents}`)}
      </p>
      {bringsNothing(preview) ? (
        <Notice tone="info">{t('moving.take.nothing')}</Notice>
      ) : (
        <ul className="d-moving-changes">
          {[...changes, ...(kept > 0 ? [t('moving.take.kept', { count: kept })] : [])].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {others > 0 && <Notice tone="warning">{t('moving.take.others', { count: others })}</Notice>}
      {meetings.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
        <ul className="d-moving-meetings" aria-label={t('moving.take.list')} tabIndex={0}>
          {meetings.map(({ id, title, date, relation }) => (
            <li key={id}>
              <span className="d-moving-title">{title}</span>
              <span className="k-hint">{formatDate(date, locale)}</span>
              <span className={TAG[relation]}>{t(`moving.take.relation.${relation}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
