import { Button } from '#renderer/kit/button.tsx';
import { useDeskValue, useScreen } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { openSection } from '../kernel/settings-section.ts';
import { AgencyListFields } from '../meeting/lists/agency-list-fields.tsx';
import type { AgencyList } from '../meeting/lists/use-agency-list.ts';

/**
 * Which agencies the new meeting begins with: the user's own list, or a pasted one.
 * @param pasted the pasted list; `null` if the own one is used
 */
export function AgencySource({ pasted, onPaste }: { pasted: AgencyList | null; onPaste(wanted: boolean): void }) {
  const t = useT();
  const { openSettings } = useScreen();
  const { agencies, agenciesAreSample, defaults } = useDeskValue((view) => view.settings);
  const { term } = defaults;
  const count = agencies.filter(({ inAgenda }) => inAgenda).length;
  if (pasted !== null) {
    return (
      <div className="k-form">
        <AgencyListFields label={t('start.pasteLabel', { term })} list={pasted} hasPersons autoFocus />
        <div className="k-row">
          <Button size="small" onPress={() => onPaste(false)}>
            {t('start.useOwnList', { term })}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="d-start-source">
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
        <Button size="small" onPress={() => onPaste(true)}>
          {t('start.paste')}
        </Button>
      </div>
    </div>
  );
}
