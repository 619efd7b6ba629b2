import type { LineStarts } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';

/** A value in the front matter with its place; sequences and maps nest. Spans are offsets into the page. */
export interface FieldValue {
  /** The plain JavaScript value: string, number, boolean, null, array or object. Dates stay strings. */
  readonly value: unknown;
  readonly span: Span;
  /** For a sequence: its items in order. */
  readonly items?: readonly FieldValue[];
  /** For a map: its pairs in order. */
  readonly fields?: readonly Field[];
}

export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FieldValue;
}

/** What is wrong with the YAML itself. */
export interface YamlProblem {
  readonly message: string;
  readonly span: Span;
}

export interface FrontMatter {
  /** The whole block with both `---` lines. */
  readonly span: Span;
  /** The YAML between the `---` lines; may be empty. */
  readonly contentSpan: Span;
  readonly fields: readonly Field[];
  /** The whole front matter as a plain object; `{}` when it is no map. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly YamlProblem[];
}

export interface Heading {
  readonly depth: number;
  /** The plain text, as a reader sees it. */
  readonly text: string;
  /** GitHub's anchor for it, with `-1`, `-2` for repeated ones. */
  readonly slug: string;
  readonly span: Span;
  /** For `## Key *results*` the span of `Key *results*`; empty at the end of the line for an empty heading. */
  readonly textSpan: Span;
}

/** A heading and what stands under it, up to the next heading of its level or above. */
export interface Section {
  readonly heading: Heading;
  readonly span: Span;
  /** From the end of the heading to the next heading of any level (or the end of the page). */
  readonly bodySpan: Span;
  /** True when nothing but white space and comments stands in the section, its subsections counted. */
  readonly empty: boolean;
  /** Index in `sections` of the enclosing section, or -1. */
  readonly parent: number;
}

export type LinkKind = 'inline' | 'reference' | 'autolink' | 'image' | 'image-reference' | 'html';

export interface Link {
  readonly kind: LinkKind;
  /** For `[our *loss*](../m.md#loss "t")` the whole of it. */
  readonly span: Span;
  /** The span of `our *loss*`. For an autolink and HTML the destination's. */
  readonly textSpan: Span;
  /** The plain text `our loss`. */
  readonly text: string;
  /** The span of `../m.md#loss` in the page; for a reference that of its definition's destination, if it has one. */
  readonly destinationSpan: Span;
  /** The destination as CommonMark reads it (entities and escapes undone), still percent-encoded. */
  readonly destination: string;
  /** The span of `loss`, without the `#`; undefined when there is no fragment. */
  readonly fragmentSpan?: Span;
  /** For a reference its normalised identifier and the span of its label. */
  readonly identifier?: string;
  readonly labelSpan?: Span;
  /** Index in `sections` of the innermost section, or -1. */
  readonly section: number;
  /** Span and plain text (nested lists left out) of the innermost list item that holds the link, if any. */
  readonly item?: { readonly span: Span; readonly text: string };
  /** Span of the block (paragraph, heading, table cell) that holds the link. */
  readonly blockSpan: Span;
  /** The block has a number outside of links: it may say what the page that is linked to says. */
  readonly besideNumber?: true;
}

export interface Definition {
  readonly identifier: string;
  /** The label as written. */
  readonly label: string;
  readonly span: Span;
  readonly labelSpan: Span;
  readonly destinationSpan: Span;
  readonly destination: string;
  readonly fragmentSpan?: Span;
}

/** `[text][label]`, `[label][]` for which there is no definition. */
export interface UndefinedReference {
  readonly span: Span;
  readonly labelSpan: Span;
  readonly label: string;
}

/** A path in prose that looks like a page's (`concepts/emergent-capabilities`, with or without `.md`). */
export interface PagePath {
  readonly span: Span;
  readonly path: string;
  readonly section: number;
}

/** `<!-- … -->`, which may hold a suppression. `block` is the span it governs; see suppression. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
  /** True when the comment stands alone as a block of its own. */
  readonly alone: boolean;
  /** Innermost list item, paragraph or table row that holds it; for one that stands alone the next block. */
  readonly governs: Span;
}

/** `[[target]]` or `[[target|label]]`, outside of code, HTML and real links. */
export interface Wikilink {
  readonly span: Span;
  /** As written, with `#heading`; begins with `#` for a heading of the page itself. */
  readonly target: string;
  readonly label?: string;
  /** True for `![[target]]`; the mark before is not part of the span. */
  readonly embed?: true;
}

/** What one page's text says, and nothing else. Immutable. All offsets count from the page's first character, BOM stripped. */
export interface PageFacts {
  readonly length: number;
  /** Tells whether a text is still the one that was read. */
  readonly textHash: number;
  readonly lineStarts: LineStarts;
  readonly frontMatter?: FrontMatter;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly undefinedReferences: readonly UndefinedReference[];
  readonly pagePaths: readonly PagePath[];
  readonly wikilinks: readonly Wikilink[];
  readonly comments: readonly Comment[];
  /** `id` and `name` attributes of HTML in the page. */
  readonly htmlIds: readonly string[];
  /** Changes when any GFM table of the page changes; 0 when there is none. Other pages may quote those tables. */
  readonly tablesKey: number;
  /** Changes when any paragraph with a number does; 0 when there is none. Other pages may restate those numbers. */
  readonly numbersKey: number;
  /** True when the page has Git's conflict markers; it is then reported and not checked further. */
  readonly mergeConflict: boolean;
  /** True when only links and front matter were read, because the page is too big. */
  readonly partial: boolean;
}
