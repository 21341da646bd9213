import type { Leader } from '#core/model/roles.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useAsk, useDeskValue, useLooksOn, useToast } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** Makes the leaders of one meeting the default for new ones. */
export function DefaultLeaders({ leaders }: { leaders: readonly Leader[] }) {
  const t = useT();
  const ask = useAsk();
  const toast = useToast();
  const looksOn = useLooksOn();
  const before = useDeskValue((view) => view.settings.leaders);
  const isSame = JSON.stringify(leaders) === JSON.stringify(before);
  const make = async (): Promise<void> => {
    if ((await ask('settings.edit', { fields: { leaders: [...leaders] } })) === null) return;
    toast({
      tone: 'success',
      text: t('details.leadersMadeDefault'),
      action: { label: t('domain:undo'), run: () => void ask('settings.edit', { fields: { leaders: before } }) },
    });
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
