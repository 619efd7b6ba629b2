import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { FilePlace } from '../navigation/places.ts';

/** Where a lens stands. */
export interface LensPlace {
  readonly span: Span;
  /** What the lens is about, for `resolve` and `places`; empty where the kind says it all. */
  readonly subject: string;
}

/** One kind of lens, a file each; the setting `researchWiki.codeLens.<setting>` turns it off. */
export interface LensKind {
  readonly setting: 'links' | 'numbers';
  /** Where the lenses stand. Asked after every pause in typing, so it works nothing out. */
  placesIn(wiki: Wiki, page: Page): readonly LensPlace[];
  /** What a lens says, asked for once it is in sight. Undefined where there is nothing to say any more. */
  titleOf(wiki: Wiki, page: Page, subject: string): string | undefined;
  /** What a click shows; with a single place the editor goes there. */
  leadsTo(wiki: Wiki, page: Page, subject: string): readonly FilePlace[];
}
