import { parseAgencyLines } from '#core/import/agency-lines.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useWords } from '#renderer/kit/use-words.ts';

/** How many lines with a problem are told one by one. */
const TOLD = 6;

export interface PastedAgenciesProps {
  readonly label: string;
  readonly text: string;
  onChange(text: string): void;
  readonly autoFocus?: boolean | undefined;
}

/** A box for a list of agencies, a line each, with what was read out of it and which lines were not taken. */
export function PastedAgencies({ label, text, onChange, autoFocus }: PastedAgenciesProps) {
  const t = useWords();
  const { agencies, problems } = parseAgencyLines(text);
  const empty = text.trim() === '';
  return (
    <div className="k-form pasted">
      <TextArea
        className="pasted-text"
        label={label}
        description={t('paste.hint')}
        placeholder={t('paste.example')}
        value={text}
        onChange={onChange}
        rows={6}
        autoFocus={autoFocus ?? false}
        error={!empty && agencies.length === 0 ? t('errors:noAgencies') : null}
      />
      {!empty && agencies.length > 0 && (
        <p className="pasted-count" role="status">
          {t('paste.count', { count: agencies.length })}
        </p>
      )}
      {problems.length > 0 && (
        <Notice tone="warning">
          <p>{t('paste.problems', { count: problems.length })}</p>
          <ul>
            {problems.slice(0, TOLD).map(({ line, text: content, why }) => (
              <li key={line}>{t(`paste.${why}`, { line, text: content })}</li>
            ))}
            {problems.length > TOLD && <li>{t('paste.more', { count: problems.length - TOLD })}</li>}
          </ul>
        </Notice>
      )}
    </div>
  );
}
