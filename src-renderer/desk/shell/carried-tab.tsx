import './carried.css';
import { LastTime } from '../agency-page/last-time.tsx';
import { CarriedFollowUps } from '../follow-ups/carried-follow-ups.tsx';
import { useT } from '../kernel/i18n.ts';
import { OpenProblems } from '../problems/open-problems.tsx';

/** What comes back with an agency: what it was told, what is still a problem, what was said and reported last. */
export function CarriedTab({ itemId }: { itemId: string }) {
  const t = useT();
  return (
    <div className="d-carried">
      <section aria-labelledby="carried-follow-ups">
        <h3 className="k-heading" id="carried-follow-ups">
          {t('carried.followUps')}
        </h3>
        <CarriedFollowUps itemId={itemId} />
      </section>
      <section aria-labelledby="carried-problems">
        <h3 className="k-heading" id="carried-problems">
          {t('carried.problems')}
        </h3>
        <OpenProblems itemId={itemId} />
      </section>
      <LastTime itemId={itemId} />
    </div>
  );
}
