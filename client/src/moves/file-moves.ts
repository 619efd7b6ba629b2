import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { MendOwnLinksParams } from '../../../server/src/lsp/protocol.ts';
import { type FileMove, isUpdatedWithoutQuestion, movesOfVsCode } from './own-links.ts';
import { saveAfterMove } from './save-edited.ts';

type MoveMiddleware = Pick<Middleware, 'provideRenameEdits'> & {
  readonly workspace: Pick<NonNullable<Middleware['workspace']>, 'willRenameFiles'>;
};

/** VS Code edits within this time after a move, and overlooks pages that it has not heard of by then; in milliseconds. */
const SETTLED_MS = 2000;

export interface MoveMessages {
  /** Tells the server, right before it is asked, whose own links VS Code updates itself. */
  leaveOwnLinks(uris: readonly string[]): Promise<void>;
  /** Tells the server that VS Code is done with the own links of these. */
  mendOwnLinks(files: MendOwnLinksParams['files']): Promise<void>;
}

/** What the language client does around renames and moves beside asking the server. */
export function moveMiddleware({ leaveOwnLinks, mendOwnLinks }: MoveMessages): MoveMiddleware {
  return {
    workspace: {
      async willRenameFiles(event, next) {
        const theirs = await movesOfVsCode(event.files);
        await leaveOwnLinks(theirs.map(({ oldUri }) => oldUri.toString()));
        const edit = await next(event);
        const mend = mendLater(() =>
          mendOwnLinks(theirs.map(({ oldUri, newUri }) => ({ oldUri: `${oldUri}`, newUri: `${newUri}` }))),
        );
        saveAfterMove(event.files, edit, theirs, mend);
        if (theirs.some(isUpdatedWithoutQuestion)) onceMoved(theirs, mend);
        return edit;
      },
    },
    async provideRenameEdits(document, position, newName, token, next) {
      // Which page gets another name only the server knows: whatever holds for this one holds for all.
      const [theirs] = await movesOfVsCode([{ oldUri: document.uri, newUri: document.uri }]);
      const folder = theirs && vscode.workspace.getWorkspaceFolder(document.uri);
      await leaveOwnLinks(folder ? [folder.uri.toString()] : []);
      return next(document, position, newName, token);
    },
  };
}

/** Calls `mend` once, when no call has come for a while. */
function mendLater(mend: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(mend, SETTLED_MS);
  };
}

/** Waits for the moves to be made; a move that is given up is waited for until the next one. */
function onceMoved(moves: readonly FileMove[], then: () => void): void {
  waiting?.dispose();
  const expected = moves.map(({ newUri }) => newUri.toString());
  waiting = vscode.workspace.onDidRenameFiles(({ files }) => {
    if (!files.some(({ newUri }) => expected.includes(newUri.toString()))) return;
    waiting?.dispose();
    then();
  });
}

let waiting: vscode.Disposable | undefined;
