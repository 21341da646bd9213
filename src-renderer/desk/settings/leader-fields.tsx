import './leader-fields.css';
import { Group } from 'react-aria-components';
import { ELECTED, type Leader } from '#core/model/roles.ts';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useWords } from '#renderer/kit/use-words.ts';

const SHORT_MAX = 300;
type LeaderText = Exclude<keyof Leader, 'role'>;

/**
 * The leaders, a row each: name, the office as printed where it differs, pangkat and NIP. The elected have neither of the
 * last two (domain.md §2).
 */
export function LeaderFields({ leaders, onChange }: { leaders: readonly Leader[]; onChange(leader: Leader): void }) {
  const t = useWords();
  return (
    <ul className="leaders">
      {leaders.map((leader) => {
        const role = t(`domain:role.${leader.role}`);
        const field = (key: LeaderText, placeholder?: string) => (
          <TextField
            key={key}
            className={`leader-${key}`}
            label={t(`leader.${key}`)}
            placeholder={placeholder}
            value={leader[key]}
            onChange={(text) => onChange({ ...leader, [key]: text })}
            error={
              leader[key].length > SHORT_MAX ? t('kit.tooLong', { length: leader[key].length, max: SHORT_MAX }) : null
            }
          />
        );
        return (
          <li key={leader.role}>
            <Group className="leader" aria-label={role}>
              <p className="leader-role">{t(`domain:roleShort.${leader.role}`)}</p>
              {field('name')}
              {field('office', role)}
              {!ELECTED.includes(leader.role) && [field('rank'), field('nip')]}
            </Group>
          </li>
        );
      })}
    </ul>
  );
}
