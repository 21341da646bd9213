import { type ReactNode, useState } from 'react';
import type { UnsavedWords } from '#renderer/client/outbox.ts';
import { Button } from '#renderer/kit/button.tsx';
import { copyText } from '#renderer/kit/copy-text.ts';
import { useT } from './i18n.ts';

/** The words grouped by what they are about, in the order in which they were typed. */
const byPlace = (words: readonly UnsavedWords[]): [string, readonly UnsavedWords[]][] =>
  [...new Set(words.map(({ place }) => place))].map((place) => [place, words.filter((one) => one.place === place)]);

const asText = (words: readonly UnsavedWords[]): string =>
  byPlace(words)
    .map(([place, ofPlace]) => [...(place === '' ? [] : [place]), ...ofPlace.map(({ text }) => text)].join('\n'))
    .join('\n\n');

/**
 * Words that are not saved, to be read and copied.
 * @param more is shown beside each of them
 */
export function UnsentWords({
  words,
  more,
}: {
  words: readonly UnsavedWords[];
  more?: (words: UnsavedWords) => ReactNode;
}) {
  const t = useT();
  const [copied, setCopied] = useState<'not yet' | 'yes' | 'by hand'>('not yet');
  return (
    <section className="d-unsent" aria-label={t('unsent.title')}>
      <div className="d-unsent-list">
        {byPlace(words).map(([place, ofPlace]) => (
          <div key={place}>
            <h2>{place === '' ? t('unsent.noPlace') : place}</h2>
            {ofPlace.map((one) => (
              <div key={one.entry.n} className="d-unsent-one">
                <p className="d-unsent-text">{one.text}</p>
                {more?.(one)}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="d-unsent-foot">
        <Button onPress={() => void copyText(asText(words)).then((done) => setCopied(done ? 'yes' : 'by hand'))}>
          {t('unsent.copy')}
        </Button>
        <span role="status">
          {copied === 'yes' && t('unsent.copied')}
          {copied === 'by hand' && t('unsent.byHand')}
        </span>
      </div>
    </section>
  );
}

/** The same on a screen that the room may see: only on request. */
export function CoveredWords({ words, covered }: { words: readonly UnsavedWords[]; covered: boolean }) {
  const t = useT();
  const [uncovered, setUncovered] = useState(!covered);
  if (words.length === 0) return null;
  if (!uncovered) return <Button onPress={() => setUncovered(true)}>{t('gone.show')}</Button>;
  return (
    <>
      <p className="d-unsent-lead">{t('gone.unsaved')}</p>
      <UnsentWords words={words} />
    </>
  );
}
