import { type GraphShape, shapeOfWiki } from '../features/graph.ts';
import type { FileCheck, NumberCounts } from '../host/check-wiki.ts';
import { NO_NUMBERS } from '../host/check-wiki.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import type { Diagnostic } from '../rules/rule.ts';

/** What a check of a wiki came to, whatever form it is printed in. */
export interface CheckResult {
  readonly host: WikiHost;
  readonly pages: number;
  readonly suppressed: number;
  readonly numbers: NumberCounts;
  /** Undefined where only a part of the wiki was checked. */
  readonly shape?: GraphShape;
  /** By file, in source order; hints only where asked for. */
  readonly diagnostics: readonly Diagnostic[];
}

export function resultOf(
  host: WikiHost,
  checks: readonly FileCheck[],
  hints: 'with-hints' | 'without-hints',
): CheckResult {
  const all = checks.flatMap(({ diagnostics }) => diagnostics);
  const pages = checks.filter(({ numbers }) => numbers !== undefined).length;
  return {
    host,
    pages,
    ...(pages === host.wiki.pages.size ? { shape: shapeOfWiki(host.wiki) } : {}),
    suppressed: checks.reduce((sum, { suppressed }) => sum + suppressed, 0),
    numbers: checks.reduce((sum, { numbers }) => (numbers ? add(sum, numbers) : sum), NO_NUMBERS),
    diagnostics: hints === 'with-hints' ? all : all.filter(({ severity }) => severity !== 'hint'),
  };
}

const add = (a: NumberCounts, b: NumberCounts): NumberCounts => ({
  found: a.found + b.found,
  bound: a.bound + b.bound,
  supported: a.supported + b.supported,
  contradicted: a.contradicted + b.contradicted,
  unverified: a.unverified + b.unverified,
});

export const countOf = ({ diagnostics }: CheckResult, severity: Diagnostic['severity']): number =>
  diagnostics.filter(diagnostic => diagnostic.severity === severity).length;
