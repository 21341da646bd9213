import './agency-directory.css';
import { useEffect, useRef, useState } from 'react';
import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { Button, Pill } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { wordsMatch } from '#renderer/kit/words-match.ts';
import { useArchive } from '../kernel/archive/use-archive.ts';
import { useClock, useDeskValue, useDialog, useLooksOn, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { ArchiveProgress } from '../meeting/archive-progress.tsx';
import { useDirectoryActions } from './directory-actions.ts';
import { DirectoryRow, type RowActions } from './directory-row.tsx';
import { EditAgencyDialog, halfEdited } from './edit-agency-dialog.tsx';
import { MergeAgenciesDialog } from './merge-agencies-dialog.tsx';

/** What is asked about one agency, above the list. */
type Question =
  | { readonly kind: 'edit'; readonly agencyId: string }
  | { readonly kind: 'merge'; readonly agencyId: string; readonly otherId: string | null };

/** Every agency of all meetings: how it is called, whether it still exists, and which two are one. */
export function AgencyDirectoryDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const clock = useClock();
  const zone = useDeskValue((view) => view.meeting?.zone ?? view.settings.defaults.zone);
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  const today = civilDateAt(clock.now(), zone);
  const { state, answer, retry } = useArchive('directory', { today });
  return (
    <Dialog title={t('agencyDirectory.title', { term })} isOpen onClose={onClose} size="large">
      {answer === null ? (
        <ArchiveProgress state={state} retry={retry} />
      ) : answer.length === 0 ? (
        <EmptyState icon="directory" title={t('agencyDirectory.none', { term })}>
          {t('agencyDirectory.noneWhat')}
        </EmptyState>
      ) : (
        <Directory agencies={answer} today={today} />
      )}
    </Dialog>
  );
}

const said = ({ name, former, shorts }: DirectoryAgency): string => [name, ...former, ...shorts].join(' ');

function Directory({ agencies, today }: { agencies: readonly DirectoryAgency[]; today: string }) {
  const t = useT();
  const runtime = useRuntime();
  const looksOn = useLooksOn();
  const { open } = useDialog();
  const { setActive } = useDirectoryActions();
  const search = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const [merges, setMerges] = useState(0);
  // After merging, the row from which it was opened is gone, and the focus with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when it may go
  useEffect(() => {
    if (document.activeElement === document.body) search.current?.focus();
  }, [agencies, merges]);
  const [text, setText] = useState('');
  const [isAlikeOnly, setAlikeOnly] = useState(false);
  // A half-typed name is shown again after a reload.
  const [question, ask] = useState<Question | null>(() => {
    const agencyId = halfEdited(runtime);
    return agencyId === null ? null : { kind: 'edit', agencyId };
  });
  const alike = agencies.filter((agency) => agency.alike.length > 0);
  // Once all of them are settled there is nothing to press any more.
  const looked = isAlikeOnly && alike.length > 0 ? alike : agencies;
  const rows = looked.filter((agency) => wordsMatch(said(agency), text.trim()));
  // Those that ended come last.
  const shown = [
    ...rows.filter(({ activeTo }) => activeTo === null),
    ...rows.filter(({ activeTo }) => activeTo !== null),
  ];
  const asked = agencies.find(({ ids }) => question !== null && ids.includes(question.agencyId));
  const actions: RowActions = {
    openHistory: ({ id }) => open({ kind: 'agencyPage', agencyId: id }),
    edit: ({ id }) => ask({ kind: 'edit', agencyId: id }),
    merge: ({ id }, otherId) => ask({ kind: 'merge', agencyId: id, otherId }),
    toggleActive: (agency) => void setActive(agency, agency.activeTo === null ? today : null),
  };
  return (
    <div className="k-form" ref={place}>
      <p className="k-hint">{t('agencyDirectory.what')}</p>
      <div className="k-row">
        <TextField
          className="k-grow"
          label={t('agencyDirectory.search')}
          hideLabel
          placeholder={t('agencyDirectory.search')}
          type="search"
          value={text}
          onChange={setText}
          inputRef={search}
          autoFocus
        />
        {alike.length > 0 && (
          <Pill isSelected={isAlikeOnly} onChange={() => setAlikeOnly(!isAlikeOnly)}>
            {t('agencyDirectory.alikeOnly', { count: alike.length })}
          </Pill>
        )}
      </div>
      <p role="status" className="k-hidden">
        {t('agencyDirectory.count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          title={t('kit:noMatch')}
          action={
            <Button
              onPress={() => {
                setText('');
                setAlikeOnly(false);
              }}
            >
              {t('board.showAll')}
            </Button>
          }
        />
      ) : (
        <table className="d-directory">
          <thead>
            <tr>
              <th scope="col">{t('fields:name')}</th>
              <th scope="col">{t('fields:short')}</th>
              <th scope="col" className="d-directory-number">
                {t('menu.title')}
              </th>
              <th scope="col" className="d-directory-number">
                {t('fields:followUps')}
              </th>
              <th scope="col">
                <span className="k-hidden">{t('kit:actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((agency) => (
              <DirectoryRow
                key={agency.id}
                agency={agency}
                alike={agencies.filter(({ id }) => agency.alike.includes(id))}
                actions={actions}
                looksOn={looksOn}
              />
            ))}
          </tbody>
        </table>
      )}
      {question?.kind === 'edit' && asked !== undefined && (
        <EditAgencyDialog agency={asked} all={agencies} onClose={() => ask(null)} />
      )}
      {question?.kind === 'merge' && asked !== undefined && (
        <MergeAgenciesDialog
          agency={asked}
          otherId={question.otherId}
          all={agencies}
          onClose={(merged) => {
            ask(null);
            if (merged) setMerges(merges + 1);
          }}
        />
      )}
    </div>
  );
}
