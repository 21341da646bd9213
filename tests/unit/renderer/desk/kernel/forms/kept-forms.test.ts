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

  it('are out of the way while they are offered, and found by the next page', () => {
    const storage = windowStorage();
    const form = { dialog: { kind: 'addItem' }, base: '', typed: 'Dinas Baru' } as const;
    const forms = keptForms(storage);
    forms.put('m1/addItem/name', form);
    forms.setAside('m1/addItem/');
    expect(forms.get('m1/addItem/name')).toBeNull();
    expect(forms.keys('m1/')).toEqual([]);
    expect(keptForms(storage).get('m1/addItem/name')).toEqual(form);
    // Another form of the same dialog was closed meanwhile.
    forms.drop('m1/addItem/');
    expect(keptForms(storage).keys('m1/')).toEqual(['m1/addItem/name']);
    forms.put('m1/addItem/name', form);
    expect(forms.keys('m1/')).toEqual(['m1/addItem/name']);
    forms.drop('m1/');
    expect(keptForms(storage).keys('m1/')).toEqual([]);
  });

  it('are removed by whoever set them aside, but not what was put in their place since', () => {
    const forms = keptForms(windowStorage());
    const form = { dialog: { kind: 'addItem' }, base: '', typed: 'Dinas Baru' } as const;
    const other = { ...form, typed: 'Dinas Lain' };
    forms.put('m1/addItem/name', form);
    const first = forms.setAside('m1/');
    forms.put('m1/addItem/name', other);
    const second = forms.setAside('m1/');
    first.drop();
    expect(second.forms).toEqual([other]);
    second.giveBack();
    first.drop();
    expect(forms.get('m1/addItem/name')).toEqual(other);
    const third = forms.setAside('m1/');
    third.drop();
    first.giveBack();
    expect(forms.get('m1/addItem/name')).toEqual(form);
  });

  it('put what was typed over the form’s present values', () => {
    const kept = { base: { name: 'a', office: 'b' }, typed: { name: 'x', office: 'b' } };
    expect(typedOver(kept, { name: 'a', office: 'changed' })).toEqual({ name: 'x', office: 'changed' });
    expect(typedOver({ base: '', typed: 'words' }, '')).toBe('words');
  });

  it('do so field by field also where fields are in groups, and as a whole where another thing was chosen', () => {
    const base = { fields: { date: '2021-05-20', place: '' }, head: { of: 'bupati', name: 'a' } };
    const typed = { ...base, fields: { date: '2021-05-20', place: 'Batulicin' } };
    const now = { fields: { date: '2021-05-17', place: '' }, head: { of: 'bupati', name: 'b' } };
    expect(typedOver({ base, typed }, now)).toEqual({ ...now, fields: { date: '2021-05-17', place: 'Batulicin' } });
    const other = { ...base, head: { agency: 'pupr' } };
    expect(typedOver<unknown>({ base, typed: other }, now)).toEqual({ ...now, head: { agency: 'pupr' } });
    expect(typedOver({ base: { a: {} }, typed: { a: { x: 1 } } }, { a: {} })).toEqual({ a: { x: 1 } });
  });
});
