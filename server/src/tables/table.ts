import type { LineStarts } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';

/** One field of a table, as it stands in the file. */
export interface Cell {
  /** The content as printed: quotes of the CSV undone, trimmed, mark-up like `**` kept. */
  readonly text: string;
  /** UTF-16 offsets of the content in the file that holds the table, without CSV quotes and that white space. */
  readonly span: Span;
}

/** A column with its header, whose several rows are joined by a space. */
export interface Column {
  readonly index: number;
  readonly header: string;
  /** `header` slugged as in a cell anchor; see `slug.ts`. */
  readonly slug: string;
  /** Unit from the header (`rate (%)`) or from the wiki's YAML; empty when there is none. */
  readonly unit: string;
  /** True when any filled cell does not begin with a number. */
  readonly isText: boolean;
  /** True for the first column, further ones that hold text, and what `keys:` names. */
  readonly isLabel: boolean;
}

export type TableFormat = 'csv' | 'tsv' | 'json' | 'gfm' | 'parquet';

/** Something wrong in the table itself; `rule` is the id under which it is reported. */
export interface TableProblem {
  readonly rule: 'tables/syntax' | 'tables/ragged-row' | 'tables/ambiguous-row' | 'tables/mixed-units';
  readonly span: Span;
  readonly message: string;
}

/** A parsed data table. Immutable but for what is derived from it. */
export interface Table {
  readonly format: TableFormat;
  readonly title?: string;
  readonly columns: readonly Column[];
  /** Body rows; each has exactly one cell per column, empty ones with an empty `text`. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows of the file are header (0 when it has none). */
  readonly headerRows: number;
  /** The cells of the header rows, as they stand in the file. */
  readonly headerCells: readonly (readonly Cell[])[];
  readonly headerSpan: Span;
  readonly lineStarts: LineStarts;
  /** What its reader met; see `problemsOf` for all there is. */
  readonly problems: readonly TableProblem[];
  /**
   * See `derived.ts`. In the table itself: a WeakMap would keep it all until the next full garbage collection. Tables whose cells
   * have the same texts share it, so that nothing in it may hold on to spans.
   */
  readonly derived: Map<unknown, unknown>;
}

/** What the wiki's YAML may say about a table. */
export interface TableOptions {
  readonly title?: string;
  readonly unit?: string;
  /** Headers (or slugs) of the columns that hold labels, beside those found by looking. */
  readonly keys?: readonly string[];
}
