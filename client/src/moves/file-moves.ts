import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { movesOfVsCode } from './own-links.ts';
import { saveAfterMove } from './save-edited.ts';

type MoveMiddleware = Pick<Middleware, 'provideRenameEdits'> & {
  readonly workspace: Pick<NonNullable<Middleware['workspace']>, 'willRenameFiles'>;
};

/**
 * What the language client does around renames and moves beside asking the server. `leaveOwnLinks` tells the server, right
 * before it is asked, whose own links VS Code updates itself.
 */
export function moveMiddleware(leaveOwnLinks: (uris: readonly string[]) => Promise<void>): MoveMiddleware {
  return {
    workspace: {
      async willRenameFiles(event, next) {
        const theirs = await movesOfVsCode(event.files);
        await leaveOwnLinks(theirs.map(({ oldUri }) => oldUri.toString()));
        const edit = await next(event);
        saveAfterMove(event.files, edit, theirs);
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
