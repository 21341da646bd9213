import type { FollowUpNow } from '#core/model/follow-up-now.ts';
import { formatDate } from '#core/text/format.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { extendedTo, USUAL_EXTENSION, useFollowUpActions } from './follow-up-actions.ts';

const CHOICES: readonly number[] = [7, USUAL_EXTENSION, 30];

/** A later due date: granted at once, or proposed by the agency and then granted or refused. */
export function ExtensionMenu({ followUp, today }: { followUp: FollowUpNow; today: CivilDate }) {
  const t = useT();
  const locale = useLocale();
  const actions = useFollowUpActions();
  const { id, extension } = followUp;
  const proposed = extension?.answer === 'proposed';
  const name = t('followUps.extension.title', { what: followUp.what.slice(0, 80) });
  const dateAfter = (days: number | undefined): string => formatDate(extendedTo(followUp, today, days), locale);
  const entries = (): MenuEntry[] => [
    ...(proposed
      ? [
          {
            id: 'grant',
            label: t('followUps.extension.grantProposed', { date: dateAfter(undefined) }),
            keys: capOf('extendFollowUp'),
            run: () => void actions.grant(id),
          },
          {
            id: 'refuse',
            label: t('followUps.extension.refuse'),
            keys: capOf('refuseExtension'),
            run: () => void actions.refuse(id),
          },
          { id: 'line', separator: true as const },
        ]
      : []),
    ...CHOICES.map((days) => ({
      id: `grant${days}`,
      label: t('followUps.extension.grant', { days, date: dateAfter(days) }),
      keys: !proposed && days === USUAL_EXTENSION ? capOf('extendFollowUp') : undefined,
      run: () => void actions.grant(id, days),
    })),
    { id: 'ask', separator: true },
    ...CHOICES.map((days) => ({
      id: `propose${days}`,
      label: t('followUps.extension.propose', { days, date: dateAfter(days) }),
      run: () => void actions.propose(id, days),
    })),
  ];
  return <Menu label={name} trigger={<IconButton size="small" icon="extend" label={name} />} entries={entries} />;
}
