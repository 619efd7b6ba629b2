import { relative } from 'node:path';
import { fixesOf } from '../features/fixes.ts';
import { VERSION } from '../host/version.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { allRules } from '../rules/all.ts';
import { docsUrl } from '../rules/docs-url.ts';
import type { Diagnostic, FileEdit } from '../rules/rule.ts';
import type { CheckResult } from './check-result.ts';
import { jsonRange } from './json-range.ts';

/** The result as one JSON object; see docs/cli.md for its fields. Positions are zero-based, in UTF-16 units. */
export function formatJson(result: CheckResult, fixes: 'with-fixes' | 'without-fixes'): string {
  const { host, pages, suppressed, numbers, diagnostics } = result;
  return `${JSON.stringify({
    version: 1,
    engine: VERSION,
    root: relative('.', host.root) || '.',
    config: host.schemaFile?.path ?? null,
    pages,
    suppressed,
    numbers,
    diagnostics: diagnostics.map(diagnostic => formatDiagnostic(host, diagnostic, fixes)),
  })}\n`;
}

function formatDiagnostic(
  host: WikiHost,
  diagnostic: Diagnostic,
  fixes: 'with-fixes' | 'without-fixes',
): object {
  const { path, rule, severity, message, span, expected, related } = diagnostic;
  return {
    file: path,
    rule,
    severity,
    message,
    range: jsonRange(host, path, span),
    ...(expected ? { expected } : {}),
    url: docsUrl(rule),
    ...(related
      ? {
          related: related.map(other => ({
            file: other.path,
            range: jsonRange(host, other.path, other.span),
            message: other.message,
          })),
        }
      : {}),
    ...(fixes === 'with-fixes'
      ? {
          fixes: fixesOf(host.wiki, allRules, diagnostic, host.schemaFile).map(
            ({ title, preferred, safe, edits }) => ({
              title,
              preferred,
              safe,
              edits: edits.map(edit => formatEdit(host, edit)),
            }),
          ),
        }
      : {}),
  };
}

/** A new file has an edit at its start and says `create`. */
function formatEdit(host: WikiHost, edit: FileEdit): object {
  if ('create' in edit)
    return {
      file: edit.path,
      range: jsonRange(host, edit.path, { start: 0, end: 0 }),
      newText: edit.create,
      create: true,
    };
  return { file: edit.path, range: jsonRange(host, edit.path, edit.span), newText: edit.newText };
}
