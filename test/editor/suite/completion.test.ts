import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';

const root = () => vscode.workspace.workspaceFolders![0]!.uri;
const revert = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

/** Everything that all providers together offer behind `typed`, which is added to a page as a line of its own. */
async function offered(typed: string): Promise<readonly vscode.CompletionItem[]> {
  const page = vscode.Uri.joinPath(root(), 'findings/2025-small-doses.md');
  const document = await vscode.workspace.openTextDocument(page);
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit(edit => edit.insert(end, `\n${typed}`));
  const cursor = document.lineAt(document.lineCount - 1).range.end;
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    page,
    cursor,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

const destinationOf = ({ insertText, label }: vscode.CompletionItem): string => {
  const text = typeof insertText === 'string' ? insertText : (insertText?.value ?? String(label));
  return /\]\(([^)]*)\)/.exec(text)?.[1] ?? text;
};

describe('completion from all providers', () => {
  afterEach(revert);

  for (const typed of ['[x](', '[x](../', '[x](../concepts/honesty.md#']) {
    it(`offers no destination twice under one label after ${typed}`, async () => {
      const items = await offered(typed);
      assert.ok(items.length > 0);
      const all = items.map(item => `${labelOf(item)} → ${destinationOf(item)}`);
      assert.deepEqual(all, [...new Set(all)]);
    });
  }

  it('offers every page of the wiki behind a bracket', async () => {
    const labels = (await offered('[')).map(labelOf);
    for (const title of ['Honesty', 'Truthfulness', 'Mechanistic', 'Owain Evans']) {
      assert.ok(labels.includes(title), `${title} in ${labels.join(', ')}`);
    }
  });
});
