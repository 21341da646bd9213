import 'i18next';
import type aria from './id/aria.json';
import type desk from './id/desk.ts';
import type domain from './id/domain.json';
import type errors from './id/errors.json';
import type fields from './id/fields.json';
import type kit from './id/kit.json';
import type main from './id/main.json';
import type minutes from './id/minutes.json';
import type projector from './id/projector.json';

/** Keys are typed from the Indonesian files, the default language; a test holds the English ones to the same keys. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'domain';
    resources: {
      aria: typeof aria;
      desk: typeof desk;
      domain: typeof domain;
      errors: typeof errors;
      fields: typeof fields;
      kit: typeof kit;
      main: typeof main;
      minutes: typeof minutes;
      projector: typeof projector;
    };
  }
}
