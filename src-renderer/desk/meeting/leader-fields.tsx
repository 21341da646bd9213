import { SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import './leader-fields.css';
import { Group } from 'react-aria-components';
import { type Leader, printsDegrees, printsRank, ruleOfSignature } from '#core/model/roles.ts';
import { statusIn } from '#core/text/office.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';

type LeaderText = 'name' | 'office' | 'rank' | 'nip';

/** The elected have neither rank nor NIP; who acts for one of them may (docs/domain/roles.md#names-in-a-signature-block). */
const mayHaveRank = (leader: Leader): boolean =>
  !['bupati', 'wakil'].includes(leader.role) || statusIn(leader.office) !== null || printsRank(leader);

/** The leaders, a row each: name, office as printed if different, rank and NIP, and what of it is printed. */
export function LeaderFields({ leaders, onChange }: { leaders: readonly Leader[]; onChange(leader: Leader): void }) {
  const t = useT();
  return (
    <ul className="d-leaders">
      {leaders.map((leader) => {
        const rule = ruleOfSignature(leader);
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
              leader[key].length > SHORT_TEXT_MAX
                ? t('kit:tooLong', { length: leader[key].length, max: SHORT_TEXT_MAX })
                : null
            }
          />
        );
        return (
          <li key={leader.role}>
            <Group className="d-leader" aria-label={role}>
              <p className="d-leader-role">{t(`domain:roleShort.${leader.role}`)}</p>
              {field('name')}
              {field('office', role)}
              {mayHaveRank(leader) && [field('rank'), field('nip')]}
              <div className="d-leader-prints">
                <Checkbox
                  isSelected={printsRank(leader)}
                  onChange={(on) => onChange({ ...leader, withRank: on === rule.rank ? null : on })}
                >
                  {t('leader.withRank')}
                </Checkbox>
                <Checkbox
                  isSelected={printsDegrees(leader)}
                  onChange={(on) => onChange({ ...leader, withDegrees: on === rule.degrees ? null : on })}
                >
                  {t('leader.withDegrees')}
                </Checkbox>
              </div>
            </Group>
          </li>
        );
      })}
    </ul>
  );
}
