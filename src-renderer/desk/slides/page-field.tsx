import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useT } from '../kernel/i18n.ts';

/** Where the key "to a page" puts the focus. */
export const PAGE_FIELD = 'slides-page';

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly isDisabled: boolean;
  onGo(page: number): void;
}

/**
 * "hal. 3 / 20": typing a number and Enter goes there; what is no page of the file is taken back. Keys are faster than what
 * they do: what is typed stays when another page comes, and is gone to even if the desk still shows it.
 */
export function PageField({ page, pages, isDisabled, onGo }: Props) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // Whenever it shows the present page again, typing replaces that: a changed value loses its selection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value changes with the page as well
  useLayoutEffect(() => {
    if (typed === null && document.activeElement === field.current) field.current?.select();
  }, [typed, page]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      setTyped(null);
      event.currentTarget.blur();
      return;
    }
    if (event.key !== 'Enter') return;
    // Not what was changed: the same number as before is no change.
    const wanted = Number(event.currentTarget.value);
    setTyped(null);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onGo(wanted);
  };
  return (
    <label className="d-page-field">
      <span>{t('slides.page')}</span>
      <input
        id={PAGE_FIELD}
        ref={field}
        className="k-input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('keys.goToPage')}
        disabled={isDisabled}
        maxLength={4}
        value={typed ?? String(page)}
        // Not `onChange`: typing the number that is shown changes nothing, and is typed all the same.
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onFocus={({ target }) => target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      <span>/ {pages}</span>
    </label>
  );
}
