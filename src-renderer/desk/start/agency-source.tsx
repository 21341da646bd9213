import { Button } from '#renderer/kit/button.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useDeskValue, useScreen } from '../app/desk-context.tsx';
import { PastedAgencies } from '../settings/pasted-agencies.tsx';
import { openSection } from '../settings/section.ts';

/**
 * Which agencies the new rakor begins with: the user's own list, or a pasted one.
 * @param text what was pasted; `null` while the own list is used
 */
export function AgencySource({ text, onChange }: { text: string | null; onChange(text: string | null): void }) {
  const t = useWords();
  const { openSettings } = useScreen();
  const { agencies, agenciesAreSample, defaults } = useDeskValue((view) => view.settings);
  const { term } = defaults;
  const count = agencies.filter(({ inAgenda }) => inAgenda).length;
  if (text !== null) {
    return (
      <div className="k-form start-paste">
        <PastedAgencies label={t('start.pasteLabel', { term })} text={text} onChange={onChange} autoFocus />
        <div className="k-row">
          <Button size="small" onPress={() => onChange(null)}>
            {t('start.useOwnList', { term })}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="start-source">
      <p className="k-label">{t('start.agenciesLabel', { term })}</p>
      <div className="k-row">
        <span className="k-grow">
          {t('start.ownList', { count, term })}{' '}
          {agenciesAreSample && <span className="k-tag k-tag-amber">{t('start.sampleList')}</span>}
        </span>
        <Button
          size="small"
          onPress={() => {
            openSection('agencies');
            openSettings();
          }}
        >
          {t('start.editList')}
        </Button>
        <Button size="small" onPress={() => onChange('')}>
          {t('start.paste')}
        </Button>
      </div>
    </div>
  );
}
