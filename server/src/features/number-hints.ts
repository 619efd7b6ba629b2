import { cellText } from '../claims/wording.ts';
import type { Diagnostic } from '../rules/rule.ts';
import { valueAt } from '../tables/table-values.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { baseName } from '../wiki/path.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { numbersOf } from './number-report.ts';

/** What a table says of a number, shown behind it and no part of the text. */
export interface NumberHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** Which numbers get a hint: those that something is reported at, or each that the table has otherwise than the text. */
export type HintedNumbers = 'contradicted' | 'all';

const RULES: ReadonlySet<string> = new Set(['claims/bound-value', 'claims/contradicted']);

/**
 * The table's value behind the numbers of a stretch of a page. `reported` is what is shown of the page: where a wiki switches
 * a rule off or an author ignores it, no hint says it in its place.
 */
export function numberHints(
  wiki: Wiki,
  page: Page,
  reported: readonly Diagnostic[],
  wanted: HintedNumbers,
  span: Span,
): readonly NumberHint[] {
  const contradicted = reported.flatMap(({ rule, span: at, expected, message }) =>
    RULES.has(rule) && overlaps(at, span) && expected?.length === 1
      ? { offset: at.end, text: `→ ${expected[0]}`, tooltip: message }
      : [],
  );
  if (wanted === 'contradicted') return contradicted;
  const others = numbersOf(wiki, page).flatMap(({ claim }) => {
    const [cell] = claim.cells;
    if (claim.verdict !== 'supported' || claim.cells.length !== 1 || !cell || !overlaps(claim.span, span))
      return [];
    const digits = valueAt(cell.table, cell).main?.text;
    if (digits === undefined || digits === claim.text) return [];
    const value = cellText(cell.table, cell.row, cell.column);
    return { offset: claim.span.end, text: `(${value})`, tooltip: `so in ${baseName(cell.path)}` };
  });
  return [...contradicted, ...others].sort((a, b) => a.offset - b.offset);
}
