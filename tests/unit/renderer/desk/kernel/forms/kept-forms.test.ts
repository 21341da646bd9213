import { describe, expect, it } from 'vitest';
import { keptForms, typedOver } from '#renderer/desk/kernel/forms/kept-forms.ts';
import { windowStorage } from '../../../../../support/window-storage.ts';

describe('forms that are kept', () => {
  it('are there for the next page, and only until they are dropped', () => {
    const storage = windowStorage();
    const form = { dialog: { kind: 'addItem' }, base: '', typed: 'Dinas Baru' } as const;
    keptForms(storage).put('m1/addItem/name', form);
    keptForms(storage).put('m2/addItem/name', form);
    expect(keptForms(storage).get('m1/addItem/name')).toEqual(form);
    keptForms(storage).drop('m1/');
    expect(keptForms(storage).get('m1/addItem/name')).toBeNull();
    expect(keptForms(storage).keys('')).toEqual(['m2/addItem/name']);
  });

  it('put what was typed over the form’s present values', () => {
    const kept = { base: { name: 'a', office: 'b' }, typed: { name: 'x', office: 'b' } };
    expect(typedOver(kept, { name: 'a', office: 'changed' })).toEqual({ name: 'x', office: 'changed' });
    expect(typedOver({ base: '', typed: 'words' }, '')).toBe('words');
  });
});
