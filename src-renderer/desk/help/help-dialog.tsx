import './help.css';
import { Key } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useDeskValue, useScreen } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { KEY_GROUPS, KEYMAP, type KeyAction, type KeyGroup } from '../kernel/keys/keymap.ts';
import { AGENDA_KEYS, FORM_KEYS, NOTE_KEYS } from '../kernel/keys/list-keys.ts';

/** What a key does, in words. */
function describe(t: DeskT, action: KeyAction, term: string): string {
  switch (action.do) {
    case 'addTime':
      return t(action.by > 0 ? 'turn.addMinute' : 'turn.takeMinuteLong');
    case 'author':
      return t('keys.author', { role: t(`domain:roleShort.${action.role}`) });
    case 'authorAgency':
      return t('keys.author', { role: t('author.other', { term }) });
    case 'kind':
      return t('keys.kind', { kind: t(`domain:noteKind.${action.kind}`) });
    case 'visibility':
      return t(`keys.visibility.${action.visibility}`);
    case 'turnPage':
      return t(`keys.page.${action.to}`);
    case 'layout':
      return t('keys.layout', { layout: t(`projector.layout.${action.layout}`) });
    default:
      return t(`keys.${action.do}`);
  }
}

/** The keys of a group, one line for all keys that do the same. */
function linesOf(t: DeskT, group: KeyGroup, term: string): { what: string; caps: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { cap, action } of KEYMAP.filter((binding) => binding.group === group)) {
    const what = describe(t, action, term);
    lines.set(what, [...(lines.get(what) ?? []), cap]);
  }
  return [...lines].map(([what, caps]) => ({ what, caps }));
}

function Group({ title, lines }: { title: string; lines: Lines }) {
  return (
    <section className="d-keys">
      <h3>{title}</h3>
      <dl>
        {lines.map(({ what, caps }) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <Key key={cap}>{cap}</Key>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Lines = { what: string; caps: readonly string[] }[];

/** Every key, printed from the tables that bind them: those of the present screen first. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { screen } = useScreen();
  const isOpen = useDeskValue((view) => view.meeting !== null);
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  const isMeeting = isOpen && screen === 'meeting';
  const forms: Lines = FORM_KEYS.map(({ id, caps }) => ({ what: t(`keys.form.${id}`), caps }));
  const here = isMeeting ? 'form' : screen === 'settings' ? 'settings' : 'start';
  const own: Lines = here === 'start' ? [{ what: t('keys.create'), caps: ['Enter'] }, ...forms] : forms;
  const formGroup = <Group key="forms" title={t(`keys.group.${here}`)} lines={own} />;
  return (
    <Dialog title={t('help.title')} isOpen onClose={onClose} size="full" className="d-help-dialog">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus so that the arrows scroll it */}
      <section className="d-help" aria-label={t('help.title')} tabIndex={0}>
        {!isMeeting && formGroup}
        {!isMeeting && <p className="d-help-meeting">{t('help.inMeeting')}</p>}
        {KEY_GROUPS.map((group) => (
          <Group key={group} title={t(`keys.group.${group}`)} lines={linesOf(t, group, term)} />
        ))}
        <Group
          title={t('keys.group.agendaList')}
          lines={AGENDA_KEYS.map(({ id, cap }) => ({ what: t(`keys.agenda.${id}`), caps: [cap] }))}
        />
        <Group
          title={t('keys.group.noteList')}
          lines={NOTE_KEYS.map(({ id, cap }) => ({ what: t(`keys.note.${id}`), caps: [cap] }))}
        />
        {isMeeting && formGroup}
      </section>
    </Dialog>
  );
}
