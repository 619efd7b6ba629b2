/*
 * What the server says of a page for VS Code's preview; part of `protocol.ts`. Positions are LSP's (zero-based, UTF-16), all
 * texts are plain texts.
 */

/** What a preview shows of a page beside its text. */
export interface PreviewData {
  readonly card: {
    readonly type?: string;
    readonly title: string;
    readonly status?: string;
    readonly date?: string;
    /** Other fields worth showing, in the page's order, as plain text. */
    readonly lenses: readonly { readonly text: string; readonly href?: string }[];
  };
  /** Places of the text that are shown in another way, in source order; they don't overlap. */
  readonly marks: readonly PreviewMark[];
  /** Destinations that lead nowhere, as CommonMark reads them, each once. */
  readonly brokenLinks: readonly { readonly destination: string; readonly reason: string }[];
  /** Tables that `![caption](data/x.csv)` shows, each destination once. */
  readonly tables: readonly PreviewTable[];
  readonly backlinks: {
    readonly pages: readonly PreviewBacklink[];
    /** How many pages there are beside these. */
    readonly more: number;
  };
}
/** A stretch of one line. */
export interface PreviewPlace {
  readonly line: number;
  readonly character: number;
  /** UTF-16 length. */
  readonly length: number;
  readonly text: string;
}
export type PreviewMark = PreviewNumber | PreviewPagePath | PreviewUndefinedReference;
export interface PreviewNumber extends PreviewPlace {
  readonly kind: 'number';
  readonly verdict: 'supported' | 'contradicted';
  readonly bound: boolean;
  readonly message: string;
  /** What a contradicted number should be, where that is sure. */
  readonly expected?: string;
  /** The rows of the table that it speaks of. */
  readonly excerpt?: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly { readonly text: string; readonly meant: boolean }[])[];
  };
}
/** The path of a page in running text. */
export interface PreviewPagePath extends PreviewPlace {
  readonly kind: 'page-path';
  readonly href: string;
  readonly title: string;
}
/** The text of `[text][label]` without a definition. */
export interface PreviewUndefinedReference extends PreviewPlace {
  readonly kind: 'undefined-reference';
  readonly message: string;
}
export interface PreviewTable {
  readonly destination: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PreviewCell[])[];
  /** How many there are, shown or not. */
  readonly allRows: number;
  readonly allColumns: number;
}
export interface PreviewCell {
  readonly text: string;
  /** What to sort by, where the cell is a number. */
  readonly value?: number;
  /** Set where a number of the page speaks of the cell. */
  readonly quoted?: 'supported' | 'contradicted';
}
export interface PreviewBacklink {
  readonly title: string;
  readonly type?: string;
  readonly href: string;
  readonly sections: readonly string[];
  /** Empty where the page names this one in its fields only. */
  readonly sentences: readonly string[];
}
