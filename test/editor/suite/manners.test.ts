import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { until } from '../ui/until.ts';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;

describe('beside VS Code’s own Markdown support, inside', () => {
  it('one provider of symbols answers', async () => {
    const page = vscode.Uri.joinPath(root(), 'concepts/honesty.md');
    const symbols = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        page,
      );
      assert.ok(found.length > 0);
      return found;
    });
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    assert.equal(names.filter(name => name.startsWith('#')).length, 1, names.join(', '));
  });

  it('a file outside of the wiki gets nothing from us', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '[gone](gone.md) [a][b]\n',
    });
    await vscode.window.showTextDocument(document);
    const hovers = await vscode.commands.executeCommand<unknown[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 9),
    );
    assert.deepEqual(hovers, []);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'research-wiki'),
      [],
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
