import * as vscode from 'vscode';

/** The link at a rule's id leads to the page that came with the extension, so that it works offline. */
export function withOwnDocs(diagnostic: vscode.Diagnostic, docs: vscode.Uri): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || typeof code.value !== 'string') return diagnostic;
  diagnostic.code = { value: code.value, target: vscode.Uri.joinPath(docs, 'rules', `${code.value}.md`) };
  return diagnostic;
}
