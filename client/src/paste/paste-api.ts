import * as vscode from 'vscode';

/*
 * What VS Code has had for pasting since 1.97. We run in older ones too, whose types know nothing of it: there pasting
 * stays as it is.
 */

export interface PasteKind {
  append(...parts: string[]): PasteKind;
}

export interface PasteEdit {
  insertText: string | vscode.SnippetString;
  additionalEdit?: vscode.WorkspaceEdit;
  yieldTo?: readonly PasteKind[];
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

interface PasteApi {
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: PasteKind; readonly Text: PasteKind };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly PasteKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): vscode.Disposable;
  };
}

/** Undefined in a VS Code that is too old. */
export const pasteApi = (): PasteApi | undefined =>
  'DocumentPasteEdit' in vscode && 'registerDocumentPasteEditProvider' in vscode.languages
    ? (vscode as unknown as PasteApi)
    : undefined;
