import './lists.css';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useT } from '../../kernel/i18n.ts';
import { readListFile } from './read-list-file.ts';

export interface ListTextProps {
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly text: string;
  readonly error: string | null;
  onChange(text: string): void;
  readonly autoFocus?: boolean | undefined;
}

/** The box into which a list is pasted or typed, or a CSV or TXT file dropped. */
export function ListText({ label, hint, example, text, error, onChange, autoFocus }: ListTextProps) {
  const t = useT();
  const [isUnreadable, setUnreadable] = useState(false);
  const take = async (file: File | null | undefined): Promise<void> => {
    if (file == null) return;
    const read = await readListFile(file);
    setUnreadable(read === null);
    if (read !== null) onChange(read);
  };
  const drop = useFileDrop((file) => void take(file));
  return (
    <div className="k-form d-read-drop" {...drop}>
      <TextArea
        label={label}
        description={hint}
        placeholder={example}
        value={text}
        onChange={(next) => {
          setUnreadable(false);
          onChange(next);
        }}
        rows={text.trim() === '' ? 8 : 4}
        autoFocus={autoFocus ?? false}
        error={isUnreadable ? t('lists.fileUnreadable') : error}
      />
      <div className="d-read-file">
        <FileTrigger acceptedFileTypes={['.csv', '.txt', '.tsv']} onSelect={(files) => void take(files?.item(0))}>
          <Button size="small" icon="listFile">
            {t('lists.file')}
          </Button>
        </FileTrigger>
        <span className="k-hint">{t('lists.fileHint')}</span>
      </div>
    </div>
  );
}
