import type { ReactNode } from 'react';
import type { Tone, TurnFace } from '../turn-face.ts';

/** A shape for each state, recognisable without colour: disc, triangle, square, ring, bars, cup. */
const SHAPES: Record<Tone, ReactNode> = {
  running: <circle cx="12" cy="12" r="10" />,
  wrapUp: <path d="M12 2.2 23 21.4H1z" />,
  overtime: <rect x="2.5" y="2.5" width="19" height="19" rx="2" />,
  waiting: <circle cx="12" cy="12" r="8.7" fill="none" stroke="currentColor" strokeWidth="2.8" />,
  paused: <path d="M4.5 2.5h5v19h-5zM14.5 2.5h5v19h-5z" />,
  rest: <path d="M3 7h14v2h1.5a4 4 0 0 1 0 8h-2.1A6 6 0 0 1 11 20H9a6 6 0 0 1-6-6zm14 4v3h1.5a1.5 1.5 0 0 0 0-3z" />,
};

/** The state of the clock as a shape. */
export const PhaseShape = ({ tone }: { readonly tone: Tone }): ReactNode => (
  <svg className="sign-shape" data-shape={tone} viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    {SHAPES[tone]}
  </svg>
);

/** The state of the clock in words and shape. */
export function PhaseSign({ face }: { readonly face: TurnFace }): ReactNode {
  return (
    <div className="sign">
      <PhaseShape tone={face.tone} />
      <div className="sign-words">
        <p className="sign-main">{face.words}</p>
        {face.detail === '' ? null : <p className="sign-detail">{face.detail}</p>}
        {face.added === '' ? null : <p className="sign-added">{face.added}</p>}
      </div>
    </div>
  );
}
