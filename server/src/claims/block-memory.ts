import type { ProseBlock } from '../markdown/prose.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import type { CellRef, Claim } from './claim.ts';
import type { Statement } from './conflicts.ts';
import type { Suspected } from './page-trust.ts';
import type { Ranked } from './rank.ts';

/** What was worked out of one block. Offsets count in the page as it was then. */
export interface BlockVerdicts {
  readonly claims: readonly Claim[];
  /** What may be reported, by sentence. */
  readonly reports: readonly (readonly Ranked[])[];
  /** What is reported only where the page as a whole agrees with its tables; see `page-trust.ts`. */
  readonly suspicions: readonly Suspected[];
  /** For conflicts with other blocks of the page. */
  readonly statements: readonly Statement[];
}

interface Remembered {
  readonly verdicts: BlockVerdicts;
  /** Where the block began. */
  readonly start: number;
  /** The tables in scope, in order. */
  readonly tables: readonly Table[];
}

/**
 * The blocks of a page as they were judged last, by all that their verdicts depend on: an edit judges anew only the block that
 * it touches. Holds what the last walk used and no more.
 */
export class BlockMemory {
  private last = new Map<string, Remembered>();
  private current = new Map<string, Remembered>();

  /** What is known of a block under a key, moved to where it stands now; else what `judge` makes of it. */
  recall(
    key: string,
    block: ProseBlock,
    tables: readonly Table[],
    judge: () => BlockVerdicts,
  ): BlockVerdicts {
    const { start } = block.span;
    const known = this.last.get(key) ?? this.current.get(key);
    const verdicts = known ? moved(known, start, tables) : judge();
    this.current.set(key, { verdicts, start, tables });
    return verdicts;
  }

  /** A walk over the page is over. */
  turn(): void {
    this.last = this.current;
    this.current = new Map();
  }
}

/** The same verdicts elsewhere in the page; a table of the page itself may have moved too. */
function moved({ verdicts, start, tables }: Remembered, to: number, now: readonly Table[]): BlockVerdicts {
  const by = to - start;
  const places = new Map(
    tables.flatMap((table, index) => (table === now[index] ? [] : [[table, now[index]!]])),
  );
  if (by === 0 && places.size === 0) return verdicts;
  const span = (old: Span): Span => ({ start: old.start + by, end: old.end + by });
  const cell = (old: CellRef): CellRef => ({ ...old, table: places.get(old.table) ?? old.table });
  const cells = (old: readonly CellRef[]): readonly CellRef[] => (places.size === 0 ? old : old.map(cell));
  const movedClaim = (claim: Claim): Claim => ({
    ...claim,
    span: span(claim.span),
    cells: cells(claim.cells),
    candidates: cells(claim.candidates),
  });
  return {
    claims: verdicts.claims.map(movedClaim),
    reports: verdicts.reports.map(ofSentence =>
      ofSentence.map(report => ({ ...report, span: span(report.span), cells: cells(report.cells) })),
    ),
    suspicions: verdicts.suspicions.map(suspected => ({
      ...suspected,
      otherwise: movedClaim(suspected.otherwise),
    })),
    statements: verdicts.statements.map(statement => ({
      ...statement,
      numbers: statement.numbers.map(number => ({ ...number, span: span(number.span) })),
    })),
  };
}
