import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

const page = () =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'findings/2024-mistakes-on-purpose.md');

const marked = (rule: string) =>
  vscode.languages
    .getDiagnostics(page())
    .filter(({ code }) => typeof code === 'object' && code.value === rule).length;

describe('fixing all that is safe', () => {
  it('by the command: a wrong case and a bound number, as one edit that can be thrown away', async () => {
    const document = await vscode.workspace.openTextDocument(page());
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await until(() => assert.deepEqual([marked('links/wrong-case'), marked('claims/bound-value')], [1, 1]));
    await vscode.commands.executeCommand('researchWiki.fixAllSafe');
    await until(() => assert.deepEqual([marked('links/wrong-case'), marked('claims/bound-value')], [0, 0]));
    assert.equal(
      document.getText(),
      before.replace('../concepts/Sycophancy.md', '../concepts/sycophancy.md').replace('36.44', '34.46'),
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => assert.deepEqual([marked('links/wrong-case'), marked('claims/bound-value')], [1, 1]));
  });

  it('on save: the wrong case, and no number', async () => {
    const document = await vscode.workspace.openTextDocument(page());
    await vscode.window.showTextDocument(document);
    await until(() => assert.equal(marked('links/wrong-case'), 1));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      page(),
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll.researchWiki',
    );
    const texts = actions.flatMap(({ edit }) =>
      (edit?.get(page()) ?? []).map(({ range, newText }) => [document.getText(range), newText]),
    );
    assert.deepEqual(texts, [['../concepts/Sycophancy.md', '../concepts/sycophancy.md']]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
