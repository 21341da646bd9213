import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { Letterhead } from '#core/model/kop.ts';
import { policyFor } from './document-policy.ts';
import { type EmblemImage, Kop } from './letterhead.tsx';
import { catchwordStyle, pageStyle, STYLE } from './style.ts';
import type { Paper } from './words.ts';

/** Everything that a document's layout needs. */
export interface Layout {
  readonly options: DocumentOptions;
  readonly letterhead: Letterhead;
  readonly emblem: EmblemImage | null;
}

/** The letterhead, the title, and what must be said before anything else. */
export function DocumentHeader({
  paper,
  layout,
  heading,
}: {
  paper: Paper<Pick<DocumentHead, 'locale' | 'sample'>>;
  layout: Layout;
  heading: string;
}) {
  const { doc, t } = paper;
  return (
    <>
      <Kop letterhead={layout.letterhead} preset={layout.options.kop} emblem={layout.emblem} />
      <h1>{heading}</h1>
      {doc.sample && <p className="mark">{t('sampleMark')}</p>}
    </>
  );
}

interface WholePage {
  readonly title: string;
  readonly locale: string;
  readonly options: DocumentOptions;
  /** See `catchwordStyle`. */
  readonly catchwords: readonly string[];
  readonly body: ReactNode;
}

/** One self-contained page: its own style and fonts, and a policy that lets it load nothing. */
export function wholePage({ title, locale, options, catchwords, body }: WholePage): string {
  const paged = pageStyle(options.paper) + (catchwords.length === 0 ? '' : `\n${catchwordStyle(catchwords)}`);
  const page = (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policyFor([STYLE, paged])} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
        <style>{paged}</style>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}
