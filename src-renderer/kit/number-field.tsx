import { isNegativeRupiah, numberText, parseCount, parseRupiah, rupiahText } from './number-text.ts';
import { ParsedField, type ParsedFieldProps } from './parsed-field.tsx';
import { useWords } from './use-words.ts';

type Given<T> = Omit<ParsedFieldProps<T>, 'parse' | 'format' | 'unreadable' | 'inputMode'>;

/** A whole number from 0 on; `null` if empty. */
export function NumberField(props: Given<number>) {
  const t = useWords();
  return (
    <ParsedField
      {...props}
      inputMode="numeric"
      parse={(text) => parseCount(text)}
      format={numberText}
      unreadable={t('notACount')}
    />
  );
}

/** An amount of rupiah from 0 on, typed the Indonesian way ("1.234,56") or in words ("214,6 miliar"); `null` if empty. */
export function RupiahField(props: Given<number>) {
  const t = useWords();
  return (
    <ParsedField
      {...props}
      inputMode="text"
      className={`k-rupiah ${props.className ?? ''}`.trim()}
      parse={parseRupiah}
      format={rupiahText}
      unreadable={(text) => t(isNegativeRupiah(text) ? 'negativeAmount' : 'notAnAmount')}
      // In a file of an older version.
      error={props.value !== null && props.value < 0 ? t('negativeAmount') : props.error}
    />
  );
}
