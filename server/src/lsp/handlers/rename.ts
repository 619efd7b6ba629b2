import {
  MessageType,
  type PrepareRenameResult,
  type RenameParams,
  ShowMessageNotification,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Rename, rename } from '../../features/rename/rename.ts';
import { type RenameTarget, renameTargetAt } from '../../features/rename/rename-target.ts';
import { freshEdits } from '../../host/fresh-edits.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { editRefusal, moveRefusal } from '../../host/move-refusal.ts';
import { UserError } from '../../host/user-error.ts';
import { readPage } from '../../markdown/read-page.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import { guard } from '../guard.ts';
import { rangeIn } from '../ranges.ts';
import { toRenameEdit } from '../rename-edit.ts';
import type { Renames } from '../renames.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { placeAt } from './place-at.ts';

export function handleRename(session: Session, renames: Renames): void {
  const { connection } = session;
  const log = connection.console;

  connection.onPrepareRename(
    guard(
      log,
      'prepareRename',
      null,
      async ({ textDocument, position }): Promise<PrepareRenameResult | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        const target = place && renameTargetAt(place.wiki.host.wiki, place.path, place.offset);
        if (!place || !target || !isPossible(session, target)) return null;
        const { placeholder, span } = target;
        return { range: rangeIn(lineStartsIn(place.wiki.host, place.path), span), placeholder };
      },
    ),
  );

  connection.onRenameRequest(
    guard(
      log,
      'rename',
      null,
      async ({ textDocument, position, newName }: RenameParams): Promise<WorkspaceEdit | null> => {
        const isLeft = renames.takeLeft();
        const place = await placeAt(session, textDocument.uri, position);
        const target = place && renameTargetAt(place.wiki.host.wiki, place.path, place.offset);
        if (!place || !target || !isPossible(session, target)) return null;
        try {
          const { wiki } = place;
          const found = workOut(session, place, target, newName, path => isLeft(wiki, path));
          if (found.move) renames.answer(wiki, found.move, found.edits);
          return toRenameEdit(session, [{ wiki, ...found }]);
        } catch (error) {
          // An error would make VS Code ask its own Markdown support, which would do what we refuse.
          if (!(error instanceof UserError) || session.client.asker !== 'markdown-editor') throw error;
          // A notification: the request that `window.showErrorMessage` sends fails in a client without it.
          const message = { type: MessageType.Error, message: error.message };
          await connection.sendNotification(ShowMessageNotification.method, message);
          return { documentChanges: [] };
        }
      },
    ),
  );
}

/** A file can get another name only from a client that can move files. */
const isPossible = (session: Session, { kind }: RenameTarget): boolean =>
  kind !== 'file' || session.client.renamesFiles;

function workOut(
  session: Session,
  { wiki, path }: Place,
  target: RenameTarget,
  newName: string,
  leavesOwnLinks: (path: string) => boolean,
): Rename {
  const { host } = wiki;
  const options = {
    leavesOwnLinks,
    schemaFile: host.schemaFile,
    factsOf: (text: string) => readPage(host.parser, text),
    tableText: (table: string) => host.tableFiles.textNow(table),
  };
  const found = freshEdits(
    host,
    () => {
      const result = rename(host.wiki, path, target, newName, options);
      if ('refused' in result) throw new UserError(result.refused);
      return result;
    },
    change => session.changed(wiki, change),
  );
  if (!found) throw new UserError("a page that would have to change can't be read");
  const asked = [...found.edits.keys()].filter(edited => !isReadOnly(host.wiki.schema, edited));
  const reason = (found.move && moveRefusal(host, found.move)) ?? editRefusal(host, asked);
  if (reason) throw new UserError(reason);
  return found;
}
