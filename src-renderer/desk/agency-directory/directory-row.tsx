import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import { formatDate } from '#core/text/format.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';

/** What can be done with an agency of the list. */
export interface RowActions {
  openHistory(agency: DirectoryAgency): void;
  edit(agency: DirectoryAgency): void;
  /** @param otherId with which it may be the same; `null` to choose one */
  merge(agency: DirectoryAgency, otherId: string | null): void;
  toggleActive(agency: DirectoryAgency): void;
}

interface DirectoryRowProps {
  readonly agency: DirectoryAgency;
  readonly alike: readonly DirectoryAgency[];
  readonly actions: RowActions;
  readonly looksOn: boolean;
}

export function DirectoryRow({ agency, alike, actions, looksOn }: DirectoryRowProps) {
  const t = useT();
  const locale = useLocale();
  const { name, short, former, activeFrom, activeTo } = agency;
  return (
    <tr>
      <td>
        <span className="d-directory-name">{name}</span>
        {activeTo !== null && (
          <span className="k-tag">{t('agencyDirectory.until', { date: formatDate(activeTo, locale) })}</span>
        )}
        {activeFrom !== null && (
          <span className="k-hint">{t('agencyDirectory.since', { date: formatDate(activeFrom, locale) })}</span>
        )}
        {former.length > 0 && <span className="k-hint">{t('agencyPage.former', { names: former.join('; ') })}</span>}
        {alike.map((other) => (
          <span key={other.id} className="k-hint d-directory-alike">
            {t('agencyDirectory.alike', { name: other.name })}
            {!looksOn && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('agencyDirectory.compare', { name, other: other.name })}
                onPress={() => actions.merge(agency, other.id)}
              >
                {t('agencyDirectory.check')}
              </Button>
            )}
          </span>
        ))}
      </td>
      <td className="d-directory-short">{short}</td>
      <td className="d-directory-number">{agency.meetings.length}</td>
      <td className="d-directory-number">{agency.followUps.length}</td>
      <td>
        <Menu
          label={t('agenda.actionsOf', { name })}
          trigger={<IconButton size="small" icon="more" label={t('agenda.actionsOf', { name })} />}
          entries={() => [
            {
              id: 'history',
              label: t('agencyPage.open'),
              icon: 'agencyPage',
              run: () => actions.openHistory(agency),
            },
            {
              id: 'edit',
              label: t('agencyDirectory.edit'),
              icon: 'edit',
              isDisabled: looksOn,
              run: () => actions.edit(agency),
            },
            {
              id: 'merge',
              label: t('agencyDirectory.mergeEntry'),
              icon: 'merge',
              isDisabled: looksOn,
              run: () => actions.merge(agency, null),
            },
            {
              id: 'active',
              label: t(activeTo === null ? 'agencyDirectory.end' : 'agencyDirectory.begin'),
              isDisabled: looksOn,
              run: () => actions.toggleActive(agency),
            },
          ]}
        />
      </td>
    </tr>
  );
}
