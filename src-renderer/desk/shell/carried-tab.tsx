import './carried.css';
import { useRef } from 'react';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { LastTime } from '../agency-page/last-time.tsx';
import { CarriedFollowUps } from '../follow-ups/carried-follow-ups.tsx';
import { useT } from '../kernel/i18n.ts';
import { OpenProblems } from '../problems/open-problems.tsx';

/** What comes back with an agency: what it was told, what is still a problem, what was said and reported last. */
export function CarriedTab({ itemId }: { itemId: string }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  // A problem that is raised again loses the button for it, and one that is deleted its card.
  useKeptFocus(place, stayNear);
  return (
    <div className="d-carried" ref={place} tabIndex={-1}>
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
