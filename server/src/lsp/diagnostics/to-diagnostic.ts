import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { lineStartsIn } from '../../host/lines.ts';
import type { WikiHost } from '../../host/wiki-host.ts';
import { docsUrl } from '../../rules/docs-url.ts';
import type { Diagnostic } from '../../rules/rule.ts';
import { rangeIn } from '../ranges.ts';
import { uriOf } from '../uris.ts';

export const SOURCE = 'research-wiki';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A diagnostic in LSP's words. */
export function toDiagnostic(
  host: WikiHost,
  { path, rule, severity, span, message, related, unnecessary }: Diagnostic,
): LspDiagnostic {
  const starts = lineStartsIn(host, path);
  return {
    range: rangeIn(starts, span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    codeDescription: { href: docsUrl(rule) },
    message,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related && related.length > 0
      ? {
          relatedInformation: related.map(other => ({
            location: {
              uri: uriOf(`${host.root}/${other.path}`),
              range: rangeIn(lineStartsIn(host, other.path), other.span),
            },
            message: other.message,
          })),
        }
      : {}),
  };
}
