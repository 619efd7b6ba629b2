import type { ClaimDiagnostic, ClaimRule } from '../../claims/claim.ts';
import { verdictsOf } from '../../claims/verdicts-of.ts';
import { columnLabel } from '../../tables/labels.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Problem, Related } from '../rule.ts';

/** What the claims engine reports under one rule. */
export function* claimProblems(wiki: Wiki, page: Page, rule: ClaimRule): Iterable<Problem> {
  if (page.facts.partial) return;
  for (const diagnostic of verdictsOf(wiki, page)?.diagnostics ?? []) {
    if (diagnostic.rule !== rule) continue;
    yield {
      span: diagnostic.span,
      message: diagnostic.message,
      ...(diagnostic.expected ? { expected: diagnostic.expected } : {}),
      related: relatedTo(page, diagnostic),
    };
  }
}

function relatedTo(page: Page, { cells, other }: ClaimDiagnostic): readonly Related[] {
  const places = cells.map(({ path, table, row, column }) => {
    const { span, text } = table.rows[row]![column]!;
    return { path, span, message: `${columnLabel(table, column)}: ${text}` };
  });
  return other ? [...places, { path: page.path, span: other, message: 'the other place' }] : places;
}
