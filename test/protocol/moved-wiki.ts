import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { tempWiki } from '../support/temp-wiki.ts';
import { TestClient, uriOf } from './client.ts';
import { atCursor } from './cursor.ts';

export const WIKI = {
  'research-wiki.yaml':
    'version: 1\nextends: null\nread-only: ["raw/**"]\npages: { concept: { files: "concepts/*.md" } }\n',
  'concepts/recall.md':
    '# Recall\n\nWhat is brought back, and how one tells that it was.\n\n## Method\n\n- [Probe](../findings/probe.md)\n',
  'findings/probe.md': '# Probe\n\n- [Recall](../concepts/recall.md#method)\n',
  'raw/paper.md': '# Paper\n\n- [Recall](../concepts/recall.md)\n',
};

export const ANNOTATES = {
  workspace: { workspaceEdit: { changeAnnotationSupport: {} } },
  textDocument: { rename: { prepareSupport: true } },
};

export async function start(
  context: TestContext,
  options: { files?: Record<string, string>; capabilities?: object; initializationOptions?: object } = {},
) {
  const root = tempWiki(context, { ...WIKI, ...options.files });
  const client = await TestClient.start(context, {
    folders: [root],
    capabilities: options.capabilities ?? ANNOTATES,
    initializationOptions: options.initializationOptions ?? {},
  });
  // Asked for its answer: by then the wiki is read.
  await client.connection.sendRequest('textDocument/prepareRename', {
    textDocument: { uri: uriOf(root, 'concepts/recall.md') },
    position: { line: 0, character: 0 },
  });
  return { root, client };
}

/** Asks for a rename at the `|`. */
export async function rename(
  client: TestClient,
  root: string,
  path: string,
  marked: string,
  newName: string,
) {
  const { text, position } = atCursor(marked);
  const uri = client.open(root, path, text);
  return (await client.connection.sendRequest('textDocument/rename', {
    textDocument: { uri },
    position,
    newName,
  })) as WorkspaceEdit;
}

export const willRename = (client: TestClient, root: string, ...moves: (readonly [string, string])[]) =>
  client.connection.sendRequest('workspace/willRenameFiles', {
    files: moves.map(([from, to]) => ({ oldUri: uriOf(root, from), newUri: uriOf(root, to) })),
  }) as Promise<WorkspaceEdit | null>;

/** The texts of the files that an edit changes, by path. */
export function applied(root: string, edit: WorkspaceEdit | null): Record<string, string> {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'textDocument' in change,
  );
  return Object.fromEntries(
    changes.map(({ textDocument: { uri }, edits }) => {
      const path = decodeURI(uri.slice(uriOf(root).length + 1));
      const document = TextDocument.create(uri, 'markdown', 1, readFileSync(join(root, path), 'utf8'));
      return [path, TextDocument.applyEdits(document, edits as never)];
    }),
  );
}
