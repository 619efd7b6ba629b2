import type { ClaimRule } from '../../claims/claim.ts';
import { claimsOf } from '../../claims/claims-of.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Fix, Problem } from '../rule.ts';

/** What the claims engine reports under one rule. */
export function* claimProblems(wiki: Wiki, page: Page, rule: ClaimRule): Iterable<Problem> {
  if (page.facts.partial) return;
  for (const diagnostic of claimsOf(wiki, page)?.diagnostics ?? []) {
    if (diagnostic.rule !== rule) continue;
    yield {
      span: diagnostic.span,
      message: diagnostic.message,
      ...(diagnostic.expected ? { expected: diagnostic.expected } : {}),
      related: diagnostic.cells.map(({ path, table, row, column }) => ({
        path,
        span: table.rows[row]![column]!.span,
        message: `${table.columns[column]!.header || `column ${column + 1}`}: ${table.rows[row]![column]!.text}`,
      })),
    };
  }
}

/** Puts the right value in place of the digits, and nothing else. */
export function* valueFixes(problem: Problem, page: Page, safe: 'safe' | 'needs-a-look'): Iterable<Fix> {
  for (const [index, value] of (problem.expected ?? []).entries()) {
    yield {
      title: `Change to ${value}`,
      preferred: index === 0,
      safe: safe === 'safe' && problem.expected!.length === 1,
      edits: [{ path: page.path, span: problem.span, newText: value }],
    };
  }
}
