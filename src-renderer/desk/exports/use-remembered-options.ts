import { useRef } from 'react';
import type { DocumentOptions } from '#core/model/export-options.ts';
import { type SavedFields, useFieldSaver } from '#renderer/kit/use-field-saver.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** The options of the last export, saved as they are changed. The same object while they are equal. */
export function useRememberedOptions(): SavedFields<DocumentOptions> {
  const t = useT();
  const { request, store, toasts } = useRuntime();
  const stored = useDeskValue((view) => view.settings.documents);
  const form = useFieldSaver<DocumentOptions>('documents', stored, {
    send: (fields) =>
      request('settings.edit', { fields: { documents: { ...store.current().settings.documents, ...fields } } }),
    onRefused: ({ code, params }) => {
      toasts.show({ tone: 'error', text: t(`errors:${code}`, params) });
    },
  });
  const before = useRef(form.value);
  if (JSON.stringify(before.current) !== JSON.stringify(form.value)) before.current = form.value;
  return { ...form, value: before.current };
}
