import { relative } from 'node:path';
import type { GraphShape } from '../features/graph.ts';
import { lineStartsIn } from '../host/lines.ts';
import type { Diagnostic } from '../rules/rule.ts';
import { count } from '../rules/words.ts';
import { type LineStarts, positionAt } from '../text/line-starts.ts';
import { type CheckResult, countOf } from './check-result.ts';
import { colors } from './colors.ts';
import { numbersLine } from './numbers-line.ts';

const PAINT = { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.gray } as const;

/** One line a diagnostic: `path:line:column severity message rule`, paths relative to the working directory. */
export function formatPretty(result: CheckResult): string {
  const lines: string[] = [];
  let path: string | undefined;
  let shown = '';
  let starts: LineStarts = [];
  for (const diagnostic of result.diagnostics) {
    if (diagnostic.path !== path) {
      path = diagnostic.path;
      shown = relative('.', `${result.host.root}/${path}`);
      starts = lineStartsIn(result.host, path);
    }
    lines.push(formatLine(diagnostic, shown, starts));
  }
  return lines.map(line => `${line}\n`).join('');
}

function formatLine(
  { span, severity, message, rule }: Diagnostic,
  shown: string,
  starts: LineStarts,
): string {
  const { line, character } = positionAt(starts, span.start);
  return `${shown}:${line + 1}:${character + 1} ${PAINT[severity](severity)} ${message} ${colors.dim(rule)}`;
}

/** What was checked and what came of it, in a line or two: a pass is never vacuous. */
export function formatSummary(result: CheckResult): string {
  const { pages, suppressed, numbers, shape } = result;
  const problems = (['error', 'warning', 'info', 'hint'] as const)
    .map(severity => [severity, countOf(result, severity)] as const)
    .filter(([severity, found]) => found > 0 || severity === 'error' || severity === 'warning')
    .map(([severity, found]) => (severity === 'info' ? `${found} info` : count(found, severity)));
  const silenced = suppressed > 0 ? `, ${suppressed} suppressed` : '';
  return `${count(pages, 'page')}: ${problems.join(', ')}${silenced}\n${numbersLine(numbers)}\n${shape ? `${describeShape(shape)}\n` : ''}`;
}

/** `1 orphan, all pages connected`; an orphan is a page that no other links to. */
const describeShape = ({ orphans, components }: GraphShape): string =>
  `${count(orphans.length, 'orphan')}, ${components === 1 ? 'all pages connected' : `${components} groups of pages that no link connects`}`;
