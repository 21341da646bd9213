import type { FlatNamespace, i18n, TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Locale } from '#core/text/format.ts';
import { remembering } from './remembering.ts';

interface Language {
  readonly locale: Locale;
  /** The lookup that begins at other words, the same function for as long as the language is the same. */
  lookup<N extends readonly FlatNamespace[]>(namespaces: N): TFunction<N>;
}

const LanguageContext = createContext<Language | null>(null);

function languageOf(instance: i18n, name: string): Language {
  const lookups = new Map<readonly string[], unknown>();
  return {
    locale: name === 'en' ? 'en' : 'id',
    lookup: <N extends readonly FlatNamespace[]>(namespaces: N) => {
      const known = lookups.get(namespaces) ?? remembering(instance.getFixedT(name, namespaces));
      lookups.set(namespaces, known);
      return known as TFunction<N>;
    },
  };
}

/** Gives all within the language of `i18n`: worked out once, and again when it changes, not in every part of a screen. */
export function LanguageProvider({ i18n: instance, children }: { i18n: i18n; children: ReactNode }) {
  const name = useSyncExternalStore(
    (listener) => {
      instance.on('languageChanged', listener);
      return () => instance.off('languageChanged', listener);
    },
    () => instance.language,
  );
  const language = useMemo(() => languageOf(instance, name), [instance, name]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** @throws outside a `LanguageProvider` */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('useLanguage outside LanguageProvider');
  return language;
}
