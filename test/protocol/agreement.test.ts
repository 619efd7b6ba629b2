import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { run } from '../cli/run.ts';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/model-honesty');

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: keyof typeof SEVERITIES;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A copy of the example wiki, of which Git knows nothing. */
function exampleWiki(context: TestContext): string {
  const root = tempWiki(context, {});
  cpSync(EXAMPLE, root, { recursive: true });
  return root;
}

/** What the command line reports, as lines that can be compared. */
function checked(root: string): { readonly files: readonly string[]; readonly lines: readonly string[] } {
  const { diagnostics } = JSON.parse(run(root, 'check', '--format', 'json', '--hints').stdout) as {
    diagnostics: readonly Reported[];
  };
  return {
    files: [...new Set(diagnostics.map(({ file }) => file))],
    lines: diagnostics.map(line).sort(),
  };
}

const line = ({ file, rule, severity, message, range }: Reported): string =>
  `${file} ${JSON.stringify(range)} ${SEVERITIES[severity]} ${rule} ${message}`;

/** What the server has pushed for all files. */
const pushedBy = (client: TestClient, root: string): readonly string[] =>
  [...client.pushed]
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(
        ({ range, severity, code, message }) =>
          `${uri.slice(uriOf(root).length + 1)} ${JSON.stringify(range)} ${severity} ${code} ${message}`,
      ),
    )
    .sort();

suite('command line and editor agree on the example wiki', () => {
  test('on closed pages', async context => {
    const root = exampleWiki(context);
    const { lines } = checked(root);
    assert.ok(lines.length > 10, `${lines.length} diagnostics`);
    const client = await TestClient.start(context, { folders: [root] });
    await client.connection.sendRequest('researchWiki/checkWiki');
    await client.until('as many diagnostics', () => pushedBy(client, root).length >= lines.length);
    assert.deepEqual(pushedBy(client, root), lines);
  });

  test('on pages that are open, whole wiki and all', async context => {
    const root = exampleWiki(context);
    const { lines, files } = checked(root);
    const client = await TestClient.start(context, { folders: [root] });
    for (const file of files) {
      const languageId = file.endsWith('.md') ? 'markdown' : file.endsWith('.yaml') ? 'yaml' : 'csv';
      client.open(root, file, readFileSync(join(root, file), 'utf8'), languageId);
    }
    await client.connection.sendRequest('researchWiki/checkWiki');
    await client.until('as many diagnostics', () => pushedBy(client, root).length >= lines.length);
    assert.deepEqual(pushedBy(client, root), lines);
  });
});
