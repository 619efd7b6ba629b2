import type { Span } from '../../text/span.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Asker } from '../asker.ts';

/** A stretch of a file of the wiki. */
export interface FilePlace {
  readonly path: string;
  readonly span: Span;
}

/** Where something leads, and what of the page leads there. */
export interface Definition extends FilePlace {
  readonly from: Span;
}

/** One feature's answer to "where does this lead?"; undefined where it knows nothing of the place. */
export type DefinitionAnswer = (
  wiki: Wiki,
  path: string,
  offset: number,
  asker: Asker,
) => readonly Definition[] | undefined;

/** One feature's answer to "who speaks of this?"; undefined where it knows nothing of the place. */
export type ReferencesAnswer = (
  wiki: Wiki,
  path: string,
  offset: number,
  asker: Asker,
) => readonly FilePlace[] | undefined;

/** One feature's answer to "where else in this page?"; undefined where it knows nothing of the place. */
export type HighlightsAnswer = (wiki: Wiki, path: string, offset: number) => readonly Span[] | undefined;
