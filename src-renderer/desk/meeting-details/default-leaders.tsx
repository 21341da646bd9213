import type { Leader } from '#core/model/roles.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useDeskValue, useLooksOn, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { replaceSetting } from '../meeting/replace-setting.ts';

/** Makes the leaders of one meeting the default for new ones. */
export function DefaultLeaders({ leaders }: { leaders: readonly Leader[] }) {
  const t = useT();
  const runtime = useRuntime();
  const looksOn = useLooksOn();
  const before = useDeskValue((view) => view.settings.leaders);
  const isSame = JSON.stringify(leaders) === JSON.stringify(before);
  const make = async (): Promise<void> => {
    const replace = async (): Promise<boolean> =>
      (await runtime.ask('settings.edit', { fields: { leaders: [...leaders] } })) !== null;
    await replaceSetting(runtime, 'leaders', replace, t('details.leadersMadeDefault'));
  };
  return (
    <div className="k-row d-details-default">
      <p className="k-hint k-grow">{t(isSame ? 'details.leadersAreDefault' : 'details.leadersHint')}</p>
      {/* Not disabled by its own press, which would take the focus away. */}
      <Button size="small" isDisabled={looksOn} onPress={() => void (isSame || make())}>
        {t('details.makeDefault')}
      </Button>
    </div>
  );
}
