import { relative } from 'node:path';
import type {
  Artifact,
  Fix,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { fixesOf } from '../features/fixes.ts';
import { lineStartsIn } from '../host/lines.ts';
import { VERSION } from '../host/version.ts';
import type { WikiHost } from '../host/wiki-host.ts';
import { allRules } from '../rules/all.ts';
import { docsUrl, PROJECT_URL } from '../rules/docs-url.ts';
import type { Diagnostic, FileEdit, Rule } from '../rules/rule.ts';
import { hashOf } from '../text/hash.ts';
import { lineAt, positionAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import type { CheckResult } from './check-result.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note', off: 'none' } as const;

/** SARIF 2.1.0, as code scanning services read it. Paths are relative to the working directory. */
export function formatSarif(result: CheckResult, fixes: 'with-fixes' | 'without-fixes'): string {
  const { host, diagnostics } = result;
  const fingerprint = fingerprints(host);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'research-wiki',
            version: VERSION,
            semanticVersion: VERSION,
            informationUri: PROJECT_URL,
            rules: allRules.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        artifacts: artifactsOf(result),
        results: diagnostics.map(diagnostic => ({
          ...resultOf(host, diagnostic),
          partialFingerprints: { primaryLocationLineHash: fingerprint(diagnostic) },
          ...(fixes === 'with-fixes' ? { fixes: fixesIn(host, diagnostic) } : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

const descriptorOf = (rule: Rule): ReportingDescriptor => ({
  id: rule.id,
  shortDescription: { text: rule.summary },
  fullDescription: { text: rule.summary },
  help: { text: `${rule.summary}\n\n${rule.why}`, markdown: `${rule.summary}\n\n${rule.why}` },
  helpUri: docsUrl(rule.id),
  defaultConfiguration: { enabled: rule.severity !== 'off', level: LEVELS[rule.severity] },
  properties: { tags: [rule.id.slice(0, rule.id.indexOf('/'))] },
});

const artifactsOf = ({ host, diagnostics }: CheckResult): Artifact[] =>
  [...new Set(diagnostics.map(({ path }) => path))].map(path => ({ location: { uri: uriOf(host, path) } }));

function resultOf(host: WikiHost, { path, rule, severity, message, span, related }: Diagnostic): Result {
  return {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: placeOf(host, path, span) }],
    ...(related && related.length > 0
      ? {
          relatedLocations: related.map(
            (other, id): Location => ({
              id,
              physicalLocation: placeOf(host, other.path, other.span),
              message: { text: other.message },
            }),
          ),
        }
      : {}),
  };
}

const placeOf = (host: WikiHost, path: string, span: Span): PhysicalLocation => ({
  artifactLocation: { uri: uriOf(host, path) },
  region: regionOf(host, path, span),
});

/** Lines and columns count from 1. */
function regionOf(host: WikiHost, path: string, span: Span): Region {
  const starts = lineStartsIn(host, path);
  const start = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const uriOf = (host: WikiHost, path: string): string =>
  relative('.', `${host.root}/${path}`).replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');

function fixesIn(host: WikiHost, diagnostic: Diagnostic): Fix[] {
  return fixesOf(host.wiki, allRules, diagnostic, host.schemaFile).map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: edits.map(edit => ({
      artifactLocation: { uri: uriOf(host, edit.path) },
      replacements: [replacementOf(host, edit)],
    })),
  }));
}

const replacementOf = (host: WikiHost, edit: FileEdit) =>
  'create' in edit
    ? {
        deletedRegion: { startLine: 1, startColumn: 1, endColumn: 1 },
        insertedContent: { text: edit.create },
      }
    : { deletedRegion: regionOf(host, edit.path, edit.span), insertedContent: { text: edit.newText } };

/**
 * The same for a diagnostic as long as its rule, path and the text of its line stay, wherever the line goes; the number
 * at the end tells the diagnostics of equal lines apart.
 */
function fingerprints(host: WikiHost): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  // Diagnostics come file by file.
  let last = { path: '', text: '' };
  return ({ path, rule, span }) => {
    if (last.path !== path) last = { path, text: host.wiki.sources.textOf(path) ?? '' };
    const starts = lineStartsIn(host, path);
    const line = lineAt(starts, span.start);
    const written = last.text.slice(starts[line], starts[line + 1]).trim();
    const hash = [1, 2]
      .map(seed => hashOf(`${rule}\n${path}\n${written}`, undefined, seed).toString(16).padStart(8, '0'))
      .join('');
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  };
}
