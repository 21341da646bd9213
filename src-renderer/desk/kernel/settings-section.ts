import { type ValueStore, valueStore } from './value-store.ts';

export const SECTIONS = ['general', 'defaults', 'letterhead', 'leaders', 'agencies', 'data'] as const;
export type Section = (typeof SECTIONS)[number];

/** The shown part of the settings; stored outside, so that other screens can lead straight to one. */
export const section: ValueStore<Section> = valueStore<Section>('general');

/** Makes `to` the part with which the settings open. */
export const openSection = (to: Section): void => section.set(to);
