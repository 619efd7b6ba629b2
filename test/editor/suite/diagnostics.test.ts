import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;

describe('diagnostics', () => {
  it('come for a closed page, with severity, source, and a link that explains the rule', async () => {
    const page = vscode.Uri.joinPath(root(), 'findings/2024-mistakes-on-purpose.md');
    const broken = await until(() => {
      const found = vscode.languages
        .getDiagnostics(page)
        .find(({ code }) => ruleOf(code) === 'links/broken-page');
      assert.ok(found);
      return found;
    });
    assert.equal(broken.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(broken.source, 'research-wiki');
    assert.ok(typeof broken.code === 'object' && 'target' in broken.code, 'the rule is a link');
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ label }) => label));
    assert.ok(!tabs.some(label => label.includes('mistakes')), 'nobody opened the page');
  });

  it('lie exactly on what is wrong', async () => {
    const page = vscode.Uri.joinPath(root(), 'findings/2024-mistakes-on-purpose.md');
    const document = await vscode.workspace.openTextDocument(page);
    const marked = (rule: string) =>
      vscode.languages
        .getDiagnostics(page)
        .filter(({ code }) => ruleOf(code) === rule)
        .map(({ range }) => document.getText(range));
    await until(() => assert.deepEqual(marked('claims/arithmetic'), ['35']));
    assert.deepEqual(marked('claims/bound-value'), ['36.44']);
    assert.deepEqual(marked('links/broken-page'), ['../concepts/honestly.md']);
  });

  it('are none on the other pages of the example', async () => {
    const others = vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.path.startsWith(`${root().path}/`) && !uri.path.includes('mistakes'))
      .flatMap(([uri, all]) =>
        all
          .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
          .map(({ message }) => `${uri.path}: ${message}`),
      );
    assert.deepEqual(others, []);
  });

  it('follow what is typed, and go with what is thrown away', async () => {
    const page = vscode.Uri.joinPath(root(), 'threads/how-little-is-enough.md');
    const document = await vscode.workspace.openTextDocument(page);
    const editor = await vscode.window.showTextDocument(document);
    const broken = () =>
      vscode.languages.getDiagnostics(page).filter(({ code }) => ruleOf(code) === 'links/broken-page').length;
    await until(() => assert.equal(broken(), 0));
    await editor.edit(edit =>
      edit.insert(document.lineAt(document.lineCount - 1).range.end, '\n[gone](../gone.md)\n'),
    );
    await until(() => assert.equal(broken(), 1));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => assert.equal(broken(), 0));
  });

  it('change when a page that others link to comes and goes on disk', async () => {
    const broken = () =>
      vscode.languages
        .getDiagnostics(vscode.Uri.joinPath(root(), 'findings/2024-mistakes-on-purpose.md'))
        .filter(({ code }) => ruleOf(code) === 'links/broken-page').length;
    const missing = vscode.Uri.joinPath(root(), 'concepts/honestly.md');
    await until(() => assert.equal(broken(), 1));
    await vscode.workspace.fs.writeFile(
      missing,
      new TextEncoder().encode('---\ntype: concept\ntitle: Honestly\n---\n'),
    );
    await until(() => assert.equal(broken(), 0));
    await vscode.workspace.fs.delete(missing);
    await until(() => assert.equal(broken(), 1));
  });
});

const ruleOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
