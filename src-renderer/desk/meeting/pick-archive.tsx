import { useRef } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useDialog } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** What the files of a moved archive end in. */
export const isArchiveName = (name: string): boolean => /\.ekspose$/i.test(name);

/** Lets the user choose what another computer has packed, and shows what is in it. */
export function PickArchive() {
  const t = useT();
  const { open } = useDialog();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="takeIn" onPress={() => picker.current?.click()}>
        {t('moving.takeOpen')}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".ekspose"
        hidden
        aria-label={t('moving.takeOpen')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // So that the same file can be chosen again.
          event.target.value = '';
          if (file !== undefined) open({ kind: 'takeIn', file });
        }}
      />
    </>
  );
}
