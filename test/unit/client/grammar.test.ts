import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../..');
const cases = join(root, 'test/grammar');

/** Ours are injected into VS Code's own Markdown grammar, which comes with the editor that the editor suite runs in. */
const vscode = join(root, 'test/editor/node_modules/code-server/lib/vscode/extensions');
const grammars = ['markdown-basics/syntaxes/markdown', 'html/syntaxes/html', 'html/syntaxes/html-derivative'];
const options = grammars.flatMap(grammar => ['--grammar', join(vscode, `${grammar}.tmLanguage.json`)]);
const tool = join(root, 'node_modules/vscode-tmgrammar-test/dist/unit.js');

for (const file of readdirSync(cases)) {
  test(`grammar: ${file}`, async () => {
    assert.ok(existsSync(vscode), 'the editor suite is not set up; npm test does it');
    const args = [tool, '--compact', ...options, join(cases, file)];
    const run = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(error => error);
    const report = `${run.stdout}${run.stderr}`.replace(/^grammar not found for .*\n/gm, '');
    assert.equal(run.code ?? 0, 0, report);
  });
}
