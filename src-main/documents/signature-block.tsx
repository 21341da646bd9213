import type { Minutes } from '#core/minutes/minutes.ts';
import { followUpSummary, orderedSignatures, signatureLines } from './labels.ts';
import { problemSummary } from './matter-words.ts';
import type { Paper } from './words.ts';

/** Space for a name to be written by hand. */
const BLANK = '.'.repeat(40);

/** The end of a document: the closing sentence and the signature blocks (docs/domain/papers.md#signature). */
export function SignatureBlock({ paper }: { paper: Paper<Minutes> }) {
  const { doc, t } = paper;
  const summary = followUpSummary(doc, t);
  const problems = problemSummary(doc, paper);
  const ordered = orderedSignatures(doc);
  return (
    <div className="end">
      {summary !== '' && <p>{summary}</p>}
      {problems !== '' && <p>{problems}</p>}
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
