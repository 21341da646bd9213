import type { Minutes } from '#core/minutes/minutes.ts';
import { followUpSummary, signatureLines } from './labels.ts';
import type { Paper } from './words.ts';

/** Room for a name to be written by hand. */
const BLANK = '.'.repeat(40);

/**
 * How the paper ends: the sentence and the blocks of signature (domain.md §5, 8). The chair signs at the right; of two the
 * other stands at the left, the third below them in the middle.
 */
export function End({ paper }: { paper: Paper<Minutes> }) {
  const { doc, t } = paper;
  const summary = followUpSummary(doc, t);
  const blocks = [...doc.signatures].sort((a, b) => Number(a.signer === 'chair') - Number(b.signer === 'chair'));
  // Read from left to right: the two of the first row, the chair at its right, then who acknowledges.
  const [first, second] = blocks.filter(({ signer }) => blocks.length < 3 || signer !== 'acknowledged');
  const third = blocks.length < 3 ? undefined : blocks.find(({ signer }) => signer === 'acknowledged');
  const ordered = [first, second, third].filter((block) => block !== undefined);
  return (
    <div className="end">
      {summary !== '' && <p>{summary}</p>}
      <p>{t('end.line')}</p>
      <div className={`signatures of-${ordered.length} ${doc.pattern}`}>
        {ordered.map((signature) => {
          const { above, name, below } = signatureLines(signature, doc, t);
          return (
            <div className="signature" key={signature.signer}>
              <div>
                {above.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
              <p className="name">{name || BLANK}</p>
              <div>
                {below.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
