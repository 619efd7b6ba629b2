import { relative } from 'node:path';
import { lineStartsIn } from '../host/lines.ts';
import type { Diagnostic } from '../rules/rule.ts';
import { positionAt } from '../text/line-starts.ts';
import type { CheckResult } from './check-result.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/**
 * Workflow commands, by which GitHub Actions shows each diagnostic at its line in a pull request. Paths are relative to
 * the working directory, lines and columns count from 1.
 */
export const formatGitHub = (result: CheckResult): string =>
  result.diagnostics.map(diagnostic => `${formatCommand(result, diagnostic)}\n`).join('');

function formatCommand({ host }: CheckResult, { path, span, rule, severity, message }: Diagnostic): string {
  const starts = lineStartsIn(host, path);
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  const properties = {
    file: relative('.', `${host.root}/${path}`).replaceAll('\\', '/'),
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns only within one line.
    ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
