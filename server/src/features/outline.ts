import { lineAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Asker } from './asker.ts';

/** A heading with those below it. */
export interface OutlineEntry {
  readonly name: string;
  /** The whole section. */
  readonly span: Span;
  /** The heading's text. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineEntry[];
}

/** The headings of a page as a tree. */
export function outlineOf({ facts }: Page): readonly OutlineEntry[] {
  const entriesUnder = (parent: number): readonly OutlineEntry[] =>
    facts.sections.flatMap(({ heading, span, parent: own }, index) =>
      own === parent
        ? {
            // An editor shows no entry without a name.
            name: heading.text || '…',
            span,
            nameSpan: heading.textSpan,
            children: entriesUnder(index),
          }
        : [],
    );
  return entriesUnder(-1);
}

/** Zero-based lines, the last one included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
}

/** What can be folded: the front matter, and, where the editor does not fold them itself, the sections. */
export function foldsOf({ facts }: Page, asker: Asker): readonly Fold[] {
  const { frontMatter, sections, lineStarts } = facts;
  const spans = [
    ...(frontMatter ? [frontMatter.span] : []),
    ...(asker === 'markdown-editor' ? [] : sections.map(({ span }) => span)),
  ];
  return spans
    .map(({ start, end }) => ({
      first: lineAt(lineStarts, start),
      last: lineAt(lineStarts, Math.max(start, end - 1)),
    }))
    .filter(({ first, last }) => last > first);
}
