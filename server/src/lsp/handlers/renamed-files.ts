import type { RenameFilesParams } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { fileOf } from '../uris.ts';

/** After files or folders were moved in the editor: what is there now is looked at without waiting for a watcher. */
export function handleRenamedFiles(session: Session): void {
  session.connection.workspace.onDidRenameFiles(({ files }: RenameFilesParams) => {
    for (const { oldUri, newUri } of files) {
      session.watching.seen(fileOf(oldUri));
      session.watching.seen(fileOf(newUri));
    }
  });
}
