import './lists.css';
import { useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { PASTE_ROWS_MAX } from '#core/import/agency-list.ts';
import type { TableRow } from '#core/import/table.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { pasteOver } from '#renderer/kit/own-undo.ts';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useT } from '../../kernel/i18n.ts';
import { FileRefused } from './file-refused.ts';
import { type ListFile, readListFile } from './read-list-file.ts';

export interface ListTextProps {
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly text: string;
  readonly error: string | null;
  /** Whether rows of a sheet contain column names; without it only texts are read. */
  readonly hasHeader?: ((rows: readonly TableRow[]) => boolean) | undefined;
  onChange(text: string): void;
  readonly autoFocus?: boolean | undefined;
}

/** How many hidden rows are named; of more only the number is of use. */
const HIDDEN_NAMED = 8;
/** How much of a hidden row is shown, in letters. */
const NAMED_MAX = 60;

/** The box into which a list is pasted or typed, or a file dropped. */
export function ListText({ label, hint, example, text, error, hasHeader, onChange, autoFocus }: ListTextProps) {
  const t = useT();
  const [file, setFile] = useState<ListFile | FileRefused | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const take = async (chosen: Blob | null | undefined): Promise<void> => {
    if (chosen == null) return;
    try {
      const read = await readListFile(chosen, hasHeader ?? null);
      // Closed while it was read.
      if (box.current === null) return;
      pasteOver(box.current, read.text);
      // A box writes line ends in one way only.
      setFile({ ...read, text: box.current.value });
      // Where undo is that of the list; whoever has gone on elsewhere meanwhile stays there.
      const { activeElement } = document;
      if (activeElement === document.body || place.current?.contains(activeElement)) {
        box.current.focus({ preventScroll: true });
      }
    } catch (failure) {
      // A file that was moved or removed meanwhile cannot be read either.
      setFile(failure instanceof FileRefused ? failure : new FileRefused('unreadable'));
      if (!(failure instanceof FileRefused)) console.warn('ekspose: a chosen file could not be read', failure);
    }
  };
  const drop = useFileDrop((dropped) => void take(dropped));
  const refusal = file instanceof FileRefused ? file : null;
  const read = file instanceof FileRefused || file?.sheet == null || file.text !== text ? null : file;
  const types = ['.csv', '.txt', '.tsv'];
  return (
    <div ref={place} className="k-form d-read-drop" {...drop}>
      <TextArea
        inputRef={box}
        label={label}
        description={hint}
        placeholder={example}
        value={text}
        onChange={(next) => {
          if (refusal !== null) setFile(null);
          onChange(next);
        }}
        rows={text.trim() === '' ? 8 : 4}
        autoFocus={autoFocus ?? false}
        error={
          refusal === null
            ? error
            : t(`lists.fileRefused.${refusal.why}`, { row: refusal.row ?? 0, rows: PASTE_ROWS_MAX })
        }
      />
      <div className="d-read-file">
        <FileTrigger
          acceptedFileTypes={hasHeader === undefined ? types : ['.xlsx', ...types]}
          onSelect={(files) => void take(files?.item(0))}
        >
          <Button size="small" icon="listFile">
            {hasHeader === undefined ? t('lists.file') : t('lists.fileOrWorkbook')}
          </Button>
        </FileTrigger>
        <span className="k-hint">{t('lists.fileHint')}</span>
      </div>
      {read !== null && (
        <Notice tone={read.hidden.length > 0 ? 'warning' : 'info'}>
          {t('lists.fromSheet', { sheet: read.sheet ?? '' })}
          {read.hidden.length > 0 && ` ${t('lists.hidden', { count: read.hidden.length, rows: namedRows(read) })}`}
        </Notice>
      )}
    </div>
  );
}

const brief = (text: string): string => (text.length <= NAMED_MAX ? text : `${text.slice(0, NAMED_MAX).trim()}…`);

/** "6 (Dinas Sosial), 9 (Camat), …" */
function namedRows({ hidden }: ListFile): string {
  const named = hidden.slice(0, HIDDEN_NAMED).map(({ line, text }) => `${line} (${brief(text)})`);
  return [...named, ...(hidden.length > HIDDEN_NAMED ? ['…'] : [])].join(', ');
}
