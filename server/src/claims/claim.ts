import type { PageFacts } from '../markdown/facts.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';

/** A cell of a table in scope. */
export interface CellRef {
  /** Wiki path of the file that holds the table: the data file, or the page for a GFM table. */
  readonly path: string;
  readonly table: Table;
  readonly row: number;
  readonly column: number;
}

export type Verdict = 'supported' | 'contradicted' | 'unverified';

export type ClaimRule =
  | 'claims/bound-value'
  | 'claims/broken-binding'
  | 'claims/contradicted'
  | 'claims/arithmetic'
  | 'claims/conflicting';

/** One number of the prose that says something, with what became of it. */
export interface Claim {
  /** The digits with sign and decimals only, without unit, hedge or arrow; page offsets. */
  readonly span: Span;
  /** The number as written in the source. */
  readonly text: string;
  readonly verdict: Verdict;
  /** True when a link binds the number to a cell or an expression. */
  readonly bound: boolean;
  /** The cells that the number was found to speak of, or that explain it; empty when none is sure. */
  readonly cells: readonly CellRef[];
  /** Other cells it may speak of, best first, when the grounding is ambiguous. */
  readonly candidates: readonly CellRef[];
  /** Why this verdict, in a sentence or two that a person can follow. */
  readonly explanation: string;
}

/** What is reported at a number. At most one a sentence. */
export interface ClaimDiagnostic {
  readonly rule: ClaimRule;
  /** As `Claim.span`; for a broken binding the fragment of the link. */
  readonly span: Span;
  /** Lower case, no full stop: `d.csv says 34.46 for severe medical, total; the text says 36.44`. */
  readonly message: string;
  /** The right text for exactly `span`, best first; absent when it is not sure. */
  readonly expected?: readonly string[];
  /** The cells that the message speaks of. */
  readonly cells: readonly CellRef[];
  /** Of a conflict: the digits in the other place of the page. */
  readonly other?: Span;
}

export interface PageClaims {
  /** In source order. */
  readonly claims: readonly Claim[];
  readonly diagnostics: readonly ClaimDiagnostic[];
  readonly numbers: {
    /** supported + contradicted + unverified. */
    readonly found: number;
    readonly bound: number;
    readonly supported: number;
    readonly contradicted: number;
    readonly unverified: number;
  };
}

/** A table that a page can reach, by the wiki path of its file. */
export interface ReachableTable {
  readonly path: string;
  readonly table: Table;
}

/** Everything that the verdicts of one page depend on. Nothing here touches the disk. */
export interface ClaimsInput {
  /** Wiki path of the page. */
  readonly path: string;
  readonly text: string;
  readonly facts: PageFacts;
  readonly prose: Prose;
  readonly title: string;
  /**
   * The table that a link destination of this page (as in `Link.destination`, fragment and all) leads to, or
   * undefined when the destination is no table file or the file is missing or unreadable. `wiki:finding` is not
   * resolved here but by `countOf`.
   */
  tableAt(destination: string): ReachableTable | undefined;
  /** The tables of the front matter's `tables:`, in order. */
  readonly pageTables: readonly ReachableTable[];
  /** The GFM tables of the source page that a link destination leads to; empty when it is no source. */
  sourceTables(destination: string): readonly ReachableTable[];
  /** How many pages of a type the wiki has; undefined for an unknown type. */
  countOf(type: string): number | undefined;
}
