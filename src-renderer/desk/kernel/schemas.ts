// The only file of the desk that reads schemas: the build gives it rules of its own, so that zod is loaded with it and not with
// every window. What reads it is loaded on demand.
export { SettingsPatch } from '#core/model/settings.ts';
export { Sheet } from '#core/model/sheet.ts';
